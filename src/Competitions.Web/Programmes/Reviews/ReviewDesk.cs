using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Reviews;

/// <summary>What an expert has before him: the code of a work, never whose it is while the round is blind.</summary>
/// <param name="Label">WX-0132.</param>
public sealed record ReviewRow(int Id, string Label, string Title, ReviewSheetStage? Stage, decimal? Total, int? PitchOrder);

/// <param name="Rows">In the order of their codes, in a pitch in the order that was drawn.</param>
/// <param name="IsOver">Its last day is gone.</param>
public sealed record ReviewTask(Call Call, IReadOnlyList<ReviewRow> Rows, bool IsOver)
{
    public int Done => Rows.Count(r => r.Stage is ReviewSheetStage.Submitted or ReviewSheetStage.Recused);
}

/// <summary>Loads what the caller reviews as an expert; what he is barred from is not among it.</summary>
public sealed class ReviewDesk(CompetitionsDb db, ApplicationPeople people, MyDuties duties, TimeProvider clock)
{
    public async Task<IReadOnlyList<ReviewTask>> Tasks()
    {
        var me = duties.Account;
        var calls = await db.Calls.AsNoTracking().Where(c => (c.Stage == CallStage.Reviewing || c.Stage == CallStage.Pitching) && c.Reviewers.Any(r => r.AccountId == me)).OrderBy(c => c.Id).ToListAsync();
        List<ReviewTask> tasks = [];
        foreach (var call in calls)
        {
            tasks.Add(new ReviewTask(call, await Rows(call), call.ReviewBy <= clock.UtcNow()));
        }

        return tasks;
    }

    /// <exception cref="Missing">It is not his to review, or is not under review.</exception>
    public async Task<(Call Call, Application Application, ReviewSheet? Sheet)> Find(int id)
    {
        var me = duties.Account!;
        var application = Missing.Unless(await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Stage == ApplicationStage.UnderReview));
        var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == application.CallId);
        var reviewer = Missing.Unless(call.IsUnderReview ? call.Reviewers.SingleOrDefault(r => r.AccountId == me) : null);
        Missing.Unless(application.BarOf(reviewer) is ReviewBar.None ? reviewer : null);
        var round = call.Round;
        return (call, application, await db.ReviewSheets.SingleOrDefaultAsync(s => s.ApplicationId == id && s.AccountId == me && s.Round == round));
    }

    public async Task<IReadOnlyList<ReviewRow>> Rows(Call call)
    {
        var (me, round) = (duties.Account!, call.Round);
        var reviewer = call.Reviewers.Single(r => r.AccountId == me);
        var applications = (await db.Applications.AsNoTracking().Where(a => a.CallId == call.Id && a.Stage == ApplicationStage.UnderReview).ToListAsync()).Where(a => a.BarOf(reviewer) is ReviewBar.None).ToList();
        var sheets = await db.ReviewSheets.AsNoTracking().Where(s => s.CallId == call.Id && s.AccountId == me && s.Round == round).ToDictionaryAsync(s => s.ApplicationId);
        var names = IsBlind(call) ? await people.NamesToHide(applications) : null;
        return [.. applications.OrderBy(a => round is ReviewRound.Pitch ? a.PitchOrder : 0).ThenBy(a => a.BlindCode, StringComparer.Ordinal)
            .Select(a => new ReviewRow(a.Id, a.BlindCode!, names is null ? a.Title : BlindText.Of(a.Title, names[a.Id]), sheets.GetValueOrDefault(a.Id)?.Stage, sheets.GetValueOrDefault(a.Id)?.Total, a.PitchOrder))];
    }

    /// <summary>In the first round of a blind call.</summary>
    public static bool IsBlind(Call call) => call.Rules.IsBlind && call.Round is ReviewRound.First;
}
