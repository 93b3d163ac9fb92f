using Competitions.Programmes;

namespace Competitions.Craftsmen;

/// <summary>A standing team on the front line, without an accident that it answers for.</summary>
public sealed class WorkerPioneerChecks : ApplicationChecks
{
    public override string Kind => WorkerPioneerForm.Code;

    public override IReadOnlyDictionary<string, string> Sentences => new Dictionary<string, string>
    {
        ["worker-pioneer.members"] = "班组现有 {0:0} 人，规则要求至少 {1:0} 人。",
        ["worker-pioneer.too-new"] = "班组成立于 {0:yyyy-MM-dd}，须满 {1} 个月，最早 {2:yyyy-MM-dd} 可以申报。",
        ["worker-pioneer.accident"] = "近一年发生责任事故的班组不能申报。",
        ["worker-pioneer.dispute"] = "有未办结的劳动争议，请核对后再推荐。",
        ["worker-pioneer.not-front-line"] = "班组长 {0} 没有标为一线职工，请核对。",
    };

    public override IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today)
    {
        var (answers, fewest, months) = (application.Answers, call.Rules.Number("fewest-members"), (int)call.Rules.Number("fewest-months"));
        (bool Is, Func<Finding> Finding)[] found =
        [
            (answers.Number(WorkerPioneerForm.Members) < fewest, () => Finding.Blocks("worker-pioneer.members", answers.Number(WorkerPioneerForm.Members)!, fewest)),
            (answers.Date(WorkerPioneerForm.Since)?.AddMonths(months) > today, () => Finding.Blocks("worker-pioneer.too-new", answers.Date(WorkerPioneerForm.Since)!, months, answers.Date(WorkerPioneerForm.Since)!.Value.AddMonths(months))),
            (answers.YesNo(WorkerPioneerForm.HadAccident) is true, () => Finding.Blocks("worker-pioneer.accident")),
            (answers.YesNo(WorkerPioneerForm.HadDispute) is true, () => Finding.Flags("worker-pioneer.dispute")),
            (application.People is [{ IsFrontLine: false }, ..], () => Finding.Flags("worker-pioneer.not-front-line", application.People[0].Name)),
        ];
        return found.Where(f => f.Is).Select(f => f.Finding());
    }
}
