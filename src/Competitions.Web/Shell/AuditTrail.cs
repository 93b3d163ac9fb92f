using Competitions.Data;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell;

/// <summary>
/// The audit's one door. A line is durable when the call returns, in a transaction of its own: what is refused is
/// remembered too, and who cannot be audited does not act (fail closed).
/// </summary>
public sealed class AuditTrail(IServiceScopeFactory scopes, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <param name="act">As <c>worker.view-id-number</c>.</param>
    /// <param name="thing">Code or id; never a name, number or phone.</param>
    public async Task Write(string act, string thing, bool allowed = true, string? why = null, string? accountId = null)
    {
        var account = accountId ?? http.HttpContext?.User.Account();
        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString();
        await OneAtATime.WaitAsync();
        try
        {
            while (!await Append(act, thing, allowed, why, account, address))
            {
                // another node moved the head: nothing was written, and the line is chained anew
            }
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<bool> Append(string act, string thing, bool allowed, string? why, string? account, string? address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        var head = await db.AuditHeads.SingleAsync();
        db.Add(head.Append(clock.UtcNow(), account, act, thing, allowed, why, address));
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
