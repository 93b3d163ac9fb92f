using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Contests.Entries;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Results;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Dossiers;

/// <summary>What a published result says of an entry.</summary>
public sealed record DossierResult(int ResultId, string RoundName, int? Rank, Points Total, string? Prize, Unranked Unranked, DateTime PublishedAt);

public sealed record DossierContest(int EntryId, int Year, string Contest, string ContestCode, string Event, string Unit, EntryStage Stage, EntryRole Role, DateTime At)
{
    /// <summary>Null until one is published: nobody reads a rank here before.</summary>
    public DossierResult? Result { get; init; }

    public bool GoesOn => Result is null && Stage is EntryStage.Accepted or EntryStage.Confirmed or EntryStage.SignedIn or EntryStage.Submitted or EntryStage.UnitVetted or EntryStage.TownVetted or EntryStage.Waiting;
}

/// <summary>The contests that he entered, with the rank of the last round whose result is published. Two queries.</summary>
public sealed class ContestsPart(CompetitionsDb db) : IDossierPart
{
    private static readonly EntryStage[] NotShown = [EntryStage.Draft, EntryStage.Withdrawn, EntryStage.Refused];

    public async Task<DossierSection> Of(int workerId)
    {
        var results = (await (
            from result in db.Results.AsNoTracking()
            where result.Stage == ResultStage.Published
            from line in result.Lines
            where db.Entries.Any(e => e.Id == line.EntryId && e.Members.Any(m => m.WorkerId == workerId))
            select new { line.EntryId, Of = new DossierResult(result.Id, result.RoundName, line.Rank, line.Total, line.Prize, line.Unranked, result.PublishedAt!.Value) }).ToListAsync()).ToLookup(r => r.EntryId, r => r.Of);
        var entries = await (
            from entry in db.Entries.AsNoTracking()
            where entry.Members.Any(m => m.WorkerId == workerId) && !NotShown.Contains(entry.Stage)
            join of in db.Events on entry.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            orderby contest.Year descending, entry.Id descending
            select new DossierContest(entry.Id, contest.Year, contest.Name, contest.Code, of.Title, entry.UnitName, entry.Stage, entry.Members.Where(m => m.WorkerId == workerId).Select(m => m.Role).First(), entry.At)).ToListAsync();
        List<DossierContest> rows = [.. entries.Select(e => e with { Result = results[e.EntryId].OrderBy(r => r.PublishedAt).LastOrDefault() })];
        return new DossierSection(20, "contests", "竞赛", rows.Count, "/Contests/Dossiers/_Contests.cshtml", rows)
        {
            Events = [.. rows.SelectMany(Events)],
            Heads = ["年份", "赛事、赛项", "名次", "总成绩", "奖项", "时在单位"],
            Lines = [.. rows.Select(r => (IReadOnlyList<string>)[$"{r.Year}", $"{r.Contest}，{r.Event}", Place(r), r.Result is { Unranked: Unranked.None } result ? $"{result.Total}" : "—", r.Result?.Prize ?? "—", r.Unit])],
        };
    }

    internal static string Place(DossierContest of) => of switch
    {
        { Role: EntryRole.Coach } => "教练",
        { Role: EntryRole.Leader } => "领队",
        { Result: null } => of.Stage.Name(),
        { Result.Rank: { } rank } => $"第 {rank} 名",
        _ => of.Result.Unranked.Name(),
    };

    private static IEnumerable<LifeEvent> Events(DossierContest of)
    {
        if (of.Result is { Rank: { } rank } result)
        {
            yield return new LifeEvent(result.PublishedAt.InChina().Date(), $"{of.Contest}{of.Event}{result.RoundName}第 {rank} 名", "发布的成绩", of.Unit);
        }

        yield return new LifeEvent(of.At.InChina().Date(), of.Role is EntryRole.Competitor ? $"报名 {of.Contest}，{of.Event}" : $"作为{(of.Role is EntryRole.Coach ? "教练" : "领队")}参加 {of.Contest}，{of.Event}", "报名表", of.Unit, of.GoesOn ? LifeMark.Now : LifeMark.Plain);
    }
}
