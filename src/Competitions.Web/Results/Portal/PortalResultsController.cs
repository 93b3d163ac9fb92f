using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Portal;

/// <summary>A published result without its basis: what is read first, and what the page's ETag is made of.</summary>
public sealed record PortalResultHead
{
    public required int Id { get; init; }
    public required int EventId { get; init; }
    public required string Round { get; init; }
    public required string Group { get; init; }
    public required ResultStage Stage { get; init; }
    public required string EventTitle { get; init; }
    public required string RoundName { get; init; }
    public required string GroupName { get; init; }

    /// <summary>Of a correction.</summary>
    public required string Why { get; init; }
    public int? CorrectsId { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required int Version { get; init; }
    public required EventRules Rules { get; init; }
    public required string Contest { get; init; }
}

public sealed record PortalResult(PortalResultHead Head, string ContestCode, string? Query, PageOf<ResultLine> Page, IReadOnlyList<ResultChange> Changes)
{
    public ResultSheetTable Table => new(Page.Rows, Head.Rules.Places);
}

/// <summary>成绩 as anybody may see them: what is published, by masked names.</summary>
[Route("portal/{contest}/results"), Authorize(Policies.Public)]
public sealed class PortalResultsController(CompetitionsDb db) : Controller
{
    private const int Size = 100;

    /// <summary>Four queries, one for who has it already. A superseded one leads to what stands for it.</summary>
    /// <param name="q">参赛编号 or 准考证号.</param>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string contest, int id, string? q, int page = 1)
    {
        var head = Missing.Unless(await Heads(contest).SingleOrDefaultAsync(r => r.Id == id));
        if (head.Stage is ResultStage.Superseded)
        {
            var now = Missing.Unless(await Heads(contest).Where(r => r.EventId == head.EventId && r.Round == head.Round && r.Group == head.Group && r.Stage == ResultStage.Published).SingleOrDefaultAsync());
            return RedirectToAction("Show", new { contest, id = now.Id, q });
        }

        (Response.Headers.ETag, Response.Headers.CacheControl, Response.Headers.Vary) = (Tag(head, q, page), "no-cache", "Cookie");
        return Request.Headers.IfNoneMatch == Response.Headers.ETag ? StatusCode(StatusCodes.Status304NotModified) : View(await Read(head, contest, q?.Trim(), page));
    }

    private IQueryable<PortalResultHead> Heads(string contest) =>
        from result in db.Results.AsNoTracking()
        where result.Stage == ResultStage.Published || result.Stage == ResultStage.Superseded
        join of in db.Events on result.EventId equals of.Id
        join held in db.Contests on of.ContestId equals held.Id
        where held.Code == contest && of.Stage != EventStage.Draft
        select new PortalResultHead
        {
            Id = result.Id, EventId = of.Id, Round = result.Round, Group = result.Group, Stage = result.Stage, EventTitle = result.EventTitle, RoundName = result.RoundName, GroupName = result.GroupName,
            Why = result.Why, CorrectsId = result.CorrectsId, PublishedAt = result.PublishedAt!.Value, Version = result.Version, Rules = of.Rules, Contest = held.Name,
        };

    private async Task<PortalResult> Read(PortalResultHead head, string contest, string? q, int page)
    {
        var lines = Lines(head.Id);
        if (!string.IsNullOrEmpty(q))
        {
            lines = lines.Where(l => l.Number == q || l.AdmissionNumber == q);
        }

        var shown = await lines.OrderBy(l => l.Order).ToPage(page, Size);
        var changes = head.CorrectsId is { } old ? ResultChanges.Between(await Lines(old).ToListAsync(), await Lines(head.Id).ToListAsync()) : [];
        return new PortalResult(head, contest, q, shown with { Rows = [.. shown.Rows.Select(Masked)] }, [.. changes.Where(c => c.Of is not ChangeOf.Names).Select(c => c with { Names = Masked(c.Names) })]);
    }

    private IQueryable<ResultLine> Lines(int id) => db.Results.AsNoTracking().Where(r => r.Id == id).SelectMany(r => r.Lines).AsNoTracking();

    /// <summary>What a violation was is no matter of the public; that a result was cancelled is.</summary>
    private static ResultLine Masked(ResultLine line) => new()
    {
        Order = line.Order, Number = line.Number, TeamName = line.TeamName, Names = Masked(line.Names), UnitName = line.UnitName, Modules = line.Modules, Raw = line.Raw, Total = line.Total, Rank = line.Rank,
        Passed = line.Passed, Score = line.Score, Medal = line.Medal, Prize = line.Prize, Unranked = line.Unranked, Members = [.. line.Members.Select(m => new ResultMember(0, "", m.Role, m.Titles, [], m.Level))],
    };

    private static string Masked(string names) => string.Join('、', names.Split('、').Select(PersonName.Mask));

    private static string Tag(PortalResultHead head, string? q, int page) => $"W/\"{head.Id}-{head.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{q}/{page}"))))[..12]}\"";
}
