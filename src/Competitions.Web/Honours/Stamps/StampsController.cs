using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Stamps;

public sealed record StampRow(int Id, string Name, string Organisation, string By, DateTime At, DateTime? RetiredAt, int Uses);

public sealed class StampForm : IForm
{
    [Display(Name = "印章名称"), Required(ErrorMessage = "请填写印章名称。"), StringLength(60, ErrorMessage = "印章名称不超过 60 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "所属单位"), Required(ErrorMessage = "请选择所属单位。"), StringLength(32)]
    public string? Organisation { get; set; }

    [Display(Name = "印章图片")]
    public IFormFile? File { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; internal set; } = [];
}

/// <summary>电子印章: brought by a federation's officer, printed by him alone, each use audited. The picture itself is never shown or sent out by itself.</summary>
[Route("stamps"), Authorize(Policies.KeepStamps)]
public sealed class StampsController(CompetitionsDb db, HonourRegister register, UploadStore uploads, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var uses = await db.Audit.Where(a => a.Act == "stamp.print" && a.Allowed).GroupBy(a => a.Thing).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var rows = await (
            from s in await Mine()
            join o in db.Organisations on s.OrganisationId equals o.Id
            orderby s.RetiredAt != null, s.Id descending
            select new StampRow(s.Id, s.Name, o.Name, db.Users.Where(u => u.Id == s.By).Select(u => u.DisplayName).FirstOrDefault() ?? "", s.At, s.RetiredAt, 0)).Take(100).ToListAsync();
        return View(rows.ConvertAll(r => r with { Uses = uses.GetValueOrDefault($"{r.Id}") }));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New() => View(await Filled(new StampForm()));

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Create(StampForm form)
    {
        await Filled(form);
        var owner = await db.Organisations.Within(await duties.Paths(Policies.KeepStamps), o => o.Path).SingleOrDefaultAsync(o => o.Code == form.Organisation) ?? throw new Refusal("honour.no-such-unit");
        Refusal.Unless(form.File is { Length: > 0 }, "upload.no-file");
        var stored = await uploads.KeepPaper(form.File, FileKind.Png, "stamp.not-png");
        var stamp = new Stamp(owner.Id, form.Name, stored.Hash, User.Account(), clock.UtcNow());
        db.Add(stamp);
        await db.SaveChangesAsync();
        await audit.Write("stamp.add", $"{stamp.Id}", why: owner.Code);
        TempData["Done"] = "印章已上传，每次使用都会记入审计。";
        return Redirect("/stamps");
    }

    [HttpPost("{id:int}/end")]
    public async Task<IActionResult> Delete(int id)
    {
        var stamp = Missing.Unless(await (await Mine()).SingleOrDefaultAsync(s => s.Id == id));
        stamp.Retire(clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("stamp.retire", $"{id}");
        TempData["Done"] = "印章已停用。";
        return Redirect("/stamps");
    }

    Task IFills.Fill(IForm form) => Filled((StampForm)form);

    private async Task<StampForm> Filled(StampForm form)
    {
        form.Organisations = await register.Organisations(Policies.KeepStamps);
        form.Organisation ??= form.Organisations.Count > 0 ? form.Organisations[0].Value : null;
        return form;
    }

    private async Task<IQueryable<Stamp>> Mine()
    {
        var mine = db.Organisations.Within(await duties.Paths(Policies.KeepStamps), o => o.Path).Select(o => o.Id);
        return db.Stamps.Where(s => mine.Contains(s.OrganisationId));
    }
}
