using System.Security.Cryptography;
using System.Text;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Activation;

/// <summary>A slip as it is printed once; its code is kept nowhere.</summary>
public sealed record PrintedSlip(string Name, string Unit, string Code, DateTime ValidUntil, string Address);

/// <summary>Gives slips and takes them in.</summary>
public sealed class SlipDesk(CompetitionsDb db, FieldCipher cipher, UserManager<Account> accounts, TimeProvider clock)
{
    public const int MostAtOnce = 200;
    private const int ValidDays = 30;

    /// <summary>Without letters and digits that look alike: 32 of them, so 16 make 80 bits.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Eighty random bits; written in fours.</summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(four => new string(four)));

    /// <summary>As typed, with or without dashes and spaces, in small letters or large.</summary>
    public static string Hash(string typed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]))));

    /// <summary>A new slip for each; one that a worker still had is worth nothing from now on.</summary>
    public async Task<IReadOnlyList<PrintedSlip>> Give(IReadOnlyList<Worker> workers, string by, Uri house)
    {
        var (now, today, ids) = (clock.UtcNow(), clock.Today(), workers.Select(w => w.Id).ToList());
        foreach (var old in await db.ActivationSlips.Where(s => ids.Contains(s.WorkerId) && s.UsedAt == null && s.ValidUntil >= now).ToListAsync())
        {
            old.End(now);
        }

        var printed = new List<PrintedSlip>();
        foreach (var worker in workers)
        {
            var slip = new PrintedSlip(worker.Name, worker.MembershipOn(today)?.OrganisationName ?? "", NewCode(), now.AddDays(ValidDays), new Uri(house, "/activation").AbsoluteUri);
            db.Add(new ActivationSlip(worker.Id, Hash(slip.Code), by, now, slip.ValidUntil));
            printed.Add(slip);
        }

        await db.SaveChangesAsync();
        return printed;
    }

    /// <summary>The slip, when its code and the end of its worker's ID number are right; else it is not said which of them is wrong.</summary>
    /// <exception cref="Refusal">activation.wrong</exception>
    public async Task<(ActivationSlip Slip, Worker Worker)> Find(string code, string idEnd)
    {
        var hash = Hash(code);
        var slip = await db.ActivationSlips.SingleOrDefaultAsync(s => s.CodeHash == hash);
        Refusal.Unless(slip is { Misses: < ActivationSlip.MostMisses }, "activation.wrong");
        var worker = await db.Workers.SingleAsync(w => w.Id == slip!.WorkerId);
        if (!cipher.Open("worker.id-number", worker.IdNumberSealed).EndsWith(idEnd.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            slip!.Miss();
            await db.SaveChangesAsync();
            throw new Refusal("activation.wrong");
        }

        return (slip!, worker);
    }

    /// <summary>The worker's own account with the duty of a worker, or nothing at all.</summary>
    /// <exception cref="Refusal">slip.used, slip.expired, account.name-taken, password.weak</exception>
    public async Task<Account> Open(ActivationSlip slip, Worker worker, string userName, string password)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        slip.Use(now);
        Refusal.Unless(!await db.Users.AnyAsync(u => u.WorkerId == worker.Id), "slip.used");
        Refusal.Unless(await accounts.FindByNameAsync(userName) is null, "account.name-taken", userName);
        var unit = worker.MembershipOn(today) is { } member ? await db.Organisations.SingleAsync(o => o.Id == member.OrganisationId) : null;
        Refusal.Unless(unit is not null, "slip.expired");
        await using var transaction = await db.Database.BeginTransactionAsync();
        var account = new Account { UserName = userName, DisplayName = worker.Name, WorkerId = worker.Id, OrganisationId = unit!.Id };
        var done = await accounts.CreateAsync(account, password);
        Refusal.Unless(done.Succeeded, "password.weak");
        db.Add(Duty.At(unit, account.Id, DutyKind.Worker, today, null, slip.GivenBy));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return account;
    }
}
