using System.Collections.Concurrent;
using System.Diagnostics;

namespace Competitions.Benchmarks;

/// <summary>Marks through the real endpoint, signed in, in batches, beside bare inserts; and what one mark costs on a small and on a large board.</summary>
internal static class MarksBenchmark
{
    private const int Producers = 200;
    private const int Batch = 50;
    private const int MarksASecond = 200;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static async Task Run()
    {
        var (loop, grouped, ours, p50, p99) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var cost = new Dictionary<int, List<(double Cpu, double Wait)>> { [100] = [], [10_000] = [] };
        await using var large = await Ground.With(works: 10_000);
        await using var small = await Ground.With(works: 100);
        for (var run = 0; run < Figures.Runs; run++)
        {
            using (var bare = new BareLedger())
            {
                loop.Add(bare.Loop(Batch, Time));
                grouped.Add(await bare.Grouped(Producers, Batch, Time));
            }

            var (rate, waits) = await Pour(large);
            ours.Add(rate);
            p50.Add(waits.Median());
            p99.Add(waits.Quantile(0.99));
            cost[10_000].Add(await Cost(large));
            cost[100].Add(await Cost(small));
            Figures.Note($"loop {loop[^1].PerSecond()}, grouped {grouped[^1].PerSecond()}, ours {rate.PerSecond()} (p50 {p50[^1].Ms()}, p99 {p99[^1].Ms()}), a mark {cost[100][^1].Cpu:0.000} and {cost[10_000][^1].Cpu:0.000} ms of processor, answered in {cost[100][^1].Wait.Ms()} and {cost[10_000][^1].Wait.Ms()}");
        }

        var (few, many) = (cost[100].Select(c => c.Cpu).Median(), cost[10_000].Select(c => c.Cpu).Median());
        Figures.Print("marks", [
            new Line($"acknowledged marks, {Producers} producers, batches of {Batch}, signed in over HTTP; the floor is a bare group commit", grouped.Median().PerSecond(), ours.Median().PerSecond(), (ours.Median() / grouped.Median()).Times(), "≥ 10,000 /s"),
            new Line($"the same beside a plain INSERT loop, {Batch} rows a transaction", loop.Median().PerSecond(), ours.Median().PerSecond(), (ours.Median() / loop.Median()).Times(), ""),
            new Line("a batch until it is acknowledged", "", $"p50 {p50.Median().Ms()}, p99 {p99.Median().Ms()}", "", ""),
            new Line($"processor time of one mark at {MarksASecond} /s: 100 works on the board (floor) and 10,000", few.Ms(), many.Ms(), (many / few).Times(), "< 2.00"),
            new Line("one mark until it is acknowledged: 100 works and 10,000", cost[100].Select(c => c.Wait).Median().Ms(), cost[10_000].Select(c => c.Wait).Median().Ms(), (cost[10_000].Select(c => c.Wait).Median() / cost[100].Select(c => c.Wait).Median()).Times(), "< 2.00"),
        ]);
    }

    private static async Task<(double Rate, List<double> Waits)> Pour(Ground ground)
    {
        var (judges, waits) = (ground.Judges(Producers), new ConcurrentBag<double>());
        await Task.WhenAll(judges.Select(j => j.Give(Batch))); // compiled and warm
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(judges.Select(judge => Task.Run(async () =>
        {
            while (watch.Elapsed < Time)
            {
                var from = Stopwatch.GetTimestamp();
                await judge.Give(Batch);
                waits.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        })));
        return (judges.Sum(j => j.Given - Batch) / watch.Elapsed.TotalSeconds, [.. waits]);
    }

    /// <summary>Milliseconds of the server's processor for one mark, and until it is acknowledged, while somebody watches the board.</summary>
    private static async Task<(double Cpu, double Wait)> Cost(Ground ground)
    {
        using var viewer = await Audience.Of(new Uri(ground.Server.Address, Ground.Hub), 1);
        var (judge, waits) = (ground.Judges(1)[0], new List<double>());
        for (var n = 0; n < 200; n++)
        {
            await judge.Give(1);
        }

        var (worked, watch) = (ground.Server.Worked, Stopwatch.StartNew());
        for (var n = 0; n < MarksASecond * 5; n++)
        {
            var from = Stopwatch.GetTimestamp();
            await judge.Give(1);
            waits.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, 1000.0 / MarksASecond * (n + 1) - watch.ElapsedMilliseconds)));
        }

        return ((ground.Server.Worked - worked).TotalMilliseconds / waits.Count, waits.Median());
    }
}
