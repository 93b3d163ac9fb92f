using System.Diagnostics;
using Competitions.Data;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

internal static class SeedVerb
{
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [_, "demo" or "large", .. var settings])
        {
            await errors.WriteLineAsync("用法：seed demo|large");
            return 2;
        }

        await using var app = House.Build(settings, quiet: true);
        await House.Prepare(app, demo: false);
        await using var scope = app.Services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        try
        {
            var loaded = args[1] is "demo"
                ? await scope.ServiceProvider.GetRequiredService<DemoSeed>().Load()
                : await scope.ServiceProvider.GetRequiredService<LargeSeed>().Load(n => errors.WriteLine($"已装入 {n} 名职工"));
            await errors.WriteLineAsync(loaded ? $"“{args[1]}”已装入，用时 {watch.Elapsed.TotalSeconds:F1} 秒。" : $"“{args[1]}”已经在数据库里，没有改动。");
        }
        catch (Refusal no)
        {
            await errors.WriteLineAsync(Sentences.Of(no));
            return 2;
        }

        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        await output.WriteLineAsync($$"""{"seed":"{{args[1]}}","organisations":{{await db.Organisations.CountAsync()}},"workers":{{await db.Workers.CountAsync()}}}""");
        return 0;
    }
}
