using Competitions.Programmes;

namespace Competitions.Craftsmen;

/// <summary>Who is not recommended as a model worker (craftsmen.md §9.3).</summary>
public sealed class ModelWorkerChecks : ApplicationChecks
{
    public override string Kind => ModelWorkerForm.Code;

    public override IReadOnlyDictionary<string, string> Sentences => new Dictionary<string, string>
    {
        ["model-worker.county-cadre"] = "县处级以上干部不参加区级劳模评选。",
        ["model-worker.punished"] = "近五年受过处分或处罚的，不得推荐。",
        ["model-worker.not-member"] = "{0} 现在不在任何工会会籍里，须是工会会员。",
        ["model-worker.held"] = "{0} 已经是“{1}”，同一称号不再授予。",
        ["model-worker.type-differs"] = "{0} 填为一线职工，但人员表里没有标一线，请核对。",
    };

    public override IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today)
    {
        var answers = application.Answers;
        var person = facts.People is [var first, ..] ? first : null;
        (bool Is, Finding Finding)[] found =
        [
            (answers.YesNo(ModelWorkerForm.IsCadre) is true, Finding.Blocks("model-worker.county-cadre")),
            (answers.YesNo(ModelWorkerForm.IsPunished) is true, Finding.Blocks("model-worker.punished")),
            (person is { IsMember: false }, Finding.Blocks("model-worker.not-member", person?.Name ?? "")),
            (answers.Text(ModelWorkerForm.Type) == ModelWorkerForm.FrontLine && application.People is [{ IsFrontLine: false }, ..], Finding.Flags("model-worker.type-differs", person?.Name ?? "")),
        ];
        return found.Where(f => f.Is).Select(f => f.Finding)
            .Concat(call.Rules.Honour.Grades.Where(g => person?.Honours.Any(h => h.Name == g.Name) is true).Select(g => Finding.Blocks("model-worker.held", person!.Name, g.Name)));
    }
}
