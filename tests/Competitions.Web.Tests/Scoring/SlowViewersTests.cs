using Competitions.Web.Tests.Support;

namespace Competitions.Web.Tests.Scoring;

/// <summary>F7: who does not read harms nobody, and is not kept for ever.</summary>
public class SlowViewersTests(ITestOutputHelper output)
{
    private const string Audience = "/live/boards/WELD";
    private const long MostMemory = 200 * 1024 * 1024;

    [Fact]
    public async Task One_who_never_reads_is_cut_off_while_marks_are_taken_and_the_others_follow_the_board()
    {
        await using var floor = await ServedFloor.Open(entries: 200, judges: 1);
        await floor.Server.Start();
        var tablet = Assert.Single(await floor.Tablets(batch: 20));
        await using var reader = await Listener.To(floor.Server.Address, Audience);
        await reader.Ask("Watch", "final", "workers");
        using var stuck = await Viewer.Of(floor.Server.Address, Audience, "final", "workers");
        var slow = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Viewer.Of(floor.Server.Address, Audience, "final", "workers")));
        using var stop = new CancellationTokenSource();
        var before = floor.Server.Memory;
        var (marking, following, dawdling) = (tablet.Mark(400, stop.Token), Follow(reader), slow.Select(v => Dawdle(v, stop.Token)).ToList());

        for (var n = 0; n < 1200 && !stuck.IsCut; n++)
        {
            await Task.Delay(100); // as long as it takes to fill what lies between, and to lose patience
        }

        await stop.CancelAsync();
        await marking;
        await tablet.Finish();
        var memory = floor.Server.Memory;
        await Task.WhenAll(dawdling);

        output.WriteLine($"{tablet.Acknowledged.Count} marks; a batch answered in {tablet.Waits.Order().ElementAt(tablet.Waits.Count / 2):F0} ms (median), {tablet.Waits.Max():F0} ms (worst); memory {before >> 20} → {memory >> 20} MB");
        Assert.Equal(tablet.Acknowledged.Count, await following(tablet.Acknowledged.Count)); // up to the last mark, beside the one that is stuck
        Assert.True(stuck.IsCut, "who never reads was not cut off");
        Assert.Equal(tablet.Acknowledged.Count, (await floor.Lines()).Count);
        Assert.True(memory - before < MostMemory, $"{memory - before} bytes more");
        Array.ForEach(slow, v => v.Dispose());
    }

    /// <summary>Hears every push from now on; asked for a number of marks, it gives the newest that came, waiting for that one.</summary>
    private static Func<long, Task<long>> Follow(Listener reader)
    {
        var (newest, gone) = (0L, false);
        var hearing = Task.Run(async () =>
        {
            while (await reader.Hear("BoardMoved") is { } push)
            {
                newest = push.GetProperty("to").GetInt64() % 1_000_000_000; // the rest is the board's epoch
            }

            gone = true;
        });
        return async marks =>
        {
            while (newest < marks && !gone)
            {
                await Task.Delay(50);
            }

            return newest;
        };
    }

    /// <summary>A kilobyte a second.</summary>
    private static async Task Dawdle(Viewer viewer, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await viewer.Read(1024, CancellationToken.None))
        {
            await Task.Delay(1000, CancellationToken.None);
        }
    }
}
