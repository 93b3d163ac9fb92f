namespace Competitions.Studios;

public enum AssessmentStage
{
    /// <summary>自评中: the studio writes its report.</summary>
    Reporting,

    /// <summary>待考核.</summary>
    Submitted,

    /// <summary>已考核: 优秀 or 合格.</summary>
    Assessed,

    /// <summary>不合格，限期整改.</summary>
    Failed,

    /// <summary>整改待复核.</summary>
    Corrected,

    /// <summary>复核合格.</summary>
    Passed,

    /// <summary>复核不合格.</summary>
    FailedAgain,
}

public enum AssessmentMove
{
    /// <summary>提交自评.</summary>
    Submit,

    /// <summary>退回补充.</summary>
    Return,

    /// <summary>考核: 优秀 or 合格.</summary>
    Assess,

    /// <summary>考核不合格.</summary>
    Fail,

    /// <summary>报告整改.</summary>
    Correct,

    /// <summary>复核合格.</summary>
    Pass,

    /// <summary>复核不合格, or the deadline passed without a report.</summary>
    FailAgain,
}

/// <summary>Every move of a year's assessment, and nothing else.</summary>
public static class AssessmentLifecycle
{
    private static readonly Dictionary<(AssessmentStage From, AssessmentMove Move), AssessmentStage> Table = new()
    {
        [(AssessmentStage.Reporting, AssessmentMove.Submit)] = AssessmentStage.Submitted,
        [(AssessmentStage.Submitted, AssessmentMove.Return)] = AssessmentStage.Reporting,
        [(AssessmentStage.Submitted, AssessmentMove.Assess)] = AssessmentStage.Assessed,
        [(AssessmentStage.Submitted, AssessmentMove.Fail)] = AssessmentStage.Failed,
        [(AssessmentStage.Failed, AssessmentMove.Correct)] = AssessmentStage.Corrected,
        [(AssessmentStage.Failed, AssessmentMove.FailAgain)] = AssessmentStage.FailedAgain,
        [(AssessmentStage.Corrected, AssessmentMove.Pass)] = AssessmentStage.Passed,
        [(AssessmentStage.Corrected, AssessmentMove.FailAgain)] = AssessmentStage.FailedAgain,
    };

    public static AssessmentStage? Next(AssessmentStage from, AssessmentMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
