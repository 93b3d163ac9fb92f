using Competitions.Data;
using Competitions.Data.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.SignIn;

/// <summary>Who is signed in where. A visit is ended in the database, so its cookie is worth nothing from the next request on.</summary>
public sealed class Visits(CompetitionsDb db, SignInManager<Account> signIn, TimeProvider clock)
{
    private const string Item = "visit";
    private const string Strong = "second-factor";

    /// <summary>A tablet that holds a place is not signed out for being idle; unused for so long it is.</summary>
    private static readonly TimeSpan SeatUnused = TimeSpan.FromDays(14);

    /// <summary>A new visit with a cookie of its own, whatever cookie the browser came with.</summary>
    /// <param name="ticketId">Of the panel ticket that opens it; null for a password.</param>
    /// <param name="strong">More than a password was proved.</param>
    public async Task Begin(Account account, int? ticketId = null, bool strong = false)
    {
        var (now, oldest) = (clock.UtcNow(), clock.UtcNow() - Visit.Longest);
        await db.Visits.Where(v => v.AccountId == account.Id && v.At < oldest && v.TicketId == null).ExecuteDeleteAsync();
        await db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, now));
        var visit = new Visit(account.Id, now) { TicketId = ticketId };
        db.Add(visit);
        await db.SaveChangesAsync();
        var properties = new AuthenticationProperties(new Dictionary<string, string?> { [Item] = $"{visit.Id}" });
        if (strong)
        {
            properties.Items[Strong] = "";
        }

        if (ticketId is not null)
        {
            (properties.IsPersistent, properties.ExpiresUtc) = (true, clock.GetUtcNow() + SeatUnused);
        }

        await signIn.SignInAsync(account, properties);
    }

    /// <summary>Whether this request's visit was opened, or has been confirmed, with a second factor.</summary>
    public static bool IsStrong(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items.ContainsKey(Strong) is true;

    public async Task EndThis(HttpContext context)
    {
        var (ticket, now) = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme), clock.UtcNow());
        if (Named(ticket.Properties) is { } id)
        {
            await db.Visits.Where(v => v.Id == id && v.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(v => v.EndedAt, now));
        }

        await signIn.SignOutAsync();
    }

    /// <summary>Signs an account out everywhere; how many visits were open.</summary>
    public Task<int> EndAll(string accountId)
    {
        var now = clock.UtcNow();
        return Open(accountId).ExecuteUpdateAsync(set => set.SetProperty(v => v.EndedAt, now));
    }

    /// <summary>Ends what these tickets opened.</summary>
    public Task<int> EndSeats(IReadOnlyCollection<int> ticketIds)
    {
        var now = clock.UtcNow();
        return db.Visits.Where(v => v.TicketId != null && ticketIds.Contains(v.TicketId.Value) && v.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(v => v.EndedAt, now));
    }

    public IQueryable<Visit> Open(string accountId)
    {
        var oldest = clock.UtcNow() - Visit.Longest;
        return db.Visits.Where(v => v.AccountId == accountId && v.EndedAt == null && (v.TicketId != null || v.At > oldest));
    }

    /// <summary>At every request: the cookie is believed while its visit lasts, with its place in a panel where it has one, and its stamp is the account's.</summary>
    public static async Task Hold(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is { } principal)
        {
            var (services, id) = (context.HttpContext.RequestServices, Named(context.Properties));
            var oldest = services.GetRequiredService<TimeProvider>().UtcNow() - Visit.Longest;
            var visit = id is null ? null : await services.GetRequiredService<CompetitionsDb>().Visits.AsNoTracking().Where(v => v.Id == id && (v.TicketId != null || v.EndedAt == null && v.At > oldest))
                .Select(v => new { v.TicketId, IsOpen = v.EndedAt == null }).SingleOrDefaultAsync();
            if (visit is null || visit.TicketId is { } ticket && !await services.GetRequiredService<MySeat>().Take(ticket, visit.IsOpen))
            {
                context.RejectPrincipal();
            }
        }
    }

    private static Guid? Named(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Item, out var written) == true && Guid.TryParse(written, out var id) ? id : null;
}
