using Microsoft.AspNetCore.SignalR;

namespace Competitions.Web.Scoring.Boards;

/// <summary>A page asks once when it opens and once after a break; who asks without end is shown out.</summary>
public sealed class FewWords(TimeProvider clock) : IHubFilter
{
    private const int MostInAMinute = 60;

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var said = invocationContext.Context.Items.TryGetValue(nameof(FewWords), out var kept) ? ((long Since, int Words))kept! : (Since: clock.GetTimestamp(), Words: 0);
        said = clock.GetElapsedTime(said.Since) > TimeSpan.FromMinutes(1) ? (clock.GetTimestamp(), 1) : (said.Since, said.Words + 1);
        invocationContext.Context.Items[nameof(FewWords)] = said;
        if (said.Words > MostInAMinute)
        {
            invocationContext.Context.Abort();
            throw new HubException("too-many");
        }

        return await next(invocationContext);
    }
}
