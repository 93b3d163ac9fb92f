namespace Competitions.Questions;

public enum SittingStage { Admitted, Sitting, HandedIn }

public enum HandIn { ByHand, ByClock }

/// <summary>An answer as the browser sent it, with the id that the browser made. Never changed: a new answer to the same place is a new line.</summary>
/// <param name="Turn">Rises in the browser; the highest of a place counts, in whatever order they arrive.</param>
public sealed record GivenAnswer(Guid Id, int SittingId, int Place, string Given, long Turn, DateTime TakenAt)
{
    public const int Longest = 500;
}

public sealed record ExtraTime(int Minutes, string Why, string By, DateTime At);

/// <summary>One worker's sitting of one occasion. The server's clock decides; the browser only shows it.</summary>
public sealed class Sitting
{
    private readonly List<ExtraTime> _extra = [];

    internal Sitting(int occasionId, int workerId, string set) => (OccasionId, WorkerId, Set) = (occasionId, workerId, set);

    public int Id { get; private set; }
    public int OccasionId { get; private set; }
    public int WorkerId { get; private set; }
    public string Set { get; private set; }
    public SittingStage Stage { get; private set; }
    public DateTime? StartedAt { get; private set; }

    /// <summary>With the extra time; null before the start.</summary>
    public DateTime? Deadline { get; private set; }

    public DateTime? HandedInAt { get; private set; }
    public HandIn? HandedIn { get; private set; }
    public Points? Points { get; private set; }

    /// <summary>The id of what is made of the result elsewhere: made once, so that handing it on twice changes nothing.</summary>
    public Guid ResultId { get; private set; } = Guid.NewGuid();

    public int Version { get; private set; }
    public IReadOnlyList<ExtraTime> Extra => _extra;

    /// <summary>A second start is the first again: a reload changes nothing.</summary>
    public void Start(Occasion occasion, DateTime at)
    {
        if (Stage is SittingStage.Sitting)
        {
            return;
        }

        Refusal.Unless(Stage is SittingStage.Admitted, "sitting.handed-in");
        Refusal.Unless(occasion.OpenAt(at), at < occasion.OpensAt ? "sitting.not-open" : "sitting.closed");
        (Stage, StartedAt, Version) = (SittingStage.Sitting, at, Version + 1);
        Deadline = at.AddMinutes(occasion.Minutes + _extra.Sum(e => e.Minutes));
    }

    /// <summary>补时: for a failure that was not the competitor's.</summary>
    public void AddTime(int minutes, string why, string by, DateTime at)
    {
        Refusal.Unless(Stage is not SittingStage.HandedIn, "sitting.handed-in");
        Refusal.Unless(minutes is >= 1 and <= 180, "sitting.extra-minutes");
        Refusal.Unless(why.Trim().Length > 0, "sitting.extra-why");
        _extra.Add(new ExtraTime(minutes, why.Trim(), by, at));
        (Deadline, Version) = (Deadline?.AddMinutes(minutes), Version + 1);
    }

    /// <summary>True when an answer that arrives now may count.</summary>
    public bool Takes(Occasion occasion, DateTime at) => Stage is SittingStage.Sitting && at <= Deadline!.Value.AddSeconds(occasion.GraceSeconds);

    public bool RanOut(Occasion occasion, DateTime at) => Stage is SittingStage.Sitting && !Takes(occasion, at);

    /// <summary>Marked in the same breath.</summary>
    /// <param name="answers">All that were taken; the highest turn of a place counts.</param>
    public void End(HandIn how, Paper paper, IEnumerable<GivenAnswer> answers, DateTime at)
    {
        Refusal.Unless(Stage is SittingStage.Sitting, Stage is SittingStage.HandedIn ? "sitting.handed-in" : "sitting.not-started");
        (Stage, HandedIn, HandedInAt, Version) = (SittingStage.HandedIn, how, at, Version + 1);
        Points = paper.Marking.Sum(paper.Of(Set), Latest(answers));
    }

    public static Dictionary<int, string> Latest(IEnumerable<GivenAnswer> answers) =>
        answers.GroupBy(a => a.Place).ToDictionary(p => p.Key, p => p.OrderBy(a => a.Turn).ThenBy(a => a.Id).Last().Given);
}
