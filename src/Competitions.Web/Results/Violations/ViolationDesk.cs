using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Violations;

/// <summary>What of an event's violations the caller sees, and whom a new one is about. Whose a work is he learns only when he runs the event and its code is open.</summary>
public sealed class ViolationDesk(CompetitionsDb db, MyDuties duties, IAuthorizationService policies, IHttpContextAccessor http)
{
    private static readonly DutyKind[] Judges = [DutyKind.ChiefJudge, DutyKind.ScoringJudge, DutyKind.FloorJudge, DutyKind.EncryptionJudge];
    private static readonly DutyKind[] Outside = [DutyKind.TeamLeader, DutyKind.Coach];

    public string Me => duties.Account!;

    public async Task<Event> Event(string code) => Missing.Unless(await db.Events.AsNoTracking().WithCode(code));

    /// <summary>Held against the event in the address.</summary>
    public async Task<bool> May(string policy) => (await policies.AuthorizeAsync(http.HttpContext!.User, policy)).Succeeded;

    public async Task<IQueryable<Violation>> Visible(Event of)
    {
        var (me, all) = (Me, await May(Policies.RuleOnViolations) || await duties.Any(DutyKind.FederationLeader, DutyKind.DisciplineInspector));
        return db.Violations.Where(v => v.EventId == of.Id && (all || v.RecordedBy == me));
    }

    public async Task<Violation> Load(string code, int id) => Missing.Unless(await (await Visible(await Event(code))).SingleOrDefaultAsync(v => v.Id == id));

    /// <summary>By violation's id; empty for those who may not know.</summary>
    public async Task<IReadOnlyDictionary<int, string>> Names(Event of, IReadOnlyCollection<int> violations)
    {
        if (!await duties.Organises(of.ContestId, of.Id))
        {
            return new Dictionary<int, string>();
        }

        var rows = await (
            from v in db.Violations
            where violations.Contains(v.Id)
            let entryId = v.EntryId ?? db.CodeBook.Where(l => l.Work == v.Work && l.OpenedAt != null).Select(l => (int?)l.EntryId).FirstOrDefault()
            join entry in db.Entries on entryId equals (int?)entry.Id
            select new { v.Id, entry.TeamName, entry.UnitName, Members = entry.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name).ToList() }).ToListAsync();
        return rows.ToDictionary(r => r.Id, r => $"{r.TeamName ?? string.Join('、', r.Members)}（{r.UnitName}）");
    }

    /// <summary>All who have a duty in the event on its side.</summary>
    public Task<List<PersonChoice>> People(Event of) => Staff(of, _ => true);

    /// <summary>A work's code, an admission number, or a seat; with the module it is of.</summary>
    /// <exception cref="Refusal">violation.subject, .no-such-competitor, .not-only-one, .no-such-person</exception>
    public async Task<(ViolationSubject Subject, string? Module)> Subject(Event of, ViolationForm form)
    {
        if (form.Part is not ViolationPart.Competitor)
        {
            var person = (await Staff(of, kind => Judges.Contains(kind) == form.Part is ViolationPart.Judge)).Find(p => p.Account == form.Account) ?? throw new Refusal("violation.no-such-person");
            return (new ViolationSubject(form.Part, person.Name, Account: person.Account), null);
        }

        var text = (form.Subject ?? "").Trim();
        Refusal.Unless(text.Length > 0, "violation.subject");
        var upper = text.ToUpperInvariant();
        if (await db.Works.AsNoTracking().SingleOrDefaultAsync(w => w.EventCode == of.Code && w.Code == upper) is { } work)
        {
            return (new ViolationSubject(form.Part, work.Code, Work: work.Code), work.Module);
        }

        var found = await Admitted(of, text);
        found.AddRange(await Seated(of, text));
        Refusal.Unless(found.Count > 0, "violation.no-such-competitor", text);
        Refusal.Unless(found.Count == 1, "violation.not-only-one", text, found.Count);
        return found[0];
    }

    private async Task<List<(ViolationSubject Subject, string? Module)>> Admitted(Event of, string number) =>
        (await db.Entries.Where(e => e.EventId == of.Id && e.AdmissionNumber == number).Select(e => e.Id).ToListAsync())
        .ConvertAll(id => (new ViolationSubject(ViolationPart.Competitor, $"准考证 {number}", EntryId: id), (string?)null));

    private async Task<List<(ViolationSubject Subject, string? Module)>> Seated(Event of, string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (number, session) = (parts[^1], string.Join(' ', parts[..^1]));
        var seats = await (
            from seat in db.Seats
            join at in db.Sessions on seat.SessionId equals at.Id
            where at.EventId == of.Id && seat.Number == number && (session == "" || at.Name == session) && seat.EntryId != null
            orderby at.Id
            select new { seat.EntryId, seat.Number, at.Name, at.Module }).ToListAsync();
        return seats.ConvertAll(s => (new ViolationSubject(ViolationPart.Competitor, $"赛位 {s.Name} {s.Number}", EntryId: s.EntryId), (string?)s.Module));
    }

    private async Task<List<PersonChoice>> Staff(Event of, Func<DutyKind, bool> which)
    {
        var rows = await (
            from duty in db.Duties.AsNoTracking()
            where duty.EventId == of.Id && !Outside.Contains(duty.Kind)
            join account in db.Users on duty.AccountId equals account.Id
            orderby account.DisplayName
            select new { account.Id, account.DisplayName, duty.Kind }).ToListAsync();
        return [.. rows.Where(r => which(r.Kind)).GroupBy(r => r.Id).Select(r => new PersonChoice(r.Key, r.First().DisplayName, string.Join('、', r.Select(d => d.Kind.Name()).Distinct())))];
    }
}
