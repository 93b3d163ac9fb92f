using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.ResultSheets;

/// <summary>What the form of an import offers.</summary>
public sealed record ResultSheetChoices(IReadOnlyList<Organisation> Owners, IReadOnlyList<Organisation> Receivers, IReadOnlyList<SelectListItem> Events, IReadOnlyList<SelectListItem> Replaceable);

/// <summary>Who may import, see and review a result sheet, and where its papers lie.</summary>
public sealed class ResultSheetDesk(CompetitionsDb db, MyDuties duties, DataFolder data, TimeProvider clock, IHttpContextAccessor http)
{
    private static readonly EventStage[] Held = [EventStage.Running, EventStage.Checking, EventStage.Opened, EventStage.Announced, EventStage.Noticed, EventStage.Honoured, EventStage.Archived];

    private string Copies => Directory.CreateDirectory(Path.Combine(data.Path, "marked-results")).FullName;

    private string Papers => Directory.CreateDirectory(Path.Combine(data.Path, "evidence")).FullName;

    /// <summary>Imported by an organisation that the caller reaches, or sent to one.</summary>
    public async Task<IQueryable<ResultSheet>> Visible()
    {
        var mine = db.Organisations.Within(await duties.Paths(Policies.Confirm), o => o.Path).Select(o => o.Id);
        return db.ResultSheets.Where(s => mine.Contains(s.OrganisationId) || mine.Contains(s.ReceiverId));
    }

    public async Task<ResultSheet> Load(int id) => Missing.Unless(await (await Visible()).SingleOrDefaultAsync(s => s.Id == id));

    /// <summary>The organisation that takes its people on reviews it.</summary>
    public async Task<bool> MayReview(ResultSheet sheet)
    {
        var path = await db.Organisations.Where(o => o.Id == sheet.ReceiverId).Select(o => o.Path).SingleAsync();
        return (await duties.Paths(Policies.Confirm)).Reach(path);
    }

    public async Task<ResultSheetChoices> Choices()
    {
        var paths = await duties.Paths(Policies.Organise);
        var owners = await db.Organisations.AsNoTracking().Where(o => paths.Contains(o.Path)).OrderBy(o => o.Level).ThenBy(o => o.Id).ToListAsync();
        Refusal.Unless(owners.Count > 0, "result-sheet.no-organisation");
        var above = owners.SelectMany(o => o.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();
        var since = clock.Today().Year - 1;
        var below = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        var events = await (
            from of in db.Events
            join contest in db.Contests on of.ContestId equals contest.Id
            where Held.Contains(of.Stage) && contest.Year >= since && below.Contains(contest.OrganisationId)
            orderby contest.StartsOn descending, of.Id
            select new SelectListItem(contest.Name + " · " + of.Title, of.Code)).Take(300).ToListAsync();
        var replaceable = await db.ResultSheets.Where(s => s.Stage == ResultSheetStage.Accepted && below.Contains(s.OrganisationId)).OrderByDescending(s => s.Id)
            .Select(s => new { s.Id, s.ContestName, s.EventTitle }).Take(100).ToListAsync();
        return new ResultSheetChoices(owners, await db.Organisations.AsNoTracking().Where(o => above.Contains(o.Id)).OrderByDescending(o => o.Level).ThenBy(o => o.Id).ToListAsync(), events,
            [.. replaceable.Select(s => new SelectListItem($"{s.ContestName} · {s.EventTitle}", $"{s.Id}"))]);
    }

    /// <summary>For who uploaded it, and for a day: the name holds his account.</summary>
    public Guid Keep(Stream file, RowErrors errors)
    {
        foreach (var old in Directory.EnumerateFiles(Copies).Where(f => File.GetLastWriteTimeUtc(f) < clock.UtcNow().AddDays(-1)))
        {
            File.Delete(old);
        }

        var copy = Guid.NewGuid();
        using var to = File.Create(CopyOf(copy));
        MarkedCopy.Write(file, to, ResultSheetReader.Columns, errors);
        return copy;
    }

    public string CopyOf(Guid copy) => Path.Combine(Copies, $"{http.HttpContext!.User.Account()}-{copy:N}.xlsx");

    /// <exception cref="Refusal">result-sheet.evidence-kind</exception>
    public async Task<Guid?> Store(IFormFile? evidence)
    {
        if (evidence is null)
        {
            return null;
        }

        await using var from = evidence.OpenReadStream();
        Refusal.Unless(FileKinds.KindOf(from) is FileKind.Pdf, "result-sheet.evidence-kind");
        var name = Guid.NewGuid();
        await using var to = File.Create(PaperOf(name));
        await from.CopyToAsync(to);
        return name;
    }

    public string PaperOf(Guid evidence) => Path.Combine(Papers, $"{evidence:N}.pdf");
}
