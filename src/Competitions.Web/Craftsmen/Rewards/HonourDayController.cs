using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Rewards;

/// <param name="Amount">Yuan; null as long as no reward is planned.</param>
public sealed record HonouredRow(int Id, string Name, string UnitName, string LevelName, string Title, DateOnly From, string Document, int? RewardId, decimal? Amount, DateOnly? PaidOn, string? Voucher);

public sealed record HonourDayPage(int Year, DateOnly Day, IReadOnlyList<HonouredRow> Rows, bool Names, int Last)
{
    public decimal Planned => Rows.Sum(r => r.Amount ?? 0);

    public decimal Paid => Rows.Where(r => r.PaidOn is not null).Sum(r => r.Amount ?? 0);
}

/// <summary>工匠日: who is honoured on it this year, and the reward of each.</summary>
[Route("craftsmen/honour-day"), Authorize(Policies.ReadCraftsmen)]
public sealed class HonourDayController(CompetitionsDb db, CraftsmanDesk desk, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year)
    {
        var (rows, of) = await Rows(year, Policies.ReadCraftsmen);
        return View(new HonourDayPage(of, CraftsmanDesk.Rules.HonourDay.In(of), rows, (await duties.Paths(Policies.NameCraftsmen)).Count > 0, YearOf(null)));
    }

    /// <summary>列入奖励: everybody of the year's list who has none yet for this title.</summary>
    [HttpPost("rewards"), Authorize(Policies.NameCraftsmen)]
    public async Task<IActionResult> Create([BindRequired] int year)
    {
        var (after, upTo) = CraftsmanDesk.Rules.HonouredIn(Math.Clamp(year, 2000, 2100));
        var found = await (await desk.Within(Policies.NameCraftsmen))
            .Where(c => c.Stage == CraftsmanStage.InForce && c.From > after && c.From <= upTo && !db.CraftsmanRewards.Any(r => r.WorkerId == c.WorkerId && r.Title == c.Title)).ToListAsync();
        List<CraftsmanReward> made = [.. found.Where(c => c.Level.Reward > 0).Select(c => new CraftsmanReward(c, year, User.Account(), clock.UtcNow()))];
        Refusal.Unless(made.Count > 0, "craftsman-reward.nobody", year);
        db.AddRange(made);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.CraftsmanRewards.Any(r => r.Year == year))
        {
            throw new Refusal("craftsman-reward.nobody", year); // two at once: the constraint decided
        }

        await audit.Write("craftsman.reward-plan", $"{year}", why: $"{made.Count}");
        TempData["Done"] = $"已列入 {made.Count} 人，共 {made.Sum(r => r.Amount).Money()} 元。";
        return Redirect($"/craftsmen/honour-day?year={year}");
    }

    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(int? year)
    {
        var (rows, of) = await Rows(year, Policies.ReadCraftsmen);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin($"{of} 年表彰名单", [14, 32, 14, 18, 28, 14, 14, 14, 20]);
            sheets.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，仅限工作使用，不得外传。", Look.Note));
            sheets.Row(((string[])["姓名", "时在单位", "等级", "称号", "文号", "日期", "奖励（元）", "发放日期", "凭证号"]).Select(h => new Cell(h, Look.Header)));
            foreach (var r in rows)
            {
                sheets.Row(r.Name, r.UnitName, r.LevelName, r.Title, r.Document, r.From.Iso(), r.Amount?.Money(), r.PaidOn?.Iso(), r.Voucher);
            }

            sheets.Row("合计", null, null, null, null, null, rows.Sum(r => r.Amount ?? 0).Money(), null, null);
        }

        await audit.Write("craftsman.export", $"{rows.Count}");
        file.Position = 0;
        return File(file, SheetFile.ContentType, $"工匠日表彰名单-{of}.xlsx");
    }

    private int YearOf(int? asked) => asked is >= 2000 and <= 2100 ? asked.Value : CraftsmanDesk.Rules.HonourDay.In(clock.Today().Year) < clock.Today().AddMonths(-3) ? clock.Today().Year + 1 : clock.Today().Year;

    private async Task<(IReadOnlyList<HonouredRow> Rows, int Year)> Rows(int? asked, string policy)
    {
        var year = YearOf(asked);
        var (after, upTo) = CraftsmanDesk.Rules.HonouredIn(year);
        return (await (
            from c in (await desk.Within(policy)).AsNoTracking()
            where (c.Stage == CraftsmanStage.InForce || c.Stage == CraftsmanStage.Suspended) && c.From > after && c.From <= upTo
            join r in db.CraftsmanRewards on c.Id equals r.CraftsmanId into rewards
            from r in rewards.DefaultIfEmpty()
            orderby c.LevelCode, c.Id
            select new HonouredRow(c.Id, c.WorkerName, c.UnitName, c.LevelName, c.Title, c.From!.Value, c.Document, (int?)r.Id, (decimal?)r.Amount, r.PaidOn, r.Voucher)).ToListAsync(), year);
    }
}
