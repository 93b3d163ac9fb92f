using System.Globalization;
using Competitions.People;

namespace Competitions.Web.Shell;

/// <summary>What a refusal says to a person: each room brings its own sentences, each says what would be right.</summary>
public static class Sentences
{
    private static readonly Dictionary<string, string> All = new[]
    {
        ShellSentences.All,
        People.PeopleSentences.All,
        Contests.ContestsSentences.All,
        Schemes.SchemesSentences.All,
        Questions.QuestionsSentences.All,
        Contests.Entries.EntriesSentences.All,
        Contests.Sessions.SessionsSentences.All,
        Contests.Judges.JudgesSentences.All,
        Contests.Promotions.PromotionsSentences.All,
        Contests.ResultSheets.ResultSheetsSentences.All,
        Scoring.ScoringSentences.All,
        Blinding.BlindingSentences.All,
        Results.Violations.ViolationsSentences.All,
        Honours.HonoursSentences.All,
        Results.ResultsSentences.All,
        Results.Appeals.AppealsSentences.All,
        Results.Sheets.SheetsSentences.All,
        Results.Rechecks.RechecksSentences.All,
        WorkingDays.WorkingDaysSentences.All,
        Notices.NoticesSentences.All,
        Innovations.InnovationsSentences.All,
        Innovations.ProposalsSentences.All,
        Programmes.ProgrammesSentences.All,
        Competitions.Programmes.ProgrammeKinds.Sentences,
        Studios.StudiosSentences.All,
        Craftsmen.CraftsmenSentences.All,
        Innovations.PatentsSentences.All,
        Innovations.SpreadingsSentences.All,
        Innovations.ExhibitsSentences.All,
        Innovations.KeyProjectsSentences.All,
        Innovations.NeedsSentences.All,
        Seeding.SeedingSentences.All,
    }.SelectMany(room => room).ToDictionary();

    public static IReadOnlyCollection<string> Codes => All.Keys;

    public static string For(string code, IReadOnlyList<object>? details = null) =>
        All.TryGetValue(code, out var sentence)
            ? string.Format(CultureInfo.InvariantCulture, sentence, [.. (details ?? []).Select(d => d switch { DutyKind kind => kind.Name(), DateTime at => at.Moment(), _ => d }), "", "", "", ""])
            : $"这一步按规则不能进行（{code}）。";

    public static string Of(Refusal refusal) => For(refusal.Code, refusal.Details);
}
