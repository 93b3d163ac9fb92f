using Competitions.Web.Scoring;
using Competitions.Web.Seeding;

namespace Competitions.Web.Shell.Verbs;

/// <summary>
/// Something done from the command line. Results alone go to the output, sentences to the errors.
/// Exit codes: 0 done, 1 done but the input is wrong, 2 not done.
/// </summary>
public sealed record Verb(string Name, string Usage, string Says, Func<string[], TextWriter, TextWriter, Task<int>> Run);

public static class Verbs
{
    private static readonly Verb[] All =
    [
        new("scheme", "FILE.xlsx", "读一份评分方案，打印各项数目和提醒（JSON）", Schemes.SchemeVerb.Run),
        new("medals", MedalsVerb.Usage["medals ".Length..], "按成绩换算标准分，排名次、定奖牌，结果打印为 CSV", MedalsVerb.Run),
        new("export", Results.ExportVerb.Usage, "把赛事已发布的成绩写成文件：汇总表、CIS 表、JSON、成绩册、团体名次", Results.ExportVerb.Run),
        new("seed", "demo|large", "向空数据库装入演示数据：demo 一个区一年的赛事，large 二十万职工", SeedVerb.Run),
        new("verify", "", "核验账本、审计、编码表、成绩、公示、荣誉、证书和签名，指出第一处不符；只读", VerifyVerb.Run),
        new("migrate", "", "把数据库建到最新结构，并载入基础数据", DatabaseVerbs.Migrate),
        new("admin", "USERNAME [system|security|audit]", "创建首个系统、安全或审计管理员，打印一次性口令", DatabaseVerbs.Admin),
    ];

    /// <summary>Null when the arguments ask for the server. A word that is no verb is told so, and nothing starts.</summary>
    public static Verb? Asked(string[] args) =>
        args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h")) ? null
        : All.SingleOrDefault(v => v.Name == args[0]) ?? new Verb(args[0], "", "", Help);

    private static async Task<int> Help(string[] args, TextWriter output, TextWriter errors)
    {
        var asked = args[0] is "--help" or "-h" or "help";
        var text = asked ? output : errors;
        if (!asked)
        {
            await errors.WriteLineAsync($"没有“{args[0]}”这个命令。可用的命令：");
        }

        foreach (var verb in All)
        {
            await text.WriteLineAsync($"  {$"{verb.Name} {verb.Usage}".TrimEnd(),-42} {verb.Says}");
        }

        return asked ? 0 : 2;
    }
}
