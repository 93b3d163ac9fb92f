using System.Globalization;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

/// <summary>F1: the process is killed while it is given marks. What a judge was told is stored, is stored, once.</summary>
public class KilledTests(ITestOutputHelper output)
{
    private const int Judges = 8;
    private const double MarksASecond = 200;
    private const int FewestBetween = 100;

    /// <summary>Three times, or as often as <c>KILLS</c> says.</summary>
    private static int Times => int.TryParse(Environment.GetEnvironmentVariable("KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 3;

    [Fact]
    public async Task Killed_under_load_it_has_lost_nothing_that_it_acknowledged_and_stored_nothing_twice()
    {
        await using var floor = await ServedFloor.Open(entries: 20, Judges);
        await floor.Server.Start();
        var tablets = await floor.Tablets();
        using var stop = new CancellationTokenSource();
        var marking = tablets.ConvertAll(t => t.Mark(MarksASecond / Judges, stop.Token));

        for (var kill = 1; kill <= Times; kill++)
        {
            for (var given = Given(tablets); Given(tablets) < given + FewestBetween;)
            {
                await Task.Delay(10);
            }

            await Task.Delay(Random.Shared.Next(1000));
            for (var given = Given(tablets); Given(tablets) == given;) // in the very moment of an acknowledgement
            {
                await Task.Yield();
            }

            await floor.Server.Kill();
            var acknowledged = tablets.ConvertAll(t => t.Acknowledged.ToList());
            var back = await floor.Server.Start();
            var stored = (await floor.Lines()).ToDictionary(l => l.Id, l => (l.Sequence, l.Work, l.Value));

            output.WriteLine($"{kill}: {acknowledged.Sum(a => a.Count)} acknowledged, {stored.Count} stored, back in {back.TotalSeconds:F1} s");
            Assert.All(acknowledged.SelectMany(a => a), mark => Assert.Equal((mark.Sequence, mark.Work, mark.Value), stored.GetValueOrDefault(mark.Id)));
        }

        await stop.CancelAsync();
        await Task.WhenAll(marking);
        await Task.WhenAll(tablets.ConvertAll(t => t.Finish()));
        var (lines, accepted) = (await floor.Lines(), tablets.SelectMany(t => t.Acknowledged).OrderBy(a => a.Sequence).ToList());
        var head = await floor.Look(db => db.LedgerHeads.SingleAsync());

        Assert.True(accepted.Count >= FewestBetween * Times, $"only {accepted.Count} marks were given");
        Assert.Equal(accepted.Select(a => (a.Id, a.Sequence, a.Work, a.Value)), lines.Select(l => (l.Id, l.Sequence, l.Work, l.Value)));
        Assert.Equal((null, lines.Count, lines[^1].Hash), (LedgerHead.FirstBroken(lines), head.Sequence, head.Hash));
        Assert.Equal(["ok"], await floor.Look(db => db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync()));
    }

    private static int Given(List<Tablet> tablets) => tablets.Sum(t => t.Acknowledged.Count);
}
