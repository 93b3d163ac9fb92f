namespace Competitions.Schemes;

/// <summary>
/// A workbook that was read and waits to be looked through: nothing of it is the event's until all of it is adopted. It belongs
/// to who uploaded it and is kept a day.
/// </summary>
public sealed class SchemeUpload
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private SchemeUpload()
    {
    }

    public SchemeUpload(Guid id, int eventId, string accountId, string fileName, SchemeReading reading, DateTime at)
    {
        (Id, EventId, AccountId, FileName, Reading, At) = (id, eventId, accountId, fileName, reading, at);
        Verdicts = [.. reading.Warnings.Select(_ => (bool?)null)];
    }

    public Guid Id { get; private set; }
    public int EventId { get; private set; }
    public string AccountId { get; private set; } = "";
    public string FileName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    public SchemeReading Reading { get; private set; } = null!;

    /// <summary>For each warning: accepted, refused, or not looked at yet.</summary>
    public IReadOnlyList<bool?> Verdicts { get; private set; } = [];

    /// <summary>Errors block; so does a warning that is refused or was not looked at.</summary>
    public bool IsAdoptable => Reading.Errors.Count == 0 && Verdicts.All(v => v is true);

    /// <param name="warning">Its place in the reading's list; null for all.</param>
    /// <param name="accepts">False: the workbook is to be mended.</param>
    /// <exception cref="Refusal">scheme-upload.no-such-warning</exception>
    public void Judge(int? warning, bool accepts)
    {
        Refusal.Unless(warning is not { } n || n >= 0 && n < Verdicts.Count, "scheme-upload.no-such-warning");
        Verdicts = [.. Verdicts.Select((v, i) => warning is null || warning == i ? accepts : v)];
    }

    /// <summary>The scheme whole, with the warnings that were accepted.</summary>
    /// <exception cref="Refusal">scheme-upload.errors, .warnings-refused, .warnings-open</exception>
    public WrittenScheme Adopt(string title, IReadOnlyDictionary<string, string> modules)
    {
        Refusal.Unless(Reading.Errors.Count == 0, "scheme-upload.errors", Reading.Errors.Count);
        Refusal.Unless(Verdicts.All(v => v is not false), "scheme-upload.warnings-refused", Verdicts.Count(v => v is false));
        Refusal.Unless(IsAdoptable, "scheme-upload.warnings-open", Verdicts.Count(v => v is null));
        return new WrittenScheme(Reading.Scheme.Titled(title), modules, Reading.Warnings);
    }
}
