using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Entries of the demo's events: chosen by the rules of entry, then brought to where the event's moment has them.</summary>
internal sealed class DemoEntries(CompetitionsDb db, DemoPeople people, DateTime now)
{
    private const string Consent = "2026-1";
    private const string Unit = "demo-enterprise";
    private const string Town = "demo-town";

    private readonly Dictionary<int, List<Entry>> _of = [];
    private readonly HashSet<(int Contest, int Worker)> _entered = [];

    public IReadOnlyList<Entry> Of(Event made) => _of.GetValueOrDefault(made.Id, []);

    /// <param name="forward">Whom promotion lists bring; they are entered first.</param>
    public async Task Enter(Event made, EventPlan line, EventDays day, IReadOnlyList<Forward> forward)
    {
        var brought = forward.ToDictionary(f => f.WorkerId);
        var entries = Chosen(made, line, brought.Keys).Take(line.Entries).Select(c => Entered(made, c, day.Opened)).ToList();
        _of[made.Id] = entries;
        foreach (var (entry, i) in entries.Select((e, i) => (e, i)))
        {
            Review(made, entry, i, line, day.Opened.AddDays(2).AddMinutes(37 * i), brought.GetValueOrDefault(Competitor(entry)));
        }

        db.AddRange(entries);
        await db.SaveChangesAsync();
        foreach (var entry in entries.Where(e => e.PromotionLineId is not null))
        {
            var from = brought[Competitor(entry)];
            from.List.Entered(from.Line, entry.Id, DemoContests.Officer, day.Opened.AddDays(2));
        }

        foreach (var from in forward.Where(f => !entries.Exists(e => e.PromotionLineId == f.Line)))
        {
            from.List.NotEntered(from.Line, Sentences.For("entry.unit-places-used", ["本单位", made.Rules.Entry.MostPerUnit]), DemoContests.Officer, day.Opened.AddDays(2));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Who of an organisation may enter it and is in no other event of the contest, of its occupation before others.</summary>
    public IEnumerable<Worker> Fit(Event made, string within) => people.Employed
        .Where(u => people.Organisations[u.Key].Path.StartsWith(people.Organisations[within].Path, StringComparison.Ordinal)).SelectMany(u => u.Value)
        .Where(w => May(w, made.Rules.Entry, now.InChina().Date()) && !_entered.Contains((made.ContestId, w.Id)))
        .OrderBy(w => w.OccupationCode != made.OccupationCode).ThenBy(w => w.Id);

    public async Task Release(Event made, DateTime at)
    {
        foreach (var entry in Of(made).Where(e => EntryLifecycle.Next(e.Stage, EntryMove.Release) is not null))
        {
            entry.Make(EntryMove.Release, DemoContests.Officer, at);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Who has a place and may come.</summary>
    public IReadOnlyList<Entry> Coming(Event made) => [.. Of(made).Where(e => e.Stage is EntryStage.Accepted or EntryStage.Confirmed)];

    public IReadOnlyList<int> WorkersOf(Event made, IReadOnlyList<int> entries) => [.. Of(made).Where(e => entries.Contains(e.Id)).Select(Competitor)];

    public async Task SignIn(Event made, IEnumerable<Seat> seats, IReadOnlyCollection<int> absent, DateTime at)
    {
        var here = seats.Select(s => s.EntryId).ToHashSet();
        foreach (var entry in Of(made).Where(e => here.Contains(e.Id)))
        {
            entry.Make(absent.Contains(entry.Id) ? EntryMove.MarkAbsent : EntryMove.SignIn, "demo-floor", at);
        }

        await db.SaveChangesAsync();
    }

    public async Task Read(Event made) => _of[made.Id] = await db.Entries.Where(e => e.EventId == made.Id).OrderBy(e => e.Id).ToListAsync();

    public async Task Finish(Event made, DateTime at)
    {
        foreach (var entry in Of(made).Where(e => e.Stage is EntryStage.SignedIn))
        {
            entry.Make(EntryMove.Finish, "demo-floor", at);
        }

        await db.SaveChangesAsync();
    }

    private static int Competitor(Entry entry) => entry.Members.First(m => m.Role is EntryRole.Competitor).WorkerId;

    private Entry Entered(Event made, IReadOnlyList<Worker> team, DateTime opened)
    {
        var at = opened.AddDays(1).AddMinutes(team[0].Id % 600);
        var unit = people.UnitOf(team[0]);
        var entry = new Entry(made, made.Groups[0].Code, unit.Id, unit.NameOn(at.InChina().Date()), Unit, at);
        foreach (var worker in team)
        {
            entry.With(worker.Id, worker.Name);
            entry.Consent(worker.Id, ConsentKind.Processing, Consent, at, himself: worker.Id % 3 == 0);
            entry.Consent(worker.Id, ConsentKind.Publication, Consent, at, himself: worker.Id % 3 == 0);
            _entered.Add((made.ContestId, worker.Id));
        }

        if (team.Count > 1 || team[0].Id % 4 == 0)
        {
            var coach = people.Employed[unit.Code].First(w => w.SkillLevelCode is "senior-technician" or "technician" && !team.Contains(w));
            entry.With(coach.Id, coach.Name, EntryRole.Coach);
        }

        entry.Stated(team.Count > 1 ? $"{unit.ShortName}队" : null, cleanRecord: true).Declared("");
        return entry;
    }

    private static void Review(Event made, Entry entry, int i, EventPlan line, DateTime at, Forward? forward)
    {
        var mixed = line.Moment is "registration" or "cancelled" ? i % 8 : line.Moment is "vetting" ? i % 4 + 20 : 99;
        if (forward is not null)
        {
            entry.From(forward.From, forward.Line).Promote(made.Groups[0], DemoContests.Officer, at, forward.Why);
            if (mixed == 99)
            {
                Settle(entry, i, line, at, mixed);
            }

            return;
        }

        if (mixed == 0 && line.Moment != "cancelled")
        {
            return; // a draft
        }

        entry.Submit(made.Groups[0], Unit, at);
        if (mixed == 1)
        {
            return;
        }

        entry.Make(EntryMove.PassUnit, Unit, at.AddHours(3));
        if (mixed is 2 or 20)
        {
            return;
        }

        if (mixed == 3)
        {
            entry.Make(EntryMove.Return, Town, at.AddHours(20), "职业技能等级证书照片看不清，请重新上传。");
            return;
        }

        if (mixed == 7)
        {
            entry.Make(EntryMove.Withdraw, Unit, at.AddHours(22), "赛期与出差冲突，本人申请撤回。");
            return;
        }

        entry.Make(EntryMove.PassTown, Town, at.AddHours(26));
        if (mixed is 4 or 21 || (line.Moment == "full" && i >= line.Capacity + 4))
        {
            return;
        }

        Settle(entry, i, line, at, mixed);
    }

    /// <summary>The organiser's word.</summary>
    private static void Settle(Entry entry, int i, EventPlan line, DateTime at, int mixed)
    {
        if (mixed == 5)
        {
            entry.Make(EntryMove.Refuse, DemoContests.Officer, at.AddHours(40), "本地社会保险连续缴纳不满六个月。");
        }
        else if (line.Moment == "full" && i >= line.Capacity)
        {
            entry.PutOnWaitingList(DemoContests.Officer, at.AddHours(40).AddMinutes(i));
        }
        else
        {
            entry.Accept((i + 1).ToString("0000", CultureInfo.InvariantCulture), DemoContests.Officer, at.AddHours(40));
            if (mixed == 99 && line.Moment is not ("full" or "too-few"))
            {
                entry.Make(EntryMove.Confirm, Unit, at.AddHours(60));
            }
        }
    }

    /// <summary>Those put forward first, then of the occupation before others, unit after unit, nobody twice in a contest.</summary>
    private IEnumerable<IReadOnlyList<Worker>> Chosen(Event made, EventPlan line, IReadOnlyCollection<int> forward)
    {
        var rules = made.Rules.Entry;
        var size = made.Groups[0].TeamSize;
        var most = rules.MostPerUnit == 0 ? line.Entries : rules.MostPerUnit;
        var today = now.InChina().Date();
        return people.Employed
            .Where(u => line.Within is null || people.Organisations[u.Key].Path.StartsWith(people.Organisations[line.Within].Path, StringComparison.Ordinal))
            .SelectMany(u => u.Value
                .Where(w => May(w, rules, today) && !_entered.Contains((made.ContestId, w.Id)))
                .OrderBy(w => !forward.Contains(w.Id)).ThenBy(w => w.OccupationCode != made.OccupationCode).ThenBy(w => w.Id)
                .Chunk(size).Where(team => team.Length == size).Take(most)
                .Select((team, round) => (Team: team, Round: round)))
            .OrderBy(t => !forward.Contains(t.Team[0].Id)).ThenBy(t => t.Team[0].OccupationCode != made.OccupationCode).ThenBy(t => t.Round).ThenBy(t => t.Team[0].Id)
            .Select(t => (IReadOnlyList<Worker>)t.Team);
    }

    private static bool May(Worker worker, EntryRules rules, DateOnly today) =>
        worker.SkillLevelCode is not null
        && worker.BornOn.AddYears(rules.FewestYears ?? 0) <= today.AddYears(-2)
        && RetirementAge.Of(worker.Sex, worker.IsCadre, worker.BornOn).ReachedOn(worker.BornOn) > today.AddYears(1)
        && worker.InsuredSince <= today.AddMonths(-rules.InsuranceMonths - 1);
}
