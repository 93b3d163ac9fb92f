using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;

namespace Competitions.Web.Seeding;

/// <summary>Somebody whom a published list brings into an event.</summary>
/// <param name="From">His entry there, where it was held here.</param>
internal sealed record Forward(PromotionList List, int Line, int? From, int WorkerId, string Why);

/// <summary>The way up in the demo: an enterprise's own contest as a result sheet, the town's results, the district's list; computed by one, confirmed by another.</summary>
internal sealed class DemoPromotions(CompetitionsDb db, DemoPeople people, DateTime now)
{
    private const int Field = 9;

    private static readonly decimal[] Marks = [93.5m, 91.25m, 88.75m, 88.75m, 86.5m, 84m, 82.25m, 79.5m, 76m, 74.5m, 71m, 68m];

    private readonly Dictionary<string, ResultSheet> _held = [];

    /// <summary>An event that was marked on paper: its results as a sheet, for the event that its best go on to.</summary>
    public async Task Results(Event made, string owner, IReadOnlyList<Entry> finished, string to, DateTime at)
    {
        var rows = finished.Select((entry, i) => Row(i, Competitor(entry).Name, entry.UnitName, Find(Competitor(entry).WorkerId), entry.Id));
        _held[to] = await Sheet(people.Organisations[owner], people.Organisations["LP"], new ResultSheetText(
            $"{people.Organisations[owner].ShortName}职工群英赛", people.Organisations[owner].Name, OrganisationLevel.Town, at.InChina().Date(), made.Title, "成绩汇总.xlsx", made.Id), [.. rows], at, accepted: true);
    }

    /// <summary>The lists into an event. Only a published one brings people.</summary>
    /// <param name="fit">Who may enter it, of the organisation of that code.</param>
    public async Task<IReadOnlyList<Forward>> Into(Event made, string owner, EventPlan line, Func<string, IEnumerable<Worker>> fit, DateTime at)
    {
        List<Forward> forward = [];
        if (line.SheetOf is { } code)
        {
            var (from, workers) = (people.Organisations[code], fit(code).Take(Field).ToList());
            var day = at.AddDays(-12).InChina().Date();
            var text = new ResultSheetText(
                from.Level is OrganisationLevel.Enterprise ? $"{from.ShortName} {day.Year} 年岗位练兵" : $"{from.ShortName} {day.Year} 年职工群英赛", from.Name, from.Level, day, made.OccupationName, "成绩单.xlsx");
            var sheet = await Sheet(from, people.Organisations[owner], text, [.. workers.Select((w, i) => Row(i, w.Name, people.UnitOf(w).NameOn(day), w, null))], at.AddDays(-9), line.Promotion != "imported");
            forward.AddRange(line.Promotion == "imported" ? [] : await List(made, sheet, line.Promotion, owner, at.AddDays(-6)));
        }

        if (_held.Remove(made.Code, out var held))
        {
            forward.AddRange(await List(made, held, line.Promotion, owner, at.AddDays(1)));
        }

        return forward;
    }

    private async Task<IEnumerable<Forward>> List(Event made, ResultSheet sheet, string until, string owner, DateTime at)
    {
        var (one, other) = owner == "LP" ? (DemoContests.Officer, "demo-leader") : ("demo-town", DemoContests.Officer);
        var rule = new PromotionRule(3, null, CountRounding.HalfUp, 0, 60, false, until == "computed" ? BorderTie.Decide : BorderTie.Widen, 2);
        var list = new PromotionList(made, made.Groups[0].Code, null, new PromotionSource(null, null, null, sheet.Id, sheet.Title));
        list.Compute(rule, [.. sheet.Rows.OrderBy(r => r.Stands).ThenBy(r => r.Number).Select(r => new PromotionCandidate(r.Stands, r.Name, null, r.UnitName, r.Mark, r.Passed, r.EntryId, r.Id))], one, Past(at));
        db.Add(list);
        await db.SaveChangesAsync();
        if (until is "confirmed" or "published")
        {
            list.Confirm(other, Past(at.AddHours(5)), list.SourceSeal);
        }

        if (until is "published")
        {
            list.Publish(one, Past(at.AddHours(8)), list.SourceSeal);
        }

        await db.SaveChangesAsync();
        var workers = sheet.Rows.ToDictionary(r => r.Id, r => r.WorkerId!.Value);
        return list.Stage is not PromotionStage.Published ? []
            : list.Lines.Where(l => l.Stands).Select(l => new Forward(list, l.Id, l.FromEntryId, workers[l.FromRowId!.Value], $"{list.SourceTitle}，第 {l.Rank} 名"));
    }

    private async Task<ResultSheet> Sheet(Organisation from, Organisation to, ResultSheetText text, IReadOnlyList<ResultRow> rows, DateTime at, bool accepted)
    {
        var by = from.Level is OrganisationLevel.Enterprise ? "demo-enterprise" : "demo-town";
        var sheet = new ResultSheet(from, to, text, rows, by, Past(at), now.InChina().Date());
        if (accepted)
        {
            sheet.Accept(DemoContests.Officer, Past(at.AddHours(20)), "");
        }

        db.Add(sheet);
        await db.SaveChangesAsync();
        return sheet;
    }

    /// <summary>Places three and four are equal: the line of a list of three runs through them.</summary>
    private static ResultRow Row(int i, string name, string unit, Worker worker, int? entry)
    {
        var rank = i == 3 ? 3 : i + 1;
        var mark = Marks[Math.Min(i, Marks.Length - 1)];
        return new ResultRow(i + 2, rank, rank, name, unit, new SealedField(worker.IdNumberSealed, worker.IdNumberIndex), worker.Id, entry, new ResultMarks(new Points(mark), null, new Points(mark), null, true), i == 0 ? "一等奖" : null);
    }

    private Worker Find(int id) => people.Employed.Values.SelectMany(w => w).First(w => w.Id == id);

    private DateTime Past(DateTime at) => at < now ? at : now.AddMinutes(-5);

    private static EntryMember Competitor(Entry entry) => entry.Members.First(m => m.Role is EntryRole.Competitor);
}
