using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours;

/// <summary>The upload that brought an honour.</summary>
public sealed record HonourFile(int BatchId, string FileName);

public sealed record HonourPage(Honour Honour, IReadOnlyList<Certificate> Certificates, IReadOnlyDictionary<string, string> Names, bool Grants, HonourFile? Import = null)
{
    public Certificate? Living => Certificates.FirstOrDefault(c => c.Stage is CertificateStage.Valid);

    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");
}

/// <summary>One register for persons, teams, coaches and units.</summary>
[Route("honours"), Authorize(Policies.ReadHonours)]
public sealed class HonoursController(CompetitionsDb db, HonourRegister register, HonourFormParts parts, HonourDesk desk, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(HonourFilter filter) => View(new HonoursPage(
        filter, await register.Page(filter), await register.Organisations(Policies.ReadHonours), await register.Years(), (await duties.Paths(Policies.GrantHonours)).Count > 0));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var honour = await register.Find(id);
        var certificates = await db.Certificates.AsNoTracking().Where(c => c.HonourId == id).OrderByDescending(c => c.Id).ToListAsync();
        var accounts = honour.History.Select(h => h.By).Concat(certificates.Select(c => c.By)).Distinct().ToList();
        return View(new HonourPage(
            honour, certificates, await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), await (await register.Granting()).AnyAsync(h => h.Id == id),
            honour.ImportId is null ? null : await db.HonourImports.Where(i => i.Id == honour.ImportId).Select(i => new HonourFile(i.BatchId, i.FileName)).SingleOrDefaultAsync()));
    }

    [HttpGet("new"), Authorize(Policies.GrantHonours)]
    public async Task<IActionResult> New(string? @event, HolderKind? holder) => View(await parts.Filled(new HonourForm
    {
        Event = @event, HolderKind = holder ?? HolderKind.Person, Kind = holder is HolderKind.Organisation ? HonourKind.Organisation : HonourKind.Prize,
        Name = holder is HolderKind.Organisation ? "优秀组织单位" : "", Organisation = null,
    }));

    /// <summary>With the number of a document it is entered as granted, at an event it is approved with it, else it begins as proposed.</summary>
    [HttpPost(""), Authorize(Policies.GrantHonours)]
    public async Task<IActionResult> Create(HonourForm form)
    {
        await parts.Filled(form);
        var honour = await parts.Read(form);
        Refusal.Unless(!honour.GrantedElsewhere || !string.IsNullOrWhiteSpace(form.DocumentNumber), "honour.elsewhere-needs-document");
        if (!string.IsNullOrWhiteSpace(form.DocumentNumber))
        {
            honour.Grant(form.DocumentNumber, form.GrantedOn ?? throw new Refusal("honour.date-missing"), User.Account(), clock.UtcNow(), register: true);
        }
        else if (honour.EventId is not null)
        {
            honour.ApprovedWithTheEvent(User.Account(), clock.UtcNow());
        }

        await desk.Add(honour);
        await audit.Write("honour.create", $"{honour.Id}");
        TempData["Done"] = "荣誉已登记。";
        return Redirect(honour.EventId is null || honour.Stage is HonourStage.Granted ? $"/honours/{honour.Id}" : $"/events/{form.Event}/honours");
    }

    /// <summary>The list as it is filtered; its first line says who took it and when.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Rows(HonourFilter filter)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var count = 0;
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin("荣誉名册", [18, 8, 32, 12, 24, 8, 40, 24, 8, 12, 28, 28, 14, 32]);
            sheets.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，仅限工作使用，不得外传。", Look.Note));
            sheets.Row(((string[])["获得者", "对象", "单位", "类别", "荣誉", "名次", "赛事或事由", "赛项", "年度", "状态", "颁发单位", "文件号", "授予日期", "证书编号"]).Select(h => new Cell(h, Look.Header)));
            await foreach (var row in register.Rows(await register.Filtered(filter)).AsAsyncEnumerable())
            {
                sheets.Row(row.HolderName, row.HolderKind.Name(), row.UnitName, row.Kind.Name(), row.Name, row.Rank is { } rank ? $"{rank}" : null, row.Occasion, row.EventTitle, $"{row.Year}", row.Stage.Name(), row.GrantorName,
                    row.DocumentNumber, row.GrantedOn?.Iso(), row.Certificate);
                count++;
            }
        }

        await audit.Write("honour.export", $"{count}");
        file.Position = 0;
        return File(file, SheetFile.ContentType, $"荣誉名册-{clock.Today().Iso()}.xlsx");
    }

    Task IFills.Fill(IForm form) => parts.Filled((HonourForm)form);
}
