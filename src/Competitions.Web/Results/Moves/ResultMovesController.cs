using System.Globalization;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Proofs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Moves;

/// <summary>Published, or discarded before that.</summary>
[Route("events/{code}/results/{id:int}/moves"), Authorize(Policies.Organise)]
public sealed class ResultMovesController(EntryDesk desk, ResultDesk results, AuditTrail audit, HeadSigner signer) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var result = await results.Load((await desk.At(code)).Event, id);
        return View(new ResultMoveForm { Id = id, Version = result.Version, Move = ResultMove.Discard });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, ResultMoveForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        if (form.Move is ResultMove.Publish)
        {
            await results.Publish(place, id, form.Version);
        }
        else
        {
            Refusal.Unless(form.Move is ResultMove.Discard, "result.move-not-allowed");
            await results.Discard(place, id, form.Version, form.Why ?? "");
        }

        await audit.Write(form.Move is ResultMove.Publish ? "result.publish" : "result.discard", $"{code}/{id}", why: form.Why);
        await signer.SignNow(all: true); // who prints it at once has the signature on it
        TempData["Done"] = form.Move is ResultMove.Publish ? "成绩已发布，门户可见。" : "已作废。";
        return Redirect($"/events/{code}/results/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var (given, code) = ((ResultMoveForm)form, (string)RouteData.Values["code"]!);
        given.Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await results.Load((await desk.At(code)).Event, given.Id);
    }
}
