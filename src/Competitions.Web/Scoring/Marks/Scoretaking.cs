using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.SignIn;

namespace Competitions.Web.Scoring.Marks;

/// <summary>The one way a mark gets in, whoever brings it: the judges' page, a process sheet, a device.</summary>
public sealed class Scoretaking(CompetitionsDb db, MarkingFloors floors, MarkWriter writer, MyDuties duties, MySeat seat, TimeProvider clock)
{
    public async Task<MarkAnswer[]> Take(string code, string judge, IReadOnlyList<TabletMark> given)
    {
        var floor = await floors.Of(db, code);
        var giver = await GiverIn(floor, judge);
        return await Task.WhenAll(given.Select(mark => mark.Read() is { } read
            ? writer.Write(Offered(floor, giver, read))
            : Task.FromResult(new MarkAnswer(mark.Id, null, "marks.not-a-number", Sentences.For("marks.not-a-number")))));
    }

    public async Task<Giver> GiverIn(MarkingFloor floor, string account)
    {
        if (seat.Held is { } held)
        {
            return new Giver(account, IsChief: false, IsOnFloor: false, held.Module);
        }

        var kinds = (await duties.Held()).Where(d => d.EventId == floor.Event.Id).Select(d => d.Kind).ToList();
        return new Giver(account, kinds.Contains(DutyKind.ChiefJudge), kinds.Contains(DutyKind.FloorJudge));
    }

    /// <summary>An objection does not stop a mark here: it travels with it, for one that is in already gets its first answer.</summary>
    public OfferedMark Offered(MarkingFloor floor, Giver giver, GivenMark mark)
    {
        var module = floor.Modules.GetValueOrDefault(mark.Work);
        var item = module is null ? null : floor.Plan.Item(module, mark.Aspect);
        var sheet = new Sheet(module ?? "", clock.UtcNow().InChina().Date());
        var device = seat.Held is { } held ? MarkDevice.Of(floor.Event.Code, mark, held.Ticket, held.DeviceKey) : null;
        var objection = Objection(floor, giver, mark, module, item) ?? (seat.Held is not null && device is null ? "marks.wrong-device" : null);
        return new OfferedMark(floor.Event.Code, giver.Account, mark, sheet, item?.IsOfEachJudge ?? false, objection, device);
    }

    private static string? Objection(MarkingFloor floor, Giver giver, GivenMark mark, string? module, MarkItem? item) =>
        floor.Event.Stage is not EventStage.Running ? "marks.not-running"
        : module is null ? "marks.no-such-work"
        : item is null ? "marks.no-such-item"
        : !floor.Takes(giver, item) ? item.How is MarkHow.Adjustment ? "marks.chief-only" : "marks.not-yours"
        : item.NeedsReason && mark.Why is null ? "marks.reason-missing"
        : mark.Why?.Length > MarkReason.Longest ? "marks.reason-too-long"
        : item.Objection(mark.Value);
}
