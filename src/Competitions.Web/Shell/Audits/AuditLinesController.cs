using Competitions.Data;
using Competitions.Web.People.Accounts;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Audits;

/// <param name="Account">User name or name, whole.</param>
/// <param name="Act">A room, as <c>worker</c>, or an act, as <c>worker.transfer</c>.</param>
public sealed record AuditFilter(string? Account, string? Act, string? Thing, bool? Allowed, DateOnly? From, DateOnly? To, int Page = 1)
{
    public bool IsEmpty => this with { Page = 1 } == new AuditFilter(null, null, null, null, null, null);
}

public sealed record AuditRow(long Sequence, DateTime At, string? UserName, string? Name, string Act, string Thing, string? ThingName, bool Allowed, string? Why, string? Address);

public sealed record AuditPage(AuditFilter Filter, PageOf<AuditRow> Page);

/// <summary>The audit as its administrator reads it: what accounts of his bodies did, and strangers. He changes nothing.</summary>
[Route("audit"), Authorize(Policies.ReadAudit)]
public sealed class AuditLinesController(CompetitionsDb db, AccountBook accounts, AuditTrail audit) : Controller
{
    /// <summary>Rows of one export.</summary>
    public const int MostRows = 100_000;

    [HttpGet("")]
    public async Task<IActionResult> Index(AuditFilter filter) => View(new AuditPage(filter, await Rows((await Filtered(filter)).OrderByDescending(l => l.Sequence)).ToPage(filter.Page, 50)));

    /// <summary>What is filtered, oldest first; the export is a line of the audit itself.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Show(AuditFilter filter)
    {
        var found = await Filtered(filter);
        var count = await found.CountAsync();
        Refusal.Unless(count <= MostRows, "audit.too-many", MostRows);
        await audit.Write("audit.export", "audit", why: $"{count}");
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin("审计记录", [10, 18, 16, 12, 28, 20, 40, 8, 40, 18]);
            sheets.Row(((string[])["序号", "时间", "用户名", "姓名", "事项代码", "事项", "对象", "结果", "说明", "地址"]).Select(h => new Cell(h, Look.Header)));
            await foreach (var row in Rows(found.OrderBy(l => l.Sequence).Take(count)).AsAsyncEnumerable())
            {
                sheets.Row($"{row.Sequence}", row.At.Moment(), row.UserName, row.Name, row.Act, AuditWords.Name(row.Act), row.ThingName ?? row.Thing, row.Allowed ? "允许" : "拒绝", row.Why, row.Address);
            }
        }

        file.Position = 0;
        return File(file, SheetFile.ContentType, "审计记录.xlsx");
    }

    private IQueryable<AuditRow> Rows(IQueryable<AuditLine> lines) => lines.Select(l => new AuditRow(
        l.Sequence, l.At, db.Users.Where(u => u.Id == l.AccountId).Select(u => u.UserName).FirstOrDefault(), db.Users.Where(u => u.Id == l.AccountId).Select(u => u.DisplayName).FirstOrDefault(),
        l.Act, l.Thing, db.Users.Where(u => u.Id == l.Thing).Select(u => u.UserName).FirstOrDefault(), l.Allowed, l.Why, l.Address));

    private async Task<IQueryable<AuditLine>> Filtered(AuditFilter filter)
    {
        var kept = await accounts.Accounts(Policies.ReadAudit);
        var found = db.Audit.AsNoTracking().Where(l => l.AccountId == null || kept.Any(u => u.Id == l.AccountId));
        if (!string.IsNullOrWhiteSpace(filter.Account))
        {
            var (typed, upper) = (filter.Account.Trim(), filter.Account.Trim().ToUpperInvariant());
            found = found.Where(l => db.Users.Any(u => u.Id == l.AccountId && (u.NormalizedUserName == upper || u.DisplayName == typed)));
        }

        if (!string.IsNullOrWhiteSpace(filter.Act))
        {
            var act = filter.Act.Trim();
            found = found.Where(l => l.Act == act || l.Act.StartsWith(act + "."));
        }

        if (!string.IsNullOrWhiteSpace(filter.Thing))
        {
            var thing = filter.Thing.Trim();
            found = found.Where(l => l.Thing == thing || db.Users.Any(u => u.Id == l.Thing && u.UserName == thing));
        }

        found = filter.Allowed is { } allowed ? found.Where(l => l.Allowed == allowed) : found;
        var (from, to) = (filter.From?.StartInChina(), filter.To?.AddDays(1).StartInChina());
        found = from is null ? found : found.Where(l => l.At >= from);
        return to is null ? found : found.Where(l => l.At < to);
    }
}
