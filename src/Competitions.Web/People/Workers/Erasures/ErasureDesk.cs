using System.Security.Cryptography;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.SignIn;
using Competitions.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers.Erasures;

/// <summary>注销: a worker's own data goes where no result or honour needs it (PIPL Art. 47; results and honours are kept by their own duty).</summary>
public sealed class ErasureDesk(CompetitionsDb db, FieldCipher cipher, UploadStore uploads, Visits visits, TimeProvider clock)
{
    /// <summary>What still needs him, in words; none, and he may go.</summary>
    public async Task<IReadOnlyList<string>> NeededFor(int worker)
    {
        var (alive, today) = (EntryLifecycle.Alive, clock.Today());
        var entries = await (
            from entry in db.Entries where entry.Members.Any(m => m.WorkerId == worker) && (alive.Contains(entry.Stage) || entry.Stage == EntryStage.Disqualified)
            join of in db.Events on entry.EventId equals of.Id select of.Title).Distinct().ToListAsync();
        var honours = await db.Honours.Where(h => h.People.Any(p => p.WorkerId == worker)).Select(h => h.Name).Distinct().ToListAsync();
        var rewards = await db.Proposals.Where(p => p.WorkerId == worker && p.Reward != null).Select(p => p.Title).ToListAsync();
        rewards.AddRange(await db.Patents.Where(p => p.Reward != null && p.Inventors.Any(i => i.WorkerId == worker)).Select(p => p.Title).ToListAsync());
        var sheets = await db.ResultSheets.AnyAsync(s => s.Rows.Any(r => r.WorkerId == worker));
        var sat = await db.Sittings.AnyAsync(s => s.WorkerId == worker);
        var serves = await db.Duties.AnyAsync(d => d.Kind != DutyKind.Worker && (d.To == null || d.To >= today) && db.Users.Any(u => u.Id == d.AccountId && u.WorkerId == worker));
        return [
            .. entries.Select(title => $"{title} 有他的报名或成绩"), .. honours.Select(name => $"荣誉“{name}”登记在他名下"),
            .. rewards.Select(title => $"“{title}”的奖励记在他名下"),
            .. sheets ? ["成绩单里有他的成绩"] : Array.Empty<string>(), .. sat ? ["有他的理论考试成绩"] : Array.Empty<string>(), .. serves ? ["他的账号还有其他职责，请先结束"] : Array.Empty<string>()];
    }

    /// <exception cref="Refusal">worker.needed</exception>
    public async Task Erase(Worker worker)
    {
        var needed = await NeededFor(worker.Id);
        Refusal.Unless(needed.Count == 0, "worker.needed", string.Join('；', needed));
        var (id, now, today) = (worker.Id, clock.UtcNow(), clock.Today());
        IReadOnlyList<string> papers = [.. await Entered(id), .. await Proposed(id)];
        await db.Consents.Where(c => c.WorkerId == id && c.WithdrawnAt == null).ForEachAsync(c => c.Withdraw(now));
        await db.CorrectionRequests.Where(r => r.WorkerId == id).ForEachAsync(r => r.Forget());
        await db.Patents.Where(p => p.Inventors.Any(i => i.WorkerId == id)).ForEachAsync(p => p.Forget(id, Worker.Erased));
        await db.ActivationSlips.Where(s => s.WorkerId == id && s.UsedAt == null).ForEachAsync(s => s.End(now));
        var account = await db.Users.SingleOrDefaultAsync(u => u.WorkerId == id);
        if (account is not null)
        {
            await db.Declarations.Where(d => d.Account == account.Id).ForEachAsync(d => d.Forget(now));
            await db.Recusals.Where(r => r.Account == account.Id).ForEachAsync(r => r.Forget());
            Close(account, now);
        }

        worker.Erase(cipher.Seal("worker.id-number", Convert.ToHexString(RandomNumberGenerator.GetBytes(16))), today);
        await db.SaveChangesAsync();
        _ = account is null ? 0 : await visits.EndAll(account.Id);
        foreach (var hash in papers)
        {
            await Drop(hash);
        }
    }

    /// <summary>The entries that came to nothing, and those where another took his place: his name goes, and what was handed in with him alone.</summary>
    private async Task<IReadOnlyList<string>> Entered(int worker)
    {
        var entries = await db.Entries.Where(e => e.Members.Any(m => m.WorkerId == worker) || e.Substitutions.Any(s => s.OutWorkerId == worker || s.InWorkerId == worker)).ToListAsync();
        entries.ForEach(e => e.Forget(worker)); // what lives has him among its members no more: else he were needed

        var own = entries.Where(e => e.Members.Count > 0 && e.Members.All(m => m.WorkerId == worker)).Select(e => e.Id).ToList();
        var papers = await db.Attachments.Where(a => own.Contains(a.EntryId)).ToListAsync();
        db.RemoveRange(papers);
        return [.. papers.Select(p => p.Hash).Distinct()];
    }

    /// <summary>What he proposed stays with his unit, without his name; what came to nothing keeps no papers.</summary>
    private async Task<IReadOnlyList<string>> Proposed(int worker)
    {
        var proposals = await db.Proposals.Where(p => p.WorkerId == worker).ToListAsync();
        proposals.ForEach(p => p.Forget(Worker.Erased));
        var ended = proposals.Where(p => p.Stage is ProposalStage.Withdrawn or ProposalStage.Declined).Select(p => p.Id).ToList();
        var papers = await db.ProposalPapers.Where(p => ended.Contains(p.ProposalId)).ToListAsync();
        db.RemoveRange(papers);
        return [.. papers.Select(p => p.Hash).Distinct()];
    }

    private static void Close(Account account, DateTime now)
    {
        if (account.LockedAt is null)
        {
            account.Lock("本人申请删除资料", now);
        }

        (account.WorkerId, account.DisplayName, account.UserName, account.PhoneNumber, account.Email) = (null, Worker.Erased, $"erased-{account.Id}", null, null);
        (account.NormalizedUserName, account.NormalizedEmail, account.SecurityStamp) = (account.UserName.ToUpperInvariant(), null, Guid.NewGuid().ToString());
    }

    private async Task Drop(string hash)
    {
        if (!await db.Holds(hash))
        {
            uploads.Drop(hash);
        }
    }
}
