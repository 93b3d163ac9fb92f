using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries;

/// <summary>A person of the entry with his papers; number and phone masked.</summary>
public sealed record EntrantPapers(int WorkerId, string Name, EntryRole Role, string IdKind, string IdNumber, string Phone, string Level, string? Certificate, int? InTradeSince);

public sealed record EntryPage(
    EntryPlace Place, Entry Entry, IReadOnlyList<CheckedCompetitor> Checks, IReadOnlyList<EntrantPapers> Papers, IReadOnlyDictionary<string, string> Names,
    Reviewer By, bool IsOfMyUnits, int Free)
{
    public bool CanVet => Place.MayReview(Entry) && Vetting.IsFor(Entry.Stage, By);

    public bool CanEdit => IsOfMyUnits && (Entry.Stage is EntryStage.Draft && Place.IsOpen || Entry.Stage is EntryStage.Returned && Place.CanMend);

    public bool CanWithdraw => (IsOfMyUnits || Place.IsOrganiser) && EntryLifecycle.Next(Entry.Stage, EntryMove.Withdraw) is not null
        && Place.Event.Stage is EventStage.Registration or EventStage.Vetting or EventStage.Ready or EventStage.Postponed;

    public bool CanSubstitute => IsOfMyUnits && Place.CanSubstitute && EntryLifecycle.Alive.Contains(Entry.Stage) && Entry.Stage < EntryStage.SignedIn
        && Entry.Stage is not (EntryStage.Draft or EntryStage.Returned);

    public string NameOf(string account) => Names.GetValueOrDefault(account, account);
}

/// <summary>One entry with the grounds for a decision.</summary>
public sealed class EntryDetails(CompetitionsDb db, EntryDesk desk, FieldCipher cipher)
{
    public async Task<EntryPage> Load(EntryPlace place, int id)
    {
        var entry = await desk.Load(place, id);
        var path = await desk.PathOf(entry.UnitId);
        var checks = await db.Check(db.Entries.Where(e => e.Id == id), place.Event, place.ClosesOn);
        var accounts = entry.History.Select(h => h.By).Concat(entry.Substitutions.Select(s => s.By)).Append(entry.By).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return new EntryPage(
            place, entry, [.. checks[id]], await Papers(entry), names, place.ReviewerOf(path), place.Paths.Reach(path), await db.FreePlaces(place.Event));
    }

    public async Task<IReadOnlyList<EntrantPapers>> Papers(Entry entry)
    {
        var ids = entry.Members.Select(m => m.WorkerId).ToList();
        var workers = await db.Workers.AsNoTracking().IgnoreAutoIncludes().Where(w => ids.Contains(w.Id))
            .Select(w => new { w.Id, w.IdKind, w.IdNumberSealed, w.PhoneSealed, w.SkillLevelCode, w.SkillCertificateNumber, w.InTradeSince }).ToDictionaryAsync(w => w.Id);
        var levels = await db.SkillLevels.ToDictionaryAsync(l => l.Code, l => l.Name);
        return
        [
            .. entry.Members.OrderBy(m => m.Role).Select(m => workers[m.WorkerId] is var w
                ? new EntrantPapers(
                    m.WorkerId, m.Name, m.Role, w.IdKind.ToString(), Masked("worker.id-number", w.IdNumberSealed), w.PhoneSealed is null ? "—" : Masked("worker.phone", w.PhoneSealed),
                    w.SkillLevelCode is null ? "—" : levels.GetValueOrDefault(w.SkillLevelCode, w.SkillLevelCode), w.SkillCertificateNumber, w.InTradeSince)
                : throw new InvalidOperationException()),
        ];
    }

    /// <summary>What was sealed under another key is not shown at all.</summary>
    private string Masked(string field, byte[] bytes)
    {
        try
        {
            return IdNumber.Mask(cipher.Open(field, bytes));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return "不能读取";
        }
    }
}
