namespace Competitions.Benchmarks;

/// <summary>One mark until the last viewer has it, beside a bare hub that broadcasts 200 bytes; both from the request that makes them do it.</summary>
internal static class PushBenchmark
{
    private const int Samples = 20;

    public static async Task Run()
    {
        await using var ground = await Ground.With(works: 100);
        var lines = new List<Line>();
        foreach (var viewers in (int[])[1_000, 5_000])
        {
            var (floors, ours) = (new List<double>(), new List<double>());
            for (var run = 0; run < Figures.Runs; run++)
            {
                floors.Add(await Floor(viewers));
                ours.Add(await Ours(ground, viewers));
                Figures.Note($"{viewers} viewers: floor {floors[^1].Ms()}, ours {ours[^1].Ms()}");
            }

            lines.Add(new Line($"one update until the last of {viewers:#,0} viewers has it", floors.Median().Ms(), ours.Median().Ms(), (ours.Median() / floors.Median()).Times(), "≤ 1.50"));
        }

        Figures.Print("push", lines);
    }

    private static async Task<double> Floor(int viewers)
    {
        using var floor = await FloorProcess.Start("floor-hub");
        using var audience = await Audience.Of(new Uri(floor.Address, "/hub"), viewers);
        using var http = new HttpClient { BaseAddress = floor.Address };
        return await Sampled(audience, () => http.PostAsync("/go", null));
    }

    private static async Task<double> Ours(Ground ground, int viewers)
    {
        var judge = ground.Judges(1)[0];
        await judge.Give(100); // every work stands at its place: from now on a mark moves a row or two
        await Task.Delay(2000);
        using var audience = await Audience.Of(new Uri(ground.Server.Address, Ground.Hub), viewers);
        return await Sampled(audience, () => judge.Give(1));
    }

    private static async Task<double> Sampled(Audience audience, Func<Task> push)
    {
        var times = new List<double>();
        for (var n = 0; n < Samples + 5; n++)
        {
            times.Add(await audience.Time(push));
            await Task.Delay(400); // the board's loop is at rest again
        }

        return times.Skip(5).Median(); // the first ones are compiled on the way
    }
}
