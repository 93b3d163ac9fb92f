using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Competitions.Data;
using Competitions.Notices;
using Competitions.People;
using Competitions.Web.Notices.Objections;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.Portal.Objections;

public sealed class ObjectionForm : IForm
{
    [Display(Name = "姓名"), Required(ErrorMessage = "请填写真实姓名。"), StringLength(PersonName.Longest, ErrorMessage = "姓名太长。")]
    public string Name { get; set; } = "";

    [Display(Name = "电话"), Required(ErrorMessage = "请填写手机号码，核查时与您联系。"), StringLength(30, ErrorMessage = "电话号码太长。")]
    public string Phone { get; set; } = "";

    [Display(Name = "所在单位"), Required(ErrorMessage = "请填写所在单位；没有单位的填住址。"), StringLength(100)]
    public string Unit { get; set; } = "";

    [Display(Name = "异议的事实和理由"), Required(ErrorMessage = "请写明异议的事实和理由。"), StringLength(Objection.LongestText)]
    public string Text { get; set; } = "";

    [Display(Name = NoticeWords.Consent)]
    public bool Agrees { get; set; }

    [ValidateNever]
    public NoticeHead Notice { get; internal set; } = null!;
}

/// <summary>What the holder of a receipt may know.</summary>
public sealed record ObjectionReceipt(string Receipt, string NoticeTitle, int NoticeId, DateTime FiledAt, ObjectionOutcome Outcome, string Finding, DateTime? AnsweredAt);

/// <summary>异议: anybody files it in his real name, without an account. Nobody else ever sees it here; the receipt tells him what became of it.</summary>
[Route("portal"), Authorize(Policies.Public)]
public sealed class PortalObjectionsController(CompetitionsDb db, NoticeDesk desk, FieldCipher cipher, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private const int ReceiptLength = 12;

    [HttpGet("notices/{id:int}/objections/new")]
    public async Task<IActionResult> New(int id)
    {
        var form = await Filled(new ObjectionForm(), id);
        Refusal.Unless(form.Notice.TakesObjectionsOn(clock.Today()), "notice.no-objections-now", form.Notice.StartsOn, form.Notice.EndsOn);
        return View(form);
    }

    [HttpPost("notices/{id:int}/objections"), EnableRateLimiting(RateLimits.Objection)]
    public async Task<IActionResult> Create(int id, ObjectionForm form)
    {
        await Filled(form, id);
        Refusal.Unless(form.Agrees, "objection.consent-missing");
        var who = new Objector(
            cipher.Seal(ObjectionPages.Name, PersonName.Read(form.Name).Value), cipher.Seal(ObjectionPages.Phone, PhoneNumber.Read(form.Phone).Value), form.Unit, NoticeWords.ConsentVersion);
        var objection = await desk.File(id, who, form.Text, RandomNumberGenerator.GetString(Letters, ReceiptLength));
        await audit.Write("objection.file", $"{objection.Id}", why: $"notice {id}");
        TempData["Done"] = "异议已收到，请记下回执号。";
        return Redirect($"/portal/objections/{objection.Receipt}");
    }

    [HttpGet("objections/{receipt}"), EnableRateLimiting(RateLimits.Objection)]
    public async Task<IActionResult> Show(string receipt)
    {
        Response.Headers.CacheControl = "no-store";
        var typed = receipt.Trim().ToUpperInvariant();
        return View(Missing.Unless(await (
            from objection in db.Objections
            where objection.Receipt == typed
            join notice in db.PublicNotices on objection.NoticeId equals notice.Id
            select new ObjectionReceipt(objection.Receipt, notice.Title, notice.Id, objection.FiledAt, objection.Outcome, objection.Finding, objection.AnsweredAt)).SingleOrDefaultAsync()));
    }

    async Task IFills.Fill(IForm form) => await Filled((ObjectionForm)form, int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<ObjectionForm> Filled(ObjectionForm form, int id)
    {
        form.Notice = Missing.Unless(await NoticeDesk.Heads(db.PublicNotices.Where(n => n.Id == id)).SingleOrDefaultAsync());
        return form;
    }
}
