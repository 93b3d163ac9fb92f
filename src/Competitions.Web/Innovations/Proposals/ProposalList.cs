using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals;

public sealed record ProposalFilter(string? Q, ProposalStage? Stage, string? Category, string? Organisation, int? Year, bool Late = false, int Page = 1)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Q) || Stage is not null || !string.IsNullOrEmpty(Category) || !string.IsNullOrEmpty(Organisation) || Year is not null || Late;
}

public sealed record ProposalRow(int Id, string Title, string Category, string WorkerName, string UnitName, ProposalStage Stage, DateOnly SubmittedOn, DateOnly AcknowledgeBy, DateOnly DecideBy, decimal? Net)
{
    public DateOnly? DueOn => Proposal.DueAt(Stage, AcknowledgeBy, DecideBy);
}

public sealed record ProposalsPage(
    ProposalFilter Filter, PageOf<ProposalRow> Page, IReadOnlyList<SelectListItem> Categories, IReadOnlyList<SelectListItem> Organisations, bool Enters, DateOnly Today)
{
    public string NameOf(string category) => Categories.FirstOrDefault(c => c.Value == category)?.Text ?? category;
}

/// <summary>The proposals of the caller's units, as they are filtered in the address.</summary>
public sealed class ProposalList(CompetitionsDb db, ProposalDesk desk, MyDuties duties, TimeProvider clock)
{
    public async Task<ProposalsPage> Load(ProposalFilter filter)
    {
        var found = (await Filtered(filter)).OrderByDescending(p => p.Id);
        return new ProposalsPage(filter, await Rows(found).ToPage(filter.Page), await desk.Categories(), await Organisations(), await (await desk.Units()).AnyAsync(o => o.Level == OrganisationLevel.Enterprise), clock.Today());
    }

    public static IQueryable<ProposalRow> Rows(IQueryable<Proposal> proposals) => proposals.AsNoTracking().Select(p => new ProposalRow(
        p.Id, p.Title, p.Category, p.WorkerName, p.UnitName, p.Stage, p.SubmittedOn, p.AcknowledgeBy, p.DecideBy, p.Net));

    /// <summary>Nobody has spoken within the days that the rules give.</summary>
    public static IQueryable<Proposal> Late(IQueryable<Proposal> proposals, DateOnly today) => proposals.Where(p =>
        p.Stage == ProposalStage.Submitted && p.AcknowledgeBy < today || (p.Stage == ProposalStage.Accepted || p.Stage == ProposalStage.Assessed) && p.DecideBy < today);

    public async Task<IQueryable<Proposal>> Filtered(ProposalFilter filter)
    {
        var found = await desk.Visible();
        var typed = filter.Q?.Trim() ?? "";
        found = typed.Length == 0 ? found : found.Where(p => p.Title.Contains(typed) || p.WorkerName == typed || p.UnitName.Contains(typed));
        found = filter.Stage is { } stage ? found.Where(p => p.Stage == stage) : found;
        found = string.IsNullOrEmpty(filter.Category) ? found : found.Where(p => p.Category == filter.Category);
        found = filter.Late ? Late(found, clock.Today()) : found;
        if (filter.Year is { } year and >= 2000 and <= 2100)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            found = found.Where(p => p.SubmittedOn >= from && p.SubmittedOn <= to);
        }

        if (string.IsNullOrEmpty(filter.Organisation))
        {
            return found;
        }

        var path = await db.Organisations.Where(o => o.Code == filter.Organisation).Select(o => o.Path).SingleOrDefaultAsync() ?? "-";
        var below = db.Organisations.Where(o => o.Path.StartsWith(path)).Select(o => o.Id);
        return found.Where(p => below.Contains(p.UnitId));
    }

    public async Task<IReadOnlyList<SelectListItem>> Organisations()
    {
        var rows = await db.Organisations.Within(await duties.Paths(Policies.ReadProposals), o => o.Path).OrderBy(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync();
        return [.. rows.Select(o => new SelectListItem(o.Name, o.Code))];
    }
}
