using System.ComponentModel.DataAnnotations;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen;

/// <summary>A title of an earlier year, by its honour in the register.</summary>
public sealed class CraftsmanTitleForm : IForm
{
    [Display(Name = "荣誉"), Required(ErrorMessage = "请选择一项荣誉。")]
    public int? Honour { get; set; }

    [Display(Name = "等级"), Required(ErrorMessage = "请选择等级。"), StringLength(20)]
    public string? Level { get; set; }

    public IReadOnlyList<SelectListItem> Honours { get; internal set; } = [];
}

/// <summary>工匠、技能带头人 and the archive of model workers.</summary>
[Route("craftsmen"), Authorize(Policies.ReadCraftsmen)]
public sealed class CraftsmenController(CompetitionsDb db, CraftsmanDesk desk, CraftsmanList list, CraftsmanPages pages, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int MostHonours = 200;

    [HttpGet("")]
    public async Task<IActionResult> Index(CraftsmanFilter filter) => View(new CraftsmenPage(
        filter, await list.Page(filter), await desk.Towns(), await list.Years(), (await duties.Paths(Policies.NameCraftsmen)).Count > 0));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) => View(await pages.Of(await desk.Find(id, Policies.ReadCraftsmen)));

    [HttpGet("new"), Authorize(Policies.NameCraftsmen)]
    public async Task<IActionResult> New() => View(await Filled(new CraftsmanTitleForm()));

    /// <summary>补录: what is named from now on comes from its call by itself.</summary>
    [HttpPost(""), Authorize(Policies.NameCraftsmen)]
    public async Task<IActionResult> Create(CraftsmanTitleForm form)
    {
        var honour = await (await Free()).SingleOrDefaultAsync(h => h.Id == form.Honour) ?? throw new Refusal("craftsman.no-such-honour");
        var made = Craftsman.Name(
            new CraftsmanPerson(honour.People[0].WorkerId, honour.People[0].Name, honour.UnitId, honour.UnitName), CraftsmanDesk.Rules, CraftsmanDesk.Rules.LevelOf(form.Level!),
            new NamedHonour(honour.Id, honour.ApplicationId, honour.Name, honour.DocumentNumber ?? "", honour.GrantedOn ?? new DateOnly(honour.Year, 1, 1)), User.Account());
        await desk.Add(made, User.Account());
        await audit.Write("craftsman.register", $"{made.Id}", why: made.Document);
        TempData["Done"] = $"{made.WorkerName} 的“{made.Title}”已登记。";
        return Redirect($"/craftsmen/{made.Id}");
    }

    /// <summary>The list as it is filtered; its first line says who took it and when.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Rows(CraftsmanFilter filter)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var count = 0;
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin("工匠名册", [14, 32, 14, 18, 28, 14, 14, 10, 16]);
            sheets.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，仅限工作使用，不得外传。", Look.Note));
            sheets.Row(((string[])["姓名", "时在单位", "等级", "称号", "文号", "自", "至", "状态", "最近履职考核"]).Select(h => new Cell(h, Look.Header)));
            await foreach (var row in list.Rows(await list.Filtered(filter)).AsAsyncEnumerable())
            {
                sheets.Row(row.Name, row.UnitName, row.LevelName, row.Title, row.Document, row.From?.Iso(), row.To?.Iso(), row.Stage.Name(), row.Check is { } check ? $"{row.CheckYear} 年{check.Name()}" : "");
                count++;
            }
        }

        await audit.Write("craftsman.export", $"{count}");
        file.Position = 0;
        return File(file, SheetFile.ContentType, $"工匠名册-{clock.Today().Iso()}.xlsx");
    }

    Task IFills.Fill(IForm form) => Filled((CraftsmanTitleForm)form);

    /// <summary>Granted titles of one person of our units that nothing here stands on yet.</summary>
    private async Task<IQueryable<Honour>> Free()
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.NameCraftsmen), o => o.Path).Select(o => o.Id);
        return db.Honours.AsNoTracking().Where(h => h.Kind == HonourKind.Title && h.HolderKind == HolderKind.Person && h.Stage == HonourStage.Granted && within.Contains(h.UnitId) && !db.Craftsmen.Any(c => c.HonourId == h.Id));
    }

    private async Task<CraftsmanTitleForm> Filled(CraftsmanTitleForm form)
    {
        var found = await (await Free()).OrderByDescending(h => h.Year).ThenByDescending(h => h.Id).Take(MostHonours).Select(h => new { h.Id, h.Name, h.HolderName, h.UnitName, h.Year, h.GrantorName }).ToListAsync();
        form.Honours = [.. found.Select(h => new SelectListItem($"{h.Year} {h.HolderName}，{h.Name}（{h.GrantorName}；{h.UnitName}）", $"{h.Id}"))];
        return form;
    }
}
