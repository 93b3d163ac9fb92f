using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Sittings;

/// <summary>What a browser sends of one answer: the id is its own, the turn rises with every change.</summary>
public sealed record SentAnswer(Guid Id, int Place, string Given, long Turn);

/// <summary>What it hears: taken, or why not. Either way it need not send it again.</summary>
public sealed record AnswerReply(Guid Id, bool Taken, string? Refusal, string? Sentence);

/// <summary>Takes answers and ends sittings: for the competitor's page and for the clock.</summary>
public sealed class SittingDesk(CompetitionsDb db, TimeProvider clock)
{
    private const int MostAtOnce = 200;

    /// <summary>An id that is known gets its first answer, whatever happened since: its acknowledgement was lost.</summary>
    public async Task<AnswerReply[]> Take(Sitting sitting, IReadOnlyList<SentAnswer> sent)
    {
        Refusal.Unless(sent.Count <= MostAtOnce, "answer.no-such-place", sent.Count);
        var occasion = await db.Occasions.AsNoTracking().SingleAsync(o => o.Id == sitting.OccasionId);
        var places = await db.Papers.AsNoTracking().Where(p => p.Id == occasion.PaperId)
            .SelectMany(p => p.Items).Where(i => i.Set == sitting.Set).Select(i => new { i.Place, i.Kind, i.Choices }).ToDictionaryAsync(i => i.Place);
        while (true)
        {
            var ids = sent.Select(a => a.Id).ToList();
            var known = await db.GivenAnswers.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToHashSetAsync();
            var (now, open) = (clock.UtcNow(), sitting.Takes(occasion, clock.UtcNow()));
            var replies = sent.Select(Reply).ToArray();
            try
            {
                await db.SaveChangesAsync();
                return replies;
            }
            catch (DbUpdateException) when (db.ChangeTracker.Entries<GivenAnswer>().Any())
            {
                // the same answers came on another line at the same moment: they are known now
                db.ChangeTracker.Entries<GivenAnswer>().ToList().ForEach(e => e.State = EntityState.Detached);
            }

            AnswerReply Reply(SentAnswer answer)
            {
                if (known.Contains(answer.Id))
                {
                    return new AnswerReply(answer.Id, true, null, null);
                }

                var objection = !open ? sitting.Stage is SittingStage.HandedIn ? "sitting.handed-in" : "sitting.over"
                    : !places.TryGetValue(answer.Place, out var item) ? "answer.no-such-place"
                    : !Fits(item.Kind, item.Choices.Count, answer.Given) ? "answer.not-allowed"
                    : null;
                if (objection is null)
                {
                    known.Add(answer.Id);
                    db.Add(new GivenAnswer(answer.Id, sitting.Id, answer.Place, answer.Given.Trim(), answer.Turn, now));
                }

                return new AnswerReply(answer.Id, objection is null, objection, objection is null ? null : Sentences.For(objection, [answer.Place]));
            }
        }
    }

    /// <summary>By hand before the deadline, by the clock after it; marked at once.</summary>
    public async Task End(Sitting sitting)
    {
        var occasion = await db.Occasions.AsNoTracking().SingleAsync(o => o.Id == sitting.OccasionId);
        var paper = await db.Papers.AsNoTracking().SingleAsync(p => p.Id == occasion.PaperId);
        var answers = await db.GivenAnswers.AsNoTracking().Where(a => a.SittingId == sitting.Id).ToListAsync();
        var now = clock.UtcNow();
        sitting.End(now >= sitting.Deadline ? HandIn.ByClock : HandIn.ByHand, paper, answers, now);
        await db.SaveChangesAsync();
    }

    private static bool Fits(QuestionKind kind, int choices, string given) => given.Length <= GivenAnswer.Longest && kind switch
    {
        QuestionKind.FillIn => true,
        QuestionKind.TrueFalse => given is "" or "T" or "F",
        QuestionKind.SingleChoice => given is "" || (given.Length == 1 && given[0] - 'A' is var at && at >= 0 && at < choices),
        _ => given.All(c => c >= 'A' && c - 'A' < choices) && given.Distinct().Count() == given.Length,
    };
}
