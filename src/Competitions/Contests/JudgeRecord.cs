namespace Competitions.Contests;

/// <summary>赛前培训.</summary>
/// <param name="Hours">Null where nobody counted them.</param>
/// <param name="By">Who signed: the judge himself, or who has the paper that he signed.</param>
/// <param name="Why">Why it is on paper; empty where he signed himself.</param>
public sealed record Training(DateOnly On, string Topic, decimal? Hours, string By, DateTime At, string Why)
{
    public const int LongestTopic = 100;

    public bool IsOnPaper => Why.Length > 0;
}

/// <summary>What a judge brings to one event: his qualification, the trainings that he signed, and his word that he declared all his relations.</summary>
public sealed class JudgeRecord
{
    private readonly List<Training> _trainings = [];

    private JudgeRecord()
    {
    }

    public JudgeRecord(int eventId, string account) => (EventId, Account) = (eventId, account);

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public string Account { get; private set; } = "";
    public Qualification? Qualification { get; private set; }

    /// <summary>When he last signed that he declared all there is; null while he has not.</summary>
    public DateTime? StatedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Training> Trainings => _trainings;

    /// <summary>Recorded by who appoints and has seen the certificate; a newer one takes its place.</summary>
    /// <exception cref="Refusal">judge.not-your-own, .qualification-number</exception>
    public void Qualify(Qualification brings)
    {
        Refusal.Unless(brings.By != Account, "judge.not-your-own");
        Refusal.Unless(brings.Number.Trim().Length is > 0 and <= Qualification.LongestNumber, "judge.qualification-number", Qualification.LongestNumber);
        Qualification = brings with { Number = brings.Number.Trim() };
        Version++;
    }

    /// <summary>He signs himself that he was trained and read the rules of discipline and confidentiality.</summary>
    /// <exception cref="Refusal">judge.training-topic, .training-date, .training-hours, .training-twice</exception>
    public void SignTraining(DateOnly on, string topic, decimal? hours, DateOnly today, DateTime at) =>
        Add(new Training(on, topic.Trim(), hours, Account, at, ""), today);

    /// <summary>What he signed on paper, recorded by who appoints.</summary>
    /// <exception cref="Refusal">judge.not-your-own, .training-reason, and those of <see cref="SignTraining"/></exception>
    public void RecordTraining(Training paper, DateOnly today)
    {
        Refusal.Unless(paper.By != Account, "judge.not-your-own");
        Refusal.Unless(paper.Why.Trim().Length is >= 4 and <= 200, "judge.training-reason");
        Add(paper with { Topic = paper.Topic.Trim(), Why = paper.Why.Trim() }, today);
    }

    /// <summary>回避申报: besides what he declared there is nothing to declare.</summary>
    public void State(DateTime at) => (StatedAt, Version) = (at, Version + 1);

    private void Add(Training training, DateOnly today)
    {
        Refusal.Unless(training.Topic.Length is > 0 and <= Training.LongestTopic, "judge.training-topic", Training.LongestTopic);
        Refusal.Unless(training.On <= today && training.On >= today.AddYears(-1), "judge.training-date");
        Refusal.Unless(training.Hours is null or > 0 and <= 200, "judge.training-hours");
        Refusal.Unless(!_trainings.Exists(t => t.On == training.On && t.Topic == training.Topic), "judge.training-twice");
        _trainings.Add(training);
        Version++;
    }
}
