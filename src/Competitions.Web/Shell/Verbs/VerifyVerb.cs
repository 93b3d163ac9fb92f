using System.Globalization;
using Competitions.Data;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Verbs;

/// <summary>
/// <c>verify</c>: walks everything that can be proved and names the first thing that does not fit. It reads and never writes: neither
/// migrates nor makes a key. 0 all fits, 1 something does not, 2 nothing could be checked.
/// </summary>
public static class VerifyVerb
{
    private const string ReadOnly = "--ReadOnly=true";

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Skip(1).FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) is { } word)
        {
            await errors.WriteLineAsync($"verify 不认识“{word}”；只接受设置，如 --Data=文件夹、--SigningKey=公钥文件。");
            return 2;
        }

        await using var app = House.Build([.. args[1..], ReadOnly], quiet: true);
        return await Run(app.Services, output, errors);
    }

    public static async Task<int> Run(IServiceProvider services, TextWriter output, TextWriter errors)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        if (!await db.Database.CanConnectAsync() || (await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await errors.WriteLineAsync("没有可核验的数据库，或它的结构不是这个版本的。请核对 Data 设置，或先运行 migrate。");
            return 2;
        }

        using var key = SigningKey.Read(SigningKey.PathIn(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<DataFolder>().Path));
        var file = services.GetRequiredService<SignedHeads>();
        var heads = file.Read(key);
        var faults = new List<string>();
        await Say(output, Heads(file, heads, key), faults);
        var past = new SignedPast(heads.Heads, file.IsThere);
        foreach (var check in services.GetServices<IProofCheck>())
        {
            await foreach (var part in check.Check(db, past))
            {
                await Say(output, part, faults);
            }
        }

        await output.WriteLineAsync(faults.Count == 0 ? "全部相符。" : $"不相符，首先是：{faults[0]}。");
        return faults.Count == 0 ? 0 : 1;
    }

    private static CheckedPart Heads(SignedHeads file, ReadHeads read, SigningKey? key)
    {
        var since = read.Heads.Count == 0 ? "" : $"，自 {read.Heads[0].At.Moment()} 起";
        var torn = read.Torn == 0 ? "" : $"；{read.Torn} 行只写了一半（断电所致），不计";
        return new CheckedPart("签名", $"{read.Heads.Count} 个{since}{(key is null ? "" : $"，公钥 {key.Words}")}{torn}",
            !file.IsThere ? "签名文件不在了，不能再证明链尾没有被截去、链没有被重算"
            : key is null ? "签名钥匙不在，签名不能核对"
            : read.FirstFault is { } fault ? string.Create(CultureInfo.InvariantCulture, $"签名文件第 {fault.Line} 行{fault.Why}") : null);
    }

    private static async Task Say(TextWriter output, CheckedPart part, List<string> faults)
    {
        await output.WriteLineAsync($"{part.Name}：{part.Said}。{(part.Fault is null ? "相符" : $"不相符：{part.Fault}")}。");
        faults.AddRange(part.Fault is null ? [] : [part.Fault]);
    }
}
