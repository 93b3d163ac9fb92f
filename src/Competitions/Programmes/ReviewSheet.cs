namespace Competitions.Programmes;

public enum ReviewRound
{
    /// <summary>初评.</summary>
    First,

    /// <summary>路演.</summary>
    Pitch,
}

public enum ReviewSheetStage
{
    /// <summary>暂存.</summary>
    Open,

    /// <summary>已提交.</summary>
    Submitted,

    /// <summary>已回避.</summary>
    Recused,
}

/// <summary>Points and a word for one line of the rubric.</summary>
/// <param name="Points">Null while none are given.</param>
public sealed record ReviewItem(string Key, decimal? Points, string Comment);

/// <summary>评审表: what one expert gives one application in one round. Handed in, it is no longer his to change.</summary>
public sealed class ReviewSheet
{
    public const int LongestComment = 500;

    private ReviewSheet()
    {
    }

    /// <exception cref="Refusal">review.not-now, .not-seated, .barred</exception>
    public ReviewSheet(Call call, Application application, string account)
    {
        Refusal.Unless(call.IsUnderReview && application.Stage is ApplicationStage.UnderReview, "review.not-now");
        var reviewer = call.Reviewers.SingleOrDefault(r => r.AccountId == account) ?? throw new Refusal("review.not-seated");
        Refusal.Unless(application.BarOf(reviewer) is ReviewBar.None, "review.barred");
        (CallId, ApplicationId, AccountId, Round) = (call.Id, application.Id, account, call.Round);
    }

    public int Id { get; private set; }
    public int CallId { get; private set; }
    public int ApplicationId { get; private set; }
    public string AccountId { get; private set; } = "";
    public ReviewRound Round { get; private set; }
    public IReadOnlyList<ReviewItem> Items { get; private set; } = [];
    public ReviewSheetStage Stage { get; private set; }

    /// <summary>Of a recusal.</summary>
    public string Why { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public int Version { get; private set; }

    public decimal Total => Items.Sum(i => i.Points ?? 0);

    /// <summary>暂存: what is given so far.</summary>
    /// <exception cref="Refusal">review.submitted, .too-late (since when), .points-range (which, how many), .comment-long</exception>
    public void Write(Call call, IReadOnlyList<ReviewItem> items, DateTime at)
    {
        Refusal.Unless(Stage is ReviewSheetStage.Open, "review.submitted");
        InTime(call, at);
        var rules = call.Rules;
        foreach (var item in items)
        {
            var asked = rules.Rubric.SingleOrDefault(r => r.Key == item.Key) ?? throw new Refusal("review.unknown-item");
            Refusal.Unless(item.Points is null || (item.Points >= 0 && item.Points <= asked.Most && decimal.Round(item.Points.Value, 1) == item.Points), "review.points-range", asked.Name, asked.Most);
            Refusal.Unless(item.Comment.Trim().Length <= LongestComment, "review.comment-long", asked.Name, LongestComment);
        }

        (Items, ChangedAt, Version) = ([.. rules.Rubric.Select(r => items.SingleOrDefault(i => i.Key == r.Key) ?? new ReviewItem(r.Key, null, ""))], at, Version + 1);
    }

    /// <exception cref="Refusal">review.submitted: a second vote; review.too-late (since when), .points-missing (which)</exception>
    public void Submit(Call call, DateTime at)
    {
        Refusal.Unless(Stage is ReviewSheetStage.Open, "review.submitted");
        InTime(call, at);
        var missing = call.Rules.Rubric.Where(r => Items.FirstOrDefault(i => i.Key == r.Key)?.Points is null).Select(r => r.Name).ToList();
        Refusal.Unless(missing.Count == 0, "review.points-missing", string.Join('、', missing));
        (Stage, SubmittedAt, Version) = (ReviewSheetStage.Submitted, at, Version + 1);
    }

    /// <summary>申请回避: it counts at once, and what he gave counts for nothing. It is never too late for it.</summary>
    /// <exception cref="Refusal">review.submitted, review.reason-missing</exception>
    public void Recuse(string why, DateTime at)
    {
        Refusal.Unless(Stage is ReviewSheetStage.Open, "review.submitted");
        Refusal.Unless(why.Trim().Length is > 0 and <= LongestComment, "review.reason-missing");
        (Stage, Why, Items, ChangedAt, Version) = (ReviewSheetStage.Recused, why.Trim(), [], at, Version + 1);
    }

    /// <summary>After the call was sent back to be reviewed again.</summary>
    public void Reopen(DateTime at)
    {
        if (Stage is ReviewSheetStage.Submitted)
        {
            (Stage, SubmittedAt, ChangedAt, Version) = (ReviewSheetStage.Open, null, at, Version + 1);
        }
    }

    private static void InTime(Call call, DateTime at) => Refusal.Unless(call.ReviewBy is not { } last || at < last, "review.too-late", call.ReviewBy ?? at);
}
