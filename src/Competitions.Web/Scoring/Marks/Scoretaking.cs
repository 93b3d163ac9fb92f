using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;

namespace Competitions.Web.Scoring.Marks;

/// <summary>The one way a mark gets in, whoever brings it: the judges' page, a process sheet, a device.</summary>
public sealed class Scoretaking(CompetitionsDb db, MarkingFloors floors, MarkWriter writer, MyDuties duties, TimeProvider clock)
{
    public async Task<MarkAnswer[]> Take(string code, string judge, IReadOnlyList<TabletMark> given)
    {
        var floor = await floors.Of(db, code);
        var isChief = (await duties.Held()).Any(d => d.Kind is DutyKind.ChiefJudge && d.EventId == floor.Event.Id);
        return await Task.WhenAll(given.Select(mark => mark.Read() is { } read
            ? writer.Write(Offered(floor, judge, read, isChief))
            : Task.FromResult(new MarkAnswer(mark.Id, null, "marks.not-a-number", Sentences.For("marks.not-a-number")))));
    }

    /// <summary>An objection does not stop a mark here: it travels with it, for one that is in already gets its first answer.</summary>
    public OfferedMark Offered(MarkingFloor floor, string judge, GivenMark mark, bool isChief)
    {
        var module = floor.Modules.GetValueOrDefault(mark.Work);
        var item = module is null ? null : floor.Plan.Item(module, mark.Aspect);
        var sheet = new Sheet(module ?? "", clock.UtcNow().InChina().Date());
        return new OfferedMark(floor.Event.Code, judge, mark, sheet, item?.IsOfEachJudge ?? false, Objection(floor, judge, mark, module, item, isChief));
    }

    private static string? Objection(MarkingFloor floor, string judge, GivenMark mark, string? module, MarkItem? item, bool isChief) =>
        floor.Event.Stage is not EventStage.Running ? "marks.not-running"
        : module is null ? "marks.no-such-work"
        : item is null ? "marks.no-such-item"
        : item.How is MarkHow.Adjustment ? isChief ? item.Objection(mark.Value) : "marks.chief-only"
        : !floor.Marks(judge, item) ? "marks.not-yours"
        : item.Objection(mark.Value);
}
