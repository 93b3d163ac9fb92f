using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Imports;

public sealed class HonourImportForm : IForm
{
    [Display(Name = "荣誉清单"), Required(ErrorMessage = "请选择填好的荣誉清单。")]
    public IFormFile? File { get; set; }

    public IReadOnlyList<HonourImport> Waiting { get; internal set; } = [];
}

/// <param name="Show">Which lines are shown: the doubtful ones first, as long as there are any.</param>
public sealed record HonourImportPage(HonourImport Import, ImportStanding Show, PageOf<ImportLine> Lines, string? By, string? EndedBy)
{
    public IReadOnlyList<(ImportStanding Standing, int Count)> Counts { get; } = HonourImports.Counts(Import.Lines);
}

/// <summary>补录: honours of earlier years from a workbook; read first, looked at, then stored whole.</summary>
[Route("honours/imports"), Authorize(Policies.GrantHonours)]
public sealed class HonourImportsController(CompetitionsDb db, HonourImportDesk imports, BatchDesk batches, HonoursImport work) : Controller, IFills
{
    public const int MostBytes = 10 << 20;

    private const int LinesAPage = 50;

    private static readonly string[][] Others =
    [
        ["", "", "E1", "优秀组织单位", "集体奖项", "区县级", "临平区总工会", "2020-11-02", "临总工〔2020〕9 号", "第二届职工技能争霸赛", ""],
        ["陆一鸣", "", "临平衡远机电有限公司工会", "浙江省劳动模范", "称号", "省级", "浙江省人民政府", "2018-04", "证书 2018-0311", "", "证书原件已核"],
    ];

    [HttpGet("new")]
    public async Task<IActionResult> New() => View(await Filled(new HonourImportForm()));

    [HttpGet("template.xlsx")]
    public IActionResult Index() => SheetFile.Of("往年荣誉模板.xlsx", file => Template.Write(file, HonourSheet.Columns, [[.. HonourSheet.Columns.Select(c => c.Example)], .. Others]));

    [HttpPost(""), RequestSizeLimit(MostBytes + (64 << 10))]
    public async Task<IActionResult> Create(HonourImportForm form) => Redirect(await batches.Take(work, HonourSheet.Columns, form.File!, stop: HttpContext.RequestAborted));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, ImportStanding? show, int page = 1)
    {
        var import = await imports.Find(id);
        var at = show ?? HonourImports.Counts(import.Lines).OrderByDescending(c => c.Standing is ImportStanding.Doubtful).Select(c => c.Standing).FirstOrDefault();
        List<ImportLine> lines = [.. import.Lines.Where(l => l.Standing == at)];
        var last = Math.Max(1, (lines.Count + LinesAPage - 1) / LinesAPage);
        page = Math.Clamp(page, 1, last);
        var names = await db.Users.Where(u => u.Id == import.By || u.Id == import.EndedBy).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return View(new HonourImportPage(
            import, at, new PageOf<ImportLine>([.. lines.Skip((page - 1) * LinesAPage).Take(LinesAPage)], page, LinesAPage, lines.Count), names.GetValueOrDefault(import.By), names.GetValueOrDefault(import.EndedBy ?? "")));
    }

    async Task IFills.Fill(IForm form) => await Filled((HonourImportForm)form);

    private async Task<HonourImportForm> Filled(HonourImportForm form)
    {
        form.Waiting = await (await imports.Mine()).AsNoTracking().Where(i => i.Stage == HonourImportStage.Waiting).OrderByDescending(i => i.Id).Take(20).ToListAsync();
        return form;
    }
}

/// <summary>Of each doubtful line on the page: another honour, or the same.</summary>
[Route("honours/imports/{id:int}/choices"), Authorize(Policies.GrantHonours)]
public sealed class HonourImportChoicesController(CompetitionsDb db, HonourImportDesk imports) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int? version, int? page, Dictionary<int, bool>? another)
    {
        var import = await imports.Find(id, version ?? -1);
        import.Decide(another ?? []);
        await db.SaveChangesAsync();
        TempData["Done"] = import.Undecided == 0 ? "疑似重复的都已判断，可以写入名册。" : $"已保存，还有 {import.Undecided} 项要判断。";
        return Redirect($"/honours/imports/{id}?show={ImportStanding.Doubtful}&page={page ?? 1}");
    }
}

/// <summary>写入: all that is new at once.</summary>
[Route("honours/imports/{id:int}/confirmation"), Authorize(Policies.GrantHonours)]
public sealed class HonourImportConfirmationsController(HonourImportDesk imports, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int? version)
    {
        var stored = await imports.Store(id, version ?? -1, User.Account());
        await audit.Write("honour.import", $"{id}", why: $"{stored}");
        TempData["Done"] = $"{stored} 项荣誉已写入名册。";
        return Redirect($"/honours/imports/{id}");
    }
}

[Route("honours/imports/{id:int}/delete"), Authorize(Policies.GrantHonours)]
public sealed class HonourImportDiscardsController(CompetitionsDb db, HonourImportDesk imports, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Delete(int id, int? version)
    {
        (await imports.Find(id, version ?? -1)).Discard(User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("honour.import-discard", $"{id}");
        TempData["Done"] = "已放弃这次导入，名册没有改动。";
        return Redirect("/honours/imports/new");
    }
}
