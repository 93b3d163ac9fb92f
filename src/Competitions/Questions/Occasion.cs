namespace Competitions.Questions;

/// <summary>
/// 考试安排: a paper sat in a window of time. What it is for stands in a neutral purpose key (<c>module:E1/theory</c>, <c>training:…</c>)
/// that only the room it is for can read.
/// </summary>
public sealed class Occasion
{
    private Occasion()
    {
    }

    /// <exception cref="Refusal"><c>occasion.times</c>, <c>occasion.minutes</c>, <c>occasion.paper-not-drawn</c>.</exception>
    public Occasion(Paper paper, string title, string purpose, DateTime opensAt, DateTime closesAt, int minutes, bool showsResult = true)
    {
        Refusal.Unless(paper.Stage is not PaperStage.Draft, "occasion.paper-not-drawn");
        Refusal.Unless(closesAt > opensAt, "occasion.times");
        Refusal.Unless(minutes is >= 1 and <= 600, "occasion.minutes");
        (PaperId, OrganisationId, Title, Purpose) = (paper.Id, paper.OrganisationId, title.Trim(), purpose.Trim());
        (OpensAt, ClosesAt, Minutes, ShowsResult) = (opensAt, closesAt, minutes, showsResult);
    }

    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public int PaperId { get; private set; }
    public string Title { get; private set; } = "";
    public string Purpose { get; private set; } = "";

    /// <summary>UTC; nobody starts before it or from <see cref="ClosesAt"/> on.</summary>
    public DateTime OpensAt { get; private set; }

    public DateTime ClosesAt { get; private set; }

    /// <summary>From a competitor's own start.</summary>
    public int Minutes { get; private set; }

    /// <summary>Whether a competitor sees his points at once; a contest may keep them until they are published.</summary>
    public bool ShowsResult { get; private set; }

    /// <summary>For what was sent in time and arrived late.</summary>
    public int GraceSeconds { get; private set; } = 10;

    public bool OpenAt(DateTime at) => at >= OpensAt && at < ClosesAt;

    /// <summary>A worker's place in it; sets alternate in the order of admission.</summary>
    public Sitting Admit(int workerId, int already) => new(Id, workerId, Draw.Sets[already % Draw.Sets.Count]);
}
