using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Notices;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.Objections;

/// <param name="Phone">Masked, or whole after it was asked for with a reason.</param>
public sealed record ObjectionPage(Objection Objection, PublicNotice Notice, string Name, string Phone, bool IsPhoneWhole, string AnsweredBy, ObjectionAnswerForm Form);

public sealed class ObjectionAnswerForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "核查结论")]
    public ObjectionOutcome Outcome { get; set; }

    [Display(Name = "核查经过和答复"), Required(ErrorMessage = "请写明核查的经过和结论。"), StringLength(Objection.LongestText)]
    public string Finding { get; set; } = "";

    [ValidateNever]
    public ObjectionPage Page { get; internal set; } = null!;
}

/// <summary>One objection, for who handles it and nobody else. Each time it is opened stands in the audit.</summary>
[Route("objections/{id:int}"), Authorize(Policies.HandleObjections)]
public sealed class ObjectionsController(ObjectionPages pages, NoticeDesk desk, AuditTrail audit) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(int id)
    {
        var page = await pages.Load(id);
        await audit.Write("objection.read", $"{id}");
        Response.Headers.CacheControl = "no-store";
        return View(page.Form);
    }

    [HttpPost("answer")]
    public async Task<IActionResult> Update(int id, ObjectionAnswerForm form)
    {
        var page = await pages.Load(id);
        var notice = await desk.Answer(page.Notice.Id, id, form.Version, form.Outcome, form.Finding);
        await audit.Write("objection.answer", $"{id}", why: $"{form.Outcome}");
        TempData["Done"] = notice.Stage switch
        {
            NoticeStage.Withdrawn => "已答复：异议成立，公示已撤回；请更正后重新公示。",
            NoticeStage.Running => "已答复，没有未答复的异议了，公示继续。",
            _ => "已答复。",
        };
        return Redirect($"/notices/{page.Notice.Id}");
    }

    async Task IFills.Fill(IForm form) => ((ObjectionAnswerForm)form).Page = await pages.Load(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
}

/// <summary>The whole phone number, only with a reason, and the reason in the audit before the number is on the screen.</summary>
[Route("objections/{id:int}/views"), Authorize(Policies.HandleObjections)]
public sealed class ObjectionViewsController(ObjectionPages pages, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, [StringLength(40)] string? reason, [StringLength(120)] string? note)
    {
        var page = await pages.Load(id, whole: true);
        var why = string.Join('：', new[] { reason?.Trim(), note?.Trim() }.Where(t => !string.IsNullOrEmpty(t)));
        Refusal.Unless(why.Length >= 4 && (reason is not "其他" || note?.Trim().Length >= 2), "objection.view-reason-missing");
        await audit.Write("objection.view-phone", $"{id}", why: why);
        Response.Headers.CacheControl = "no-store";
        return View("/Notices/Objections/Edit.cshtml", page.Form);
    }
}

/// <summary>Opens the seals of an objection for its page.</summary>
public sealed class ObjectionPages(CompetitionsDb db, NoticeDesk desk, FieldCipher cipher)
{
    public const string Name = "objection.name";
    public const string Phone = "objection.phone";

    public async Task<ObjectionPage> Load(int id, bool whole = false)
    {
        var objection = Missing.Unless(await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id));
        var notice = await desk.Load(objection.NoticeId, Policies.HandleObjections);
        var phone = cipher.Open(Phone, objection.PhoneSealed);
        var by = await db.Users.Where(u => u.Id == objection.AnsweredBy).Select(u => u.DisplayName).SingleOrDefaultAsync();
        var form = new ObjectionAnswerForm { Version = objection.Version };
        return form.Page = new ObjectionPage(objection, notice, cipher.Open(Name, objection.NameSealed), whole ? phone : PhoneNumber.Read(phone).Masked, whole, by ?? "系统", form);
    }
}
