namespace Competitions.Studios;

/// <summary>课题状态.</summary>
public enum TopicStage
{
    /// <summary>进行中.</summary>
    Open,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>已终止.</summary>
    Stopped,
}

/// <summary>攻关课题 of a studio.</summary>
public sealed class StudioTopic
{
    private StudioTopic()
    {
    }

    public StudioTopic(int studioId) => StudioId = studioId;

    public int Id { get; private set; }
    public int StudioId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>自选, 企业下达, 上级委托.</summary>
    public string Source { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public TopicStage Stage { get; private set; }

    /// <summary>Economic benefit a year, yuan.</summary>
    public decimal Benefit { get; private set; }
    public string Outcome { get; private set; } = "";
    public int Version { get; private set; }

    /// <exception cref="Refusal">studio-topic.title-missing, .ends-before, .done-without-end, .benefit</exception>
    public void Write(string title, string source, DateOnly from, DateOnly? to, TopicStage stage, decimal benefit, string outcome)
    {
        Refusal.Unless(title.Trim().Length is > 0 and <= 100, "studio-topic.title-missing");
        Refusal.Unless(to is null || to >= from, "studio-topic.ends-before");
        Refusal.Unless(stage is TopicStage.Open || to is not null, "studio-topic.done-without-end");
        Refusal.Unless(benefit is >= 0 and <= 100_000_000_000m, "studio-topic.benefit");
        (Title, Source, From, To, Stage, Benefit, Outcome, Version) = (title.Trim(), source.Trim(), from, to, stage, benefit, outcome.Trim(), Version + 1);
    }

    /// <summary>Worked at in that year.</summary>
    public bool IsIn(int year) => From.Year <= year && (To is null || To.Value.Year >= year);
}

public enum ActivityKind
{
    /// <summary>活动: 研讨, 攻关, 交流.</summary>
    Meeting,

    /// <summary>培训.</summary>
    Training,

    /// <summary>志愿服务, 技术帮扶.</summary>
    Service,

    /// <summary>接待参观.</summary>
    Visit,
}

/// <summary>An activity or training, with a photo where there is one.</summary>
public sealed class StudioActivity
{
    private StudioActivity()
    {
    }

    /// <param name="people">Who took part, 1 to 100,000.</param>
    /// <exception cref="Refusal">studio-activity.title-missing, .people, .date-ahead</exception>
    public StudioActivity(int studioId, ActivityKind kind, DateOnly on, string title, int people, string text, StudioFile? photo, string by, DateTime at)
    {
        Refusal.Unless(title.Trim().Length is > 0 and <= 100, "studio-activity.title-missing");
        Refusal.Unless(people is >= 1 and <= 100_000, "studio-activity.people");
        Refusal.Unless(on.ToDateTime(TimeOnly.MinValue) <= at.AddDays(1), "studio.date-ahead");
        (StudioId, Kind, On, Title, People, Text, Photo, By, At) = (studioId, kind, on, title.Trim(), people, text.Trim(), photo is null ? null : photo with { }, by, at);
    }

    public int Id { get; private set; }
    public int StudioId { get; private set; }
    public ActivityKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public string Title { get; private set; } = "";
    public int People { get; private set; }
    public string Text { get; private set; } = "";
    public StudioFile? Photo { get; private set; }
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}
