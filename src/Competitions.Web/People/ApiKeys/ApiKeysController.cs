using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.ApiKeys;

public sealed record ApiKeyRow(
    int Id, string Name, string Hint, DutyKind Kind, string Organisation, string OrganisationCode, DateOnly From, DateOnly To, DateTime? LastUsedAt, DateTime? RevokedAt, string? MadeBy)
{
    public bool IsOver(DateOnly today) => RevokedAt is not null || To < today;
}

public sealed record ApiKeysPage(PageOf<ApiKeyRow> Page, DateOnly Today, bool Makes);

/// <summary>A key that is shown here and nowhere again.</summary>
public sealed record MadeApiKey(ApiKey Made, string Organisation, string Key);

public sealed class ApiKeyForm : IForm
{
    [Display(Name = "用途"), Required, StringLength(50, MinimumLength = 2)]
    public string Name { get; set; } = "";

    [Display(Name = "代表的职责"), Required(ErrorMessage = "请选择职责。")]
    public DutyKind? Kind { get; set; }

    [Display(Name = "组织"), Required(ErrorMessage = "请选择组织。"), StringLength(32)]
    public string OrganisationCode { get; set; } = "";

    [Display(Name = "自"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "至"), Required]
    public DateOnly? To { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; internal set; } = [];

    public static IReadOnlyList<SelectListItem> Kinds => [new("请选择", ""), .. ApiKey.Kinds.Select(k => new SelectListItem(k.Name(), $"{k}"))];
}

/// <summary>Keys of systems: who reads the data himself makes them for a part of it, the security administrator sees and ends them too.</summary>
[Route("api-keys"), Authorize(Policies.RevokeKeys)]
public sealed class ApiKeysController(CompetitionsDb db, Register register, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int Days = 180;

    Task IFills.Fill(IForm form) => Filled((ApiKeyForm)form);

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1) =>
        View(new ApiKeysPage(await Rows(await db.ApiKeysOf(duties)).ToPage(page), clock.Today(), (await duties.Paths(Policies.MakeKeys)).Count > 0));

    [HttpGet("new"), Authorize(Policies.MakeKeys)]
    public async Task<IActionResult> New() => View(await Filled(new ApiKeyForm { From = clock.Today(), To = clock.Today().AddDays(Days) }));

    [HttpPost(""), Authorize(Policies.MakeKeys)]
    public async Task<IActionResult> Create(ApiKeyForm form)
    {
        await Filled(form);
        Refusal.Unless(form.Organisations.Any(o => o.Value == form.OrganisationCode), "api-key.organisation");
        var organisation = await db.Organisations.SingleAsync(o => o.Code == form.OrganisationCode);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var key = new ApiKey(organisation, form.Name, form.Kind!.Value, form.From!.Value, form.To!.Value, secret, User.Account(), clock.UtcNow());
        await audit.Write("api-key.create", organisation.Code, why: $"{key.Kind} {key.From.Iso()}–{key.To.Iso()} {key.Hint}");
        db.Add(key);
        await db.SaveChangesAsync();
        Response.Headers.CacheControl = "no-store";
        return View("Key", new MadeApiKey(key, organisation.Name, secret));
    }

    private async Task<ApiKeyForm> Filled(ApiKeyForm form)
    {
        form.Organisations = await register.Organisations(Policies.MakeKeys);
        return form;
    }

    private IQueryable<ApiKeyRow> Rows(IQueryable<ApiKey> keys) =>
        from key in keys.AsNoTracking()
        join organisation in db.Organisations on key.OrganisationId equals organisation.Id
        orderby key.Id descending
        select new ApiKeyRow(
            key.Id, key.Name, key.Hint, key.Kind, organisation.Name, organisation.Code, key.From, key.To, key.LastUsedAt, key.RevokedAt, db.Users.Where(u => u.Id == key.MadeBy).Select(u => u.DisplayName).FirstOrDefault());
}

[Route("api-keys/{id:int}/revocations"), Authorize(Policies.RevokeKeys)]
public sealed class ApiKeyRevocationsController(CompetitionsDb db, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        var key = Missing.Unless(await (await db.ApiKeysOf(duties)).SingleOrDefaultAsync(k => k.Id == id));
        key.Revoke(clock.UtcNow());
        await audit.Write("api-key.revoke", $"{id}", why: key.Hint);
        await db.SaveChangesAsync();
        TempData["Done"] = "密钥已吊销，下一次请求起无效。";
        return Redirect("/api-keys");
    }
}

internal static class ApiKeyScope
{
    /// <summary>Of the bodies that the caller's duties reach.</summary>
    public static async Task<IQueryable<ApiKey>> ApiKeysOf(this CompetitionsDb db, MyDuties duties)
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.RevokeKeys), o => o.Path).Select(o => o.Id);
        return db.ApiKeys.Where(k => within.Contains(k.OrganisationId));
    }
}
