namespace Competitions.Programmes;

/// <summary>How an application comes (craftsmen.md §9.1).</summary>
public enum ApplicationChannel
{
    /// <summary>单位推荐.</summary>
    Unit,

    /// <summary>社团推荐.</summary>
    Society,

    /// <summary>本人自荐.</summary>
    Self,
}

/// <summary>A person of an application, with unit and post as on the day.</summary>
/// <param name="Order">From 1.</param>
/// <param name="Share">Per cent, at most two places; 0 where the kind knows no shares.</param>
public sealed record ApplicationPerson(int Order, int WorkerId, string Name, int UnitId, string UnitName, string Post, bool IsFrontLine, decimal Share);

/// <summary>A statement that was accepted, in that version of its text.</summary>
public sealed record AcceptedStatement(string Key, string Version, string By, DateTime At);

/// <summary>The union that recommends it, as on the day.</summary>
public sealed record Recommender(int OrganisationId, string Name);

/// <summary>单位公示: where it hung, and from when to when (both days in it).</summary>
public sealed record UnitNotice(string Place, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>A body's word on an application; a later one of the same body takes its place.</summary>
/// <param name="On">The day of its letter or visit.</param>
public sealed record ApplicationOpinion(string Body, bool IsFavourable, string Text, DateOnly On, string By, DateTime At);

/// <summary>申报材料: a paper of an application. The file lies under the hash of its content.</summary>
public sealed class ApplicationPaper
{
    /// <summary>Papers of one application.</summary>
    public const int Most = 30;

    private ApplicationPaper()
    {
    }

    /// <exception cref="Refusal">application.not-open, application.paper-title</exception>
    public ApplicationPaper(Application of, string title, string name, string contentType, long bytes, string hash, string by, DateTime at)
    {
        Refusal.Unless(ApplicationLifecycle.IsOpen(of.Stage), "application.not-open");
        Refusal.Unless(title.Trim().Length is >= 1 and <= 40, "application.paper-title");
        (ApplicationId, Title, Name, ContentType, Bytes, Hash, By, At) = (of.Id, title.Trim(), name, contentType, bytes, hash, by, at);
    }

    public int Id { get; private set; }
    public int ApplicationId { get; private set; }

    /// <summary>What paper it is: 应用证明.</summary>
    public string Title { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public long Bytes { get; private set; }
    public string Hash { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>The formal check found neither name nor unit on it: experts see it while they review blind.</summary>
    public bool IsBlind { get; private set; }

    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public void ShowBlind(bool shown) => IsBlind = shown;
}
