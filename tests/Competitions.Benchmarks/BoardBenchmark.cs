using System.Diagnostics;
using System.Globalization;

namespace Competitions.Benchmarks;

/// <summary>The public board of 500 rows, beside Kestrel with the same bytes in an array; at rest and while it is being marked.</summary>
internal static class BoardBenchmark
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);
    private static readonly string[] Kinds = ["gzip", "plain", "304"];

    public static async Task Run()
    {
        await using var ground = await Ground.With(works: 500);
        var judges = ground.Judges(10);
        await Task.WhenAll(judges.Select(j => j.Give(50)));
        using var http = new HttpClient { BaseAddress = ground.Server.Address };
        var file = Path.GetTempFileName();
        await Save(http, file);
        using var floor = await FloorProcess.Start("floor-board", file);
        var (floors, rest, marked, old) = (Kinds.ToDictionary(k => k, _ => new List<Hammered>()), Kinds.ToDictionary(k => k, _ => new List<Hammered>()), new List<Hammered>(), new List<double>());
        for (var run = 0; run < Figures.Runs; run++)
        {
            foreach (var kind in Kinds)
            {
                floors[kind].Add(await Hammer.Run(floor.Address, "/", Headers(kind, "\"1\""), Time));
                rest[kind].Add(await Hammer.Run(ground.Server.Address, Ground.Board, Headers(kind, await ETag(http)), Time));
                Figures.Note($"{kind}: floor {floors[kind][^1].PerSecond.PerSecond()}, ours {rest[kind][^1].PerSecond.PerSecond()}");
            }

            using var stop = new CancellationTokenSource();
            var (marking, watching) = (Mark(judges, stop.Token), Oldest(http, judges, stop.Token));
            marked.Add(await Hammer.Run(ground.Server.Address, Ground.Board, Headers("gzip", ""), Time));
            await stop.CancelAsync();
            await marking;
            old.Add(await watching);
        }

        var lines = Kinds.Select(k => new Line($"500 rows, {k} ({rest[k][0].BytesEach / 1024.0:0.#} KB)", Speed(floors[k]).PerSecond(), $"{Speed(rest[k]).PerSecond()}, p99 {rest[k].Select(h => h.Worst).Median().Ms()}", (Speed(rest[k]) / Speed(floors[k])).Times(), k == "gzip" ? "≥ 0.45, p99 ≤ 50 ms" : "")).ToList();
        lines.Add(new Line("the same (gzip) while 100 marks/s are taken", "", $"{Speed(marked).PerSecond()}, p99 {marked.Select(h => h.Worst).Median().Ms()}", $"{(Speed(marked) / Speed(rest["gzip"])).Times()} of at rest", "≥ 0.70"));
        lines.Add(new Line("how old its oldest page was meanwhile", "", old.Median().Ms(), "", "≤ 2,000 ms"));
        Figures.Print("board", lines);
    }

    private static double Speed(IEnumerable<Hammered> runs) => runs.Select(r => r.PerSecond).Median();

    private static string Headers(string kind, string etag) => kind switch
    {
        "gzip" => "Accept-Encoding: gzip\r\n",
        "304" => $"If-None-Match: {etag}\r\n",
        _ => "",
    };

    private static async Task<string> ETag(HttpClient http)
    {
        using var answer = await http.GetAsync(Ground.Board);
        return $"{answer.Headers.ETag}";
    }

    private static async Task Save(HttpClient http, string file)
    {
        await Task.Delay(1500); // all marks are on it
        await File.WriteAllBytesAsync(file, await http.GetByteArrayAsync(Ground.Board));
        using var request = new HttpRequestMessage(HttpMethod.Get, Ground.Board) { Headers = { AcceptEncoding = { new("gzip") } } };
        using var zipped = await http.SendAsync(request);
        await File.WriteAllBytesAsync(file + ".gz", await zipped.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A hundred marks a second: ten judges by turns, five at a time.</summary>
    private static async Task Mark(IReadOnlyList<Judge> judges, CancellationToken stop)
    {
        for (var (n, watch) = (0, Stopwatch.StartNew()); !stop.IsCancellationRequested; n++)
        {
            await judges[n % judges.Count].Give(5);
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, 50 * (n + 1) - watch.ElapsedMilliseconds)), CancellationToken.None);
        }
    }

    /// <summary>Looks ten times a second: the longest that a mark, once acknowledged, was missing from the page.</summary>
    private static async Task<double> Oldest(HttpClient http, IReadOnlyList<Judge> judges, CancellationToken stop)
    {
        var (given, oldest) = (new List<(long At, int Marks)>(), 0.0);
        while (!stop.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            given.Add((asked, judges.Sum(j => j.Given)));
            var shown = long.Parse((await ETag(http)).Trim('"'), CultureInfo.InvariantCulture) % 1_000_000_000;
            var missing = given.FirstOrDefault(g => g.Marks > shown);
            oldest = missing.Marks > 0 ? Math.Max(oldest, Stopwatch.GetElapsedTime(missing.At, asked).TotalMilliseconds) : oldest;
            await Task.Delay(100, CancellationToken.None);
        }

        return oldest;
    }
}
