namespace Competitions.Web.Shell;

/// <summary>A job that finds its own work and is harmless twice.</summary>
public interface IJob
{
    Task Run(CancellationToken stop);
}

/// <summary>Runs a job every few seconds, for what people wait for while they look at a page. A failure is logged and tried again.</summary>
public sealed class Repeating<TJob>(IServiceScopeFactory scopes, ILogger<Repeating<TJob>> log) : BackgroundService where TJob : IJob
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TJob>().Run(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "{Job} failed; tried again in a moment", typeof(TJob).Name);
            }
        }
    }
}
