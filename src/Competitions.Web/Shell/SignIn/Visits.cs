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

    /// <summary>A new visit with a cookie of its own, whatever cookie the browser came with.</summary>
    public async Task Begin(Account account)
    {
        var (now, oldest) = (clock.UtcNow(), clock.UtcNow() - Visit.Longest);
        await db.Visits.Where(v => v.AccountId == account.Id && v.At < oldest).ExecuteDeleteAsync();
        await db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, now));
        var visit = new Visit(account.Id, now);
        db.Add(visit);
        await db.SaveChangesAsync();
        await signIn.SignInAsync(account, new AuthenticationProperties(new Dictionary<string, string?> { [Item] = $"{visit.Id}" }));
    }

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

    public IQueryable<Visit> Open(string accountId)
    {
        var oldest = clock.UtcNow() - Visit.Longest;
        return db.Visits.Where(v => v.AccountId == accountId && v.EndedAt == null && v.At > oldest);
    }

    /// <summary>At every request: the cookie is believed while its visit lasts and its stamp is the account's.</summary>
    public static async Task Hold(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is { } principal)
        {
            var (services, id) = (context.HttpContext.RequestServices, Named(context.Properties));
            var oldest = services.GetRequiredService<TimeProvider>().UtcNow() - Visit.Longest;
            if (id is null || !await services.GetRequiredService<CompetitionsDb>().Visits.AnyAsync(v => v.Id == id && v.EndedAt == null && v.At > oldest))
            {
                context.RejectPrincipal();
            }
        }
    }

    private static Guid? Named(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Item, out var written) == true && Guid.TryParse(written, out var id) ? id : null;
}
