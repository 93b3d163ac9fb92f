using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Self;

public sealed class SelfEntryForm : IForm
{
    [Display(Name = "组别"), Required(ErrorMessage = "请选择组别。")]
    public string Group { get; set; } = "";

    [Display(Name = "已获技术能手等称号"), StringLength(200, ErrorMessage = "称号不超过 200 个字。")]
    public string? Titles { get; set; }

    [Display(Name = "本人声明未获过技术能手等称号")]
    public bool NoTitles { get; set; }

    [Display(Name = "本人承诺近年无违法违纪和严重失信记录")]
    public bool CleanRecord { get; set; }

    [Display(Name = "同意处理个人信息"), Range(typeof(bool), "true", "true", ErrorMessage = "请阅读并同意个人信息处理条款。")]
    public bool Processing { get; set; }

    [Display(Name = "同意公示与公布"), Range(typeof(bool), "true", "true", ErrorMessage = "请阅读并同意公示与公布条款。")]
    public bool Publication { get; set; }
}

/// <summary>A worker enters himself where the event allows it; his unit reviews it first.</summary>
[Route("my/events/{code}/entry"), Authorize(Policies.Own)]
public sealed class SelfEntriesController(CompetitionsDb db, EntryDesk desk) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        Refusal.Unless(place.Event.Rules.Entry.SelfEntry, "entry.self-entry-off");
        return View(new SelfEntryForm { Group = place.Event.Groups.Where(g => g.TeamSize == 1).Select(g => g.Code).FirstOrDefault() ?? "" });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, SelfEntryForm form)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        Refusal.Unless(place.Event.Rules.Entry.SelfEntry, "entry.self-entry-off");
        var group = place.Event.Groups.FirstOrDefault(g => g.Code == form.Group) ?? throw new Refusal("entry.no-such-group");
        Refusal.Unless(group.TeamSize == 1, "entry.self-entry-team");
        var worker = await Me();
        var unit = worker.MembershipOn(place.Today);
        Refusal.Unless(unit is not null, "entry.no-unit", worker.Name);
        var entry = new Entry(place.Event, group.Code, unit!.OrganisationId, unit.OrganisationName, place.Me, place.Now);
        await desk.InQueue(place.Contest.Id, async () =>
        {
            entry.With(worker.Id, worker.Name).Stated(null, form.CleanRecord).Declared(form.NoTitles ? "" : string.IsNullOrWhiteSpace(form.Titles) ? null : form.Titles);
            foreach (var kind in Enum.GetValues<ConsentKind>())
            {
                entry.Consent(worker.Id, kind, ConsentTexts.Version, place.Now, himself: true);
                db.Add(new Consent(worker.Id, kind, ConsentTexts.Version, place.Now));
            }

            db.Add(entry);
            await db.SaveChangesAsync();
            await db.HoldLimits(entry, place.Event.Rules.Entry);
            await desk.Submit(entry, group, place.Event.Rules.Entry, place.Me, byUnit: false);
        });
        TempData["Done"] = "报名已提交，等所在单位审核。";
        return Redirect($"/my/entries/{entry.Id}");
    }

    private async Task<Worker> Me()
    {
        var id = int.TryParse(User.FindFirst(AccountClaims.WorkerId)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var worker) ? worker : throw new Missing();
        return Missing.Unless(await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id));
    }
}
