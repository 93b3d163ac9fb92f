using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Quotas;

public sealed class QuotaLine
{
    public int OrganisationId { get; set; }

    [Display(Name = "至少"), Range(0, 9999)]
    public int Fewest { get; set; }

    [Display(Name = "至多"), Range(0, 9999)]
    public int Most { get; set; }

    [ValidateNever]
    public string Name { get; internal set; } = "";

    public int Used { get; internal set; }
}

public sealed class QuotasForm : IForm
{
    public List<QuotaLine> Lines { get; set; } = [];

    [ValidateNever]
    public Call Call { get; internal set; } = null!;
}

/// <summary>推荐名额: a range for each town, park and industry union below the body that calls, and for itself where units stand directly below it.</summary>
[Route("calls/{id:int}/quotas"), Authorize(Policies.RunCalls)]
public sealed class CallQuotasController(CompetitionsDb db, CallDesk desk, AuditTrail audit) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(int id) => View(await Filled(new QuotasForm(), id));

    [HttpPost("")]
    public async Task<IActionResult> Update(int id, QuotasForm form)
    {
        await desk.ToRun(id);
        await desk.InQueue(id, async () =>
        {
            var call = await desk.ToRun(id);
            Refusal.Unless(call.Stage is CallStage.Draft or CallStage.Published, "call.not-editable");
            var allowed = await Unions(call);
            var known = await db.CallQuotas.Where(q => q.CallId == id).ToDictionaryAsync(q => q.OrganisationId);
            foreach (var line in form.Lines.Where(l => allowed.ContainsKey(l.OrganisationId)))
            {
                if (known.TryGetValue(line.OrganisationId, out var quota))
                {
                    quota.Change(line.Fewest, line.Most);
                }
                else if (line.Most > 0)
                {
                    db.Add(new CallQuota(id, line.OrganisationId, allowed[line.OrganisationId], line.Fewest, line.Most));
                }
            }

            return call;
        });
        await audit.Write("call.quotas", $"{id}");
        TempData["Done"] = "推荐名额已保存。";
        return Redirect($"/calls/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((QuotasForm)form, int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What was typed stays; the names and what is used come from the database.</summary>
    private async Task<QuotasForm> Filled(QuotasForm form, int id)
    {
        var call = form.Call = await desk.ToRun(id);
        var quotas = await db.CallQuotas.AsNoTracking().Where(q => q.CallId == id).ToDictionaryAsync(q => q.OrganisationId);
        var typed = form.Lines.ToDictionary(l => l.OrganisationId);
        form.Lines = [.. (await Unions(call)).Select(o =>
        {
            var (quota, line) = (quotas.GetValueOrDefault(o.Key), typed.GetValueOrDefault(o.Key));
            return new QuotaLine { OrganisationId = o.Key, Name = o.Value, Used = quota?.Used ?? 0, Fewest = line?.Fewest ?? quota?.Fewest ?? 0, Most = line?.Most ?? quota?.Most ?? 0 };
        })];
        return form;
    }

    private async Task<Dictionary<int, string>> Unions(Call call)
    {
        var path = await db.Organisations.Where(o => o.Id == call.OrganisationId).Select(o => o.Path).SingleAsync();
        return await db.Organisations.Where(o => o.Path.StartsWith(path) && o.Level <= OrganisationLevel.Town && o.To == null).OrderBy(o => o.Level).ThenBy(o => o.Code).ToDictionaryAsync(o => o.Id, o => o.Name);
    }
}
