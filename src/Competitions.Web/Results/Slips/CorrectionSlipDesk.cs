using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Scoring;
using Competitions.Results;
using Competitions.Schemes;
using Competitions.Scoring;
using Competitions.Data.Schemes;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Results.Rechecks;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Slips;

/// <summary>A mark as it stands, that a slip may correct.</summary>
public sealed record StandingLine(long Sequence, string Work, string Module, string Item, string Title, string Judge, string JudgeName, decimal Value);

/// <summary>Which marks stand of a work, and the moment at which a slip becomes a line of the ledger.</summary>
public sealed class CorrectionSlipDesk(CompetitionsDb db, EntryDesk entries, RecheckDesk rechecks, TimeProvider clock)
{
    private const string TakeSitting = "sitting";

    /// <summary>Of a work by its code, or of all works of a competitor by his number once their codes are open.</summary>
    public async Task<IReadOnlyList<StandingLine>> Standing(Event of, string subject)
    {
        var typed = subject.Trim().ToUpperInvariant();
        var rows = of.Rounds.Select(r => CodeBookLine.RowsOf(r.Code)).ToList();
        var numbered = (await db.CodeBook.AsNoTracking().Where(l => l.EventCode == of.Code && rows.Contains(l.Module)).Select(l => new { l.EntryId, l.Work }).ToListAsync()).Where(l => CodeBookLine.NumberOf(l.Work) == typed).Select(l => l.EntryId).ToList();
        var works = await db.CodeBook.AsNoTracking().Where(l => l.EventCode == of.Code && !rows.Contains(l.Module) && (l.Work == typed || l.OpenedAt != null && numbered.Contains(l.EntryId))).Select(l => new { l.Work, l.Module }).ToListAsync();
        var places = (await db.MarkingSchemes.AsNoTracking().Newest(of.Id))?.Content.Places.ToDictionary(p => p.Aspect.Key) ?? [];
        var lines = new List<StandingLine>();
        foreach (var work in works)
        {
            lines.AddRange((await Newest(of, work.Work, work.Module)).Select(m => new StandingLine(m.Sequence, work.Work, work.Module, m.Aspect, Title(m.Aspect, places), m.Judge, m.Judge, m.Value)));
        }

        var accounts = lines.Select(l => l.Judge).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return [.. lines.Select(l => l with { JudgeName = names.GetValueOrDefault(l.Judge, "系统") })];
    }

    /// <summary>A slip in words.</summary>
    public async Task<SlipLook> Look(Event of, int id)
    {
        var slip = Missing.Unless(await db.CorrectionSlips.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.EventId == of.Id));
        string[] accounts = [slip.DrawnBy, slip.SignedBy, slip.Judge];
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var places = (await db.MarkingSchemes.AsNoTracking().Newest(of.Id))?.Content.Places.ToDictionary(p => p.Aspect.Key) ?? [];
        var line = await db.Marks.Where(m => m.EventCode == of.Code && m.Slip == slip.Code && m.Work == slip.Work && m.Aspect == slip.Item).Select(m => (long?)m.Sequence).FirstOrDefaultAsync();
        return new SlipLook(
            of, await db.Contests.Where(c => c.Id == of.ContestId).Select(c => c.Name).SingleAsync(), slip, of.Modules.FirstOrDefault(m => m.Code == slip.Module)?.Name ?? slip.Module, Title(slip.Item, places),
            names.GetValueOrDefault(slip.DrawnBy, ""), names.GetValueOrDefault(slip.SignedBy, ""), names.GetValueOrDefault(slip.Judge, "系统"), slip.Stage is SlipStage.Applied ? line : null);
    }

    /// <exception cref="Refusal">slip.still-running, .no-mark, .value, .no-such-appeal, .no-such-finding, and those of the slip</exception>
    public async Task<CorrectionSlip> Draw(string code, long sequence, decimal to, string why, SlipGround ground, string by)
    {
        var contest = Missing.Unless(await db.Events.AsNoTracking().WithCode(code)).ContestId;
        return await entries.InQueue(contest, async () =>
        {
            var of = await db.Events.AsNoTracking().SingleAsync(e => e.Code == code);
            var line = await db.Marks.AsNoTracking().SingleOrDefaultAsync(m => m.EventCode == code && m.Sequence == sequence) ?? throw new Refusal("slip.no-mark");
            var module = await db.Works.Where(w => w.EventCode == code && w.Code == line.Work).Select(w => w.Module).SingleAsync();
            Refusal.Unless(of.HasStarted && (of.Stage is not EventStage.Running || await IsLocked(of, module, line)), "slip.still-running");
            var plan = await db.PlanOf(of, of.Modules.First(m => m.Code == module).Round);
            Refusal.Unless(plan.Item(module, line.Aspect) is { } item && item.Objection(to) is null, "slip.value");
            Refusal.Unless(ground.Appeal is null || await db.Appeals.AnyAsync(a => a.Id == ground.Appeal && a.EventId == of.Id && a.Outcome == AppealOutcome.Corrected), "slip.no-such-appeal");
            Refusal.Unless(ground.Recheck is not { } asked || await rechecks.Asks(of, asked, line.Work), "slip.no-such-finding");
            var number = (await db.CorrectionSlips.Where(s => s.EventId == of.Id).MaxAsync(s => (int?)s.Number) ?? 0) + 1;
            var slip = new CorrectionSlip(of, number, new WrongMark(line.Work, module, line.Aspect, line.Judge, line.Value, sequence), to, why, ground, by, clock.UtcNow());
            db.Add(slip);
            return slip;
        });
    }

    /// <summary>Signed by the second person it is a line of the ledger, in the same transaction; the lock is opened for this one line.</summary>
    public async Task<CorrectionSlip> Sign(Event of, int id, int version, string by) => await entries.InQueue(of.ContestId, async () =>
    {
        var slip = Missing.Unless(await db.CorrectionSlips.SingleOrDefaultAsync(s => s.Id == id && s.EventId == of.Id));
        db.Entry(slip).Property(s => s.Version).OriginalValue = version;
        var (now, head) = (clock.UtcNow(), await db.LedgerHeads.SingleAsync(h => h.EventCode == of.Code));
        var standing = (await Newest(of, slip.Work, slip.Module)).FirstOrDefault(m => m.Aspect == slip.Item && m.Judge == slip.Judge);
        slip.Apply(standing?.Sequence ?? 0, by, now);
        var (sheet, locked) = (new Sheet(slip.Module, now.InChina().Date()), head.Locked);
        var closed = head.LockedSheets.Contains($"{sheet}");
        head.Take(marks: true);
        head.Take(sheet, marks: true);
        db.Add(head.Append(new GivenMark(Guid.NewGuid(), slip.Work, slip.Item, slip.New, now, Slip: slip.Code), slip.Judge, sheet, now));
        head.Take(sheet, marks: !closed);
        head.Take(marks: !locked);
        await db.SaveChangesAsync();
        await rechecks.Follow(of, slip, by, now);
        return slip;
    });

    public Task Discard(Event of, int id, int version, string by) => entries.InQueue(of.ContestId, async () =>
    {
        var slip = Missing.Unless(await db.CorrectionSlips.SingleOrDefaultAsync(s => s.Id == id && s.EventId == of.Id));
        db.Entry(slip).Property(s => s.Version).OriginalValue = version;
        slip.Discard(by, clock.UtcNow());
    });

    /// <summary>The sheet that the line stands on is locked; what a slip wrote is open to no judge at all.</summary>
    private async Task<bool> IsLocked(Event of, string module, Mark line) => line.Slip is not null
        || (await db.LedgerHeads.AsNoTracking().SingleAsync(h => h.EventCode == of.Code)).LockedSheets.Contains($"{new Sheet(module, line.TakenAt.InChina().Date())}");

    /// <summary>The newest line of each item, of each judge where each one's counts.</summary>
    private async Task<IReadOnlyList<Mark>> Newest(Event of, string work, string module)
    {
        var plan = await db.PlanOf(of, of.Modules.First(m => m.Code == module).Round);
        var lines = await db.Marks.AsNoTracking().Where(m => m.EventCode == of.Code && m.Work == work).OrderBy(m => m.Sequence).ToListAsync();
        return [.. lines.GroupBy(m => (m.Aspect, plan.Item(module, m.Aspect)?.IsOfEachJudge == true ? m.Judge : "")).Select(g => g.Last()).OrderBy(m => m.Aspect, StringComparer.Ordinal).ThenBy(m => m.Sequence)];
    }

    private static string Title(string item, Dictionary<string, PlacedAspect> places) => item switch
    {
        MarkItem.Panel => "裁判组给分",
        MarkItem.Process => "现场打分",
        MarkItem.Time => "用时（秒）",
        TakeSitting => "机考成绩",
        ['-', ..] => "扣分",
        ['+', ..] => "裁判长调整",
        _ => places.TryGetValue(item.TrimEnd(MarkItem.NotAttempted), out var place) ? $"{place.Code} {place.Aspect.Description}" : item,
    };
}
