using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Blinding.Openings;

/// <summary>Both sign in for it, each with his own half of the key.</summary>
public sealed class OpeningForm : IForm
{
    [Display(Name = "加密裁判的密码"), Required(ErrorMessage = "请加密裁判再输入一次自己的密码。"), StringLength(100), DataType(DataType.Password)]
    public string OwnPassword { get; set; } = "";

    [Display(Name = "加密裁判的动态码"), StringLength(20)]
    public string? OwnCode { get; set; }

    [Display(Name = "加密裁判的一半钥匙"), Required(ErrorMessage = "请输入钥匙单上的 20 位字母和数字。"), StringLength(60), DataType(DataType.Password)]
    public string OwnHalf { get; set; } = "";

    [Display(Name = "监督的用户名"), Required(ErrorMessage = "请监督输入用户名。"), StringLength(100)]
    public string Witness { get; set; } = "";

    [Display(Name = "监督的密码"), Required(ErrorMessage = "请监督输入密码。"), StringLength(100), DataType(DataType.Password)]
    public string WitnessPassword { get; set; } = "";

    [Display(Name = "监督的动态码"), StringLength(20)]
    public string? WitnessCode { get; set; }

    [Display(Name = "监督的一半钥匙"), Required(ErrorMessage = "请输入钥匙单上的 20 位字母和数字。"), StringLength(60), DataType(DataType.Password)]
    public string WitnessHalf { get; set; } = "";

    /// <summary>Modules whose re-check is not finished, by name: before that nothing opens.</summary>
    [ValidateNever]
    public IReadOnlyList<string> Unrechecked { get; internal set; } = [];
}

/// <summary>解密仪式 of an event, and its record.</summary>
[Route("events/{code}/opening"), Authorize(Policies.KeepCodes)]
public sealed class OpeningsController(CompetitionsDb db, EntryDesk desk, OpeningDesk openings, CodePages pages, Witnessing witnessing, AuditTrail audit) : Controller
{
    [HttpGet(""), Authorize(Policies.ReadCodes)]
    public async Task<IActionResult> Show(string code)
    {
        var look = await pages.List(await desk.At(code));
        Missing.Unless(look.Opening);
        return View(look);
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string code)
    {
        var place = await desk.At(code);
        return View(new OpeningForm { Unrechecked = (await db.FactsOf(place.Event, place.Now.InChina().Date())).Unrechecked ?? [] });
    }

    /// <summary>What is refused is audited with its reason: a failed opening is never without a trace.</summary>
    [HttpPost(""), EnableRateLimiting(RateLimits.Witness)]
    public async Task<IActionResult> Create(string code, OpeningForm form)
    {
        var place = await desk.At(code);
        await witnessing.Again(place.Event, place.Me, form.OwnPassword, form.OwnCode);
        var witness = await witnessing.Supervisor(place.Event, place.Me, new WitnessSignature(form.Witness, form.WitnessPassword, form.WitnessCode));
        try
        {
            await openings.Open(place, new TypedHalves(form.OwnHalf, form.WitnessHalf), witness);
        }
        catch (Refusal refusal)
        {
            await audit.Write("code-book.open", code, allowed: false, why: $"{refusal.Code} {string.Join(' ', refusal.Details)}");
            throw;
        }

        await audit.Write("code-book.open", code);
        TempData["Done"] = "编码已解密，可以汇总成绩。";
        return RedirectToAction("Show", new { code });
    }
}
