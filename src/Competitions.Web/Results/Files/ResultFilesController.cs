using Competitions.Data;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Results.Proofs;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Files;

/// <summary>A result to take along.</summary>
[Route("events/{code}/results/{id:int}/files"), Authorize(Policies.ReadResults)]
public sealed class ResultFilesController(CompetitionsDb db, EntryDesk desk, ResultDesk results, ResultFiles files, AuditTrail audit) : Controller
{
    [HttpGet("{file}")]
    public async Task<IActionResult> Show(string code, int id, string file)
    {
        Missing.Unless(file is "sheet.xlsx" or "cis.xlsx" or "result.json" ? file : null);
        var place = await desk.At(code);
        var result = await results.Load(place.Event, id);
        var occasion = await db.OccasionOf(result, place.Contest.Name, code);
        var bytes = file == "result.json" ? await files.Full(result, code, place.Contest.Name) : Written(result, occasion, file);
        await audit.Write("result.export", $"{code}/{id}", why: file);
        return File(bytes, file.EndsWith("xlsx", StringComparison.Ordinal) ? SheetFile.ContentType : "application/json", $"{ResultQueries.FileName(result, code)}-{file}");
    }

    private static byte[] Written(Competitions.Results.Result result, ResultOccasion occasion, string file)
    {
        using var to = new MemoryStream();
        if (file == "sheet.xlsx")
        {
            ResultWorkbook.Sheet(to, result);
        }
        else
        {
            ResultWorkbook.Cis(to, result, occasion);
        }

        return to.ToArray();
    }
}
