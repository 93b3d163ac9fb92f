using Competitions.Data;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marks;

/// <summary>
/// The newest mark of each item of one event, so that a tablet with an older one is told. It follows the ledger by sequence
/// number, whichever node wrote a line; only the writer holds it.
/// </summary>
internal sealed class StandingMarks(string eventCode)
{
    private readonly Dictionary<(string Work, string Item, string Judge), (Standing Mark, DateOnly Day)> _marks = [];
    private long _at;

    /// <param name="judge">Null for the last one of any judge.</param>
    public Standing? Of(string work, string item, string? judge) => _marks.GetValueOrDefault((work, item, judge ?? "")).Mark;

    /// <summary>The day that it was given on: its sheet's, whenever it is replaced.</summary>
    public DateOnly DayOf(string work, string item, string? judge) => _marks.GetValueOrDefault((work, item, judge ?? "")).Day;

    public async Task CatchUp(CompetitionsDb db, long sequence)
    {
        if (_at >= sequence)
        {
            return;
        }

        var lines = db.Marks.AsNoTracking().Where(m => m.EventCode == eventCode && m.Sequence > _at && m.Sequence <= sequence).OrderBy(m => m.Sequence)
            .Select(m => new { m.Sequence, m.Work, m.Aspect, m.Judge, m.Value, m.TakenAt });
        await foreach (var line in lines.AsAsyncEnumerable())
        {
            Apply(line.Sequence, line.Work, line.Aspect, line.Judge, line.Value, line.TakenAt);
        }
    }

    /// <summary>A line that is stored.</summary>
    public void Apply(long sequence, string work, string item, string judge, decimal value, DateTime at)
    {
        Offer(sequence, work, item, judge, value, at);
        _at = sequence;
    }

    /// <summary>A line that is about to be: within one batch the second already finds the first.</summary>
    public void Offer(long sequence, string work, string item, string judge, decimal value, DateTime at) =>
        _marks[(work, item, judge)] = _marks[(work, item, "")] = (new Standing(sequence, value), at.InChina().Date());
}
