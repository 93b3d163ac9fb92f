using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Results;
using Competitions.Web.Results.Books;
using Competitions.Web.Results.Files;
using Competitions.Web.Results.Proofs;
using Competitions.Web.Results.Teams;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Documents;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results;

/// <summary><c>export CONTEST [FOLDER]</c>: every published result of a contest as files, whose names are printed. 1 when nothing is published yet.</summary>
public static class ExportVerb
{
    public const string Usage = "CONTEST [FOLDER]";

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [_, var code, .. var rest] || code.StartsWith('-') || rest.Count(a => !a.StartsWith('-')) > 1)
        {
            await errors.WriteLineAsync($"用法：export {Usage}");
            return 2;
        }

        await using var app = House.Build([.. rest.Where(a => a.StartsWith('-'))], quiet: true);
        await House.Prepare(app, demo: false);
        return await Run(app.Services, code, rest.FirstOrDefault(a => !a.StartsWith('-')) ?? $"export-{code}", output, errors);
    }

    public static async Task<int> Run(IServiceProvider services, string code, string folder, TextWriter output, TextWriter errors)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        if (await db.Contests.AsNoTracking().WithCode(code) is not { } contest)
        {
            await errors.WriteLineAsync($"没有编码为 {code} 的赛事。");
            return 2;
        }

        var events = await db.Events.Where(e => e.ContestId == contest.Id).Select(e => new { e.Id, e.Code }).ToDictionaryAsync(e => e.Id, e => e.Code);
        var results = await db.Results.AsNoTracking().Where(r => events.Keys.Contains(r.EventId) && r.Stage == ResultStage.Published).OrderBy(r => r.EventId).ThenBy(r => r.Round).ThenBy(r => r.Group).Select(r => r.Id).ToListAsync();
        Directory.CreateDirectory(folder);
        foreach (var id in results)
        {
            var result = await db.Results.AsNoTracking().SingleAsync(r => r.Id == id);
            await Write(scope.ServiceProvider, db, result, contest.Name, events[result.EventId], folder, output);
        }

        if (await scope.ServiceProvider.GetRequiredService<TeamRankings>().Of(db.Events.Where(e => e.ContestId == contest.Id)) is { Count: > 0 } teams)
        {
            await Put(folder, $"{code}-team-ranking.xlsx", output, to => TeamRankings.Write(to, teams));
        }

        await errors.WriteLineAsync(results.Count == 0 ? "这个赛事还没有已发布的成绩。" : $"{results.Count} 份成绩已写到 {Path.GetFullPath(folder)}。");
        return results.Count == 0 ? 1 : 0;
    }

    private static async Task Write(IServiceProvider services, CompetitionsDb db, Result result, string contest, string code, string folder, TextWriter output)
    {
        var (occasion, name) = (await db.OccasionOf(result, contest, code), ResultQueries.FileName(result, code));
        await Put(folder, $"{name}-sheet.xlsx", output, to => ResultWorkbook.Sheet(to, result));
        await Put(folder, $"{name}-cis.xlsx", output, to => ResultWorkbook.Cis(to, result, occasion));
        var json = await services.GetRequiredService<ResultFiles>().Full(result, code, contest);
        await Put(folder, $"{name}.json", output, to => to.Write(json));
        if (services.GetRequiredService<PdfPrinter>().CanPrint)
        {
            var pdf = await ResultBooksController.Pdf(services.GetRequiredService<Documents>(), result, contest, services.GetRequiredService<ResultFiles>().Printed(result, code));
            await Put(folder, $"{name}.pdf", output, to => to.Write(pdf));
        }
    }

    /// <summary>Whole or not at all: a file that breaks off is not left behind under its name.</summary>
    private static async Task Put(string folder, string name, TextWriter output, Action<Stream> write)
    {
        var (path, half) = (Path.Combine(folder, name), Path.Combine(folder, name + ".part"));
        await using (var to = File.Create(half))
        {
            write(to);
        }

        File.Move(half, path, overwrite: true);
        await output.WriteLineAsync(name);
    }
}
