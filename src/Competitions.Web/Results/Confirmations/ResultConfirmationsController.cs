using System.Globalization;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Confirmations;

/// <summary>The second person's word on a result. He confirms or sends back, and changes nothing.</summary>
[Route("events/{code}/results/{id:int}/confirmation"), Authorize(Policies.ConfirmResults)]
public sealed class ResultConfirmationsController(EntryDesk desk, ResultDesk results, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var result = await results.Load((await desk.At(code)).Event, id);
        return View(new ResultMoveForm { Id = id, Version = result.Version, Move = ResultMove.Return });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, ResultMoveForm form)
    {
        form.Id = id;
        var place = await desk.At(code);
        if (form.Move is ResultMove.Confirm)
        {
            await results.Confirm(place, id, form.Version);
        }
        else
        {
            await results.Return(place, id, form.Version, form.Why ?? "");
        }

        await audit.Write(form.Move is ResultMove.Confirm ? "result.confirm" : "result.return", $"{code}/{id}", why: form.Why);
        TempData["Done"] = form.Move is ResultMove.Confirm ? "成绩已确认，可以发布。" : "成绩已退回，请计算人处理。";
        return Redirect($"/events/{code}/results/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var (given, code) = ((ResultMoveForm)form, (string)RouteData.Values["code"]!);
        given.Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await results.Load((await desk.At(code)).Event, given.Id);
    }
}
