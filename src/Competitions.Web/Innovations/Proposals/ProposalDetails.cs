using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals;

/// <summary>A proposal that says nearly the same.</summary>
/// <param name="Id">Null where it is of a unit that the caller does not see: he learns that there is one.</param>
public sealed record AlikeRow(int? Id, string Title, string UnitName, ProposalStage? Stage, DateOnly? SubmittedOn, decimal Similarity, bool IsLinked);

/// <summary>A text cut at its passages.</summary>
public sealed record TextPiece(string Text, bool IsShared);

public sealed record ProposalPage(Proposal Proposal, string Category, ProposalRules Rules, IReadOnlyList<ProposalPaper> Papers, IReadOnlyDictionary<string, string> Names, DateOnly Today)
{
    /// <summary>The unit's officer, and not his own proposal.</summary>
    public bool Handles { get; init; }
    public bool IsOwn { get; init; }
    public IReadOnlyList<AlikeRow> Alike { get; init; } = [];

    /// <summary>The proposal that it is laid beside.</summary>
    public Proposal? Beside { get; init; }

    public bool IsLate => Proposal.DueOn < Today;

    public string NameOf(string account) => Names.GetValueOrDefault(account, "系统");

    /// <summary>The part of the one text, cut where the other has the same.</summary>
    public static IReadOnlyList<TextPiece> Cut(Proposal text, Proposal? other, TextPart part)
    {
        var whole = part switch { TextPart.Title => text.Title, TextPart.Problem => text.Problem, _ => text.Measures };
        if (other is null)
        {
            return [new(whole, false)];
        }

        var (pieces, at) = (new List<TextPiece>(), 0);
        foreach (var passage in text.Text.SharedWith(other.Text).Where(p => p.Part == part))
        {
            pieces.AddRange([new(whole[at..passage.At], false), new(whole.Substring(passage.At, passage.Length), true)]);
            at = passage.At + passage.Length;
        }

        return [.. pieces.Append(new(whole[at..], false)).Where(p => p.Text.Length > 0)];
    }
}

/// <summary>What stands on the page of a proposal, for the officer and for the worker.</summary>
public sealed class ProposalDetails(CompetitionsDb db, ProposalDesk desk, ProposalTexts texts, TimeProvider clock)
{
    /// <param name="beside">Laid beside it, where the caller sees it.</param>
    public async Task<ProposalPage> Load(Proposal proposal, int? beside = null)
    {
        var mayHandle = await desk.Handles(proposal.UnitId);
        var other = beside is { } id && id != proposal.Id ? await (await desk.Visible()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) : null;
        return (await Page(proposal)) with { Handles = mayHandle && desk.Me.WorkerId != proposal.WorkerId, IsOwn = mayHandle && desk.Me.WorkerId == proposal.WorkerId, Alike = await Alike(proposal), Beside = other };
    }

    /// <summary>For the worker himself: nothing of what others proposed.</summary>
    public async Task<ProposalPage> Page(Proposal proposal)
    {
        var accounts = proposal.History.Select(h => h.By).Distinct().ToList();
        return new ProposalPage(
            proposal, await db.ProposalCategories.Where(c => c.Code == proposal.Category).Select(c => c.Name).SingleOrDefaultAsync() ?? proposal.Category, (await db.ProposalPresetOf(proposal)).Rules,
            await db.ProposalPapers.AsNoTracking().Where(p => p.ProposalId == proposal.Id).OrderBy(p => p.Id).ToListAsync(),
            await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName), clock.Today());
    }

    private async Task<IReadOnlyList<AlikeRow>> Alike(Proposal proposal)
    {
        var near = (await texts.Like(db, proposal.Text, proposal.Id)).ToDictionary(c => c.Key, c => c.Similarity);
        var linked = proposal.Links.ToDictionary(l => l.OtherId, l => l.Similarity);
        var back = await db.Proposals.Where(p => p.Links.Any(l => l.OtherId == proposal.Id)).Select(p => p.Id).ToListAsync();
        var ids = near.Keys.Concat(linked.Keys).Concat(back).Distinct().ToList();
        var found = await (await desk.Visible()).AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Title, p.UnitName, p.Stage, p.SubmittedOn }).ToDictionaryAsync(p => p.Id);
        return [.. ids.Select(id => (Id: id, Similarity: near.TryGetValue(id, out var now) ? now : linked.GetValueOrDefault(id)))
            .Select(a => found.GetValueOrDefault(a.Id) is { } p
                ? new AlikeRow(p.Id, p.Title, p.UnitName, p.Stage, p.SubmittedOn, a.Similarity, linked.ContainsKey(p.Id) || back.Contains(p.Id))
                : new AlikeRow(null, "", "", null, null, a.Similarity, linked.ContainsKey(a.Id) || back.Contains(a.Id)))
            .OrderByDescending(a => a.Similarity)];
    }
}
