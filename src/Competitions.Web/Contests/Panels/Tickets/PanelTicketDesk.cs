using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.People;
using Competitions.Web.People.Activation;
using Competitions.Web.Shell;
using Competitions.Web.Shell.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Panels.Tickets;

/// <summary>A ticket as it is shown once; its code is kept nowhere.</summary>
public sealed record PrintedTicket(string Name, string Code);

/// <summary>Gives tickets and takes them in.</summary>
public sealed class PanelTicketDesk(CompetitionsDb db, Visits visits, SignInManager<Account> signIn, TimeProvider clock)
{
    /// <summary>A new ticket for each; what the one before opened is over.</summary>
    public async Task<IReadOnlyList<PrintedTicket>> Give(Panel panel, IReadOnlyCollection<string> accounts, string by)
    {
        var printed = new List<PrintedTicket>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await End(await db.PanelTickets.Where(t => t.PanelId == panel.Id && accounts.Contains(t.Account) && t.EndedAt == null).ToListAsync());
        foreach (var account in accounts)
        {
            var code = SlipDesk.NewCode();
            db.Add(new PanelTicket(panel, account, SlipDesk.Hash(code), by, clock.UtcNow()));
            printed.Add(new PrintedTicket(panel.Judges.First(j => j.Account == account).Name, code));
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return printed;
    }

    public async Task End(IReadOnlyCollection<PanelTicket> tickets)
    {
        foreach (var ticket in tickets)
        {
            ticket.End(clock.UtcNow());
        }

        await db.SaveChangesAsync();
        await visits.EndSeats([.. tickets.Select(t => t.Id)]);
    }

    /// <summary>The tablet takes its judge's place; the code of its event.</summary>
    /// <exception cref="Refusal">panel-ticket.wrong, .used, .ended, .expired, .over, .key, .recused, .not-qualified, .not-trained</exception>
    public async Task<(string EventCode, PanelTicket Ticket)> Enter(string code, string deviceKey)
    {
        var hash = SlipDesk.Hash(code);
        var ticket = await db.PanelTickets.SingleOrDefaultAsync(t => t.CodeHash == hash) ?? throw new Refusal("panel-ticket.wrong");
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == ticket.EventId);
        var account = await db.Users.SingleAsync(u => u.Id == ticket.Account);
        var isSeated = await db.Panels.AnyAsync(p => p.Id == ticket.PanelId && p.Judges.Any(j => j.Account == ticket.Account));
        Refusal.Unless(isSeated && await signIn.CanSignInAsync(account), "panel-ticket.wrong");
        await CheckHim(of, ticket);
        ticket.Use(deviceKey, of.Stage, clock.UtcNow());
        await db.SaveChangesAsync();
        await visits.Begin(account, ticket.Id);
        return (of.Code, ticket);
    }

    /// <summary>What lapsed since he was seated; who of the entries he should not judge he is never told.</summary>
    /// <exception cref="Refusal">panel-ticket.recused, .not-qualified, .not-trained</exception>
    private async Task CheckHim(Event of, PanelTicket ticket)
    {
        var standing = (await db.StandingsOf(of, [ticket.Account], clock.Today()))[ticket.Account];
        Refusal.Unless(!standing.IsRecused(ticket.PanelId), "panel-ticket.recused");
        Refusal.Unless(!standing.Lacks.Contains(JudgeLack.Qualification), "panel-ticket.not-qualified");
        Refusal.Unless(!standing.Lacks.Contains(JudgeLack.Training), "panel-ticket.not-trained");
    }
}
