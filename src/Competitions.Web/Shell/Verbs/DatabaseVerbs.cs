using System.Security.Cryptography;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Verbs;

internal static class DatabaseVerbs
{
    public static async Task<int> Migrate(string[] args, TextWriter output, TextWriter errors)
    {
        await using var app = House.Build([], quiet: true);
        await House.Prepare(app, demo: false);
        await errors.WriteLineAsync("数据库已是最新结构。");
        return 0;
    }

    /// <summary>The first administrator of each of the three kinds, each an account of its own; whoever comes after is made by them.</summary>
    public static async Task<int> Admin(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [_, var userName, .. var rest] || rest.Length > 1 || Administrator(rest.FirstOrDefault()) is not { } kind)
        {
            await errors.WriteLineAsync("用法：admin USERNAME [system|security|audit]，不写为 system");
            return 2;
        }

        await using var app = House.Build([], quiet: true);
        await House.Prepare(app, demo: false);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        if (await db.Duties.AnyAsync(d => d.Kind == kind))
        {
            await errors.WriteLineAsync($"{kind.Name()}已经有了；其余账号由系统管理员登录后建立，职责由安全管理员授予。");
            return 2;
        }

        var today = scope.ServiceProvider.GetRequiredService<TimeProvider>().Today();
        var root = await db.Organisations.OrderBy(o => o.Path).FirstOrDefaultAsync() ?? await FirstOrganisation(db, today);
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var password = OneTimePassword();
        var account = new Account { UserName = userName, DisplayName = kind.Name(), MustChangePassword = true, OrganisationId = root.Id };
        await app.Services.GetRequiredService<AuditTrail>().Write("account.first-administrator", account.Id, why: $"{kind}", accountId: account.Id);
        var done = await accounts.CreateAsync(account, password);
        if (!done.Succeeded)
        {
            await errors.WriteLineAsync("没有建成：" + string.Join("；", done.Errors.Select(e => e.Description)));
            return 2;
        }

        db.Add(Duty.At(root, account.Id, kind, today, null, account.Id));
        await db.SaveChangesAsync();
        await output.WriteLineAsync(password);
        await errors.WriteLineAsync($"账号 {userName}（{kind.Name()}）已建立。上面是一次性口令，首次登录须修改。");
        return 0;
    }

    private static DutyKind? Administrator(string? word) => word switch
    {
        null or "system" => DutyKind.SystemAdministrator,
        "security" => DutyKind.SecurityAdministrator,
        "audit" => DutyKind.AuditAdministrator,
        _ => null,
    };

    /// <summary>Sixteen characters without those that look alike; about 90 random bits.</summary>
    public static string OneTimePassword() => "Aa2" + RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", 13);

    private static async Task<Organisation> FirstOrganisation(CompetitionsDb db, DateOnly today)
    {
        var root = new Organisation("root", "总工会", "总工会", OrganisationLevel.District, "federation", today);
        db.Add(root);
        await db.SaveChangesAsync();
        root.PlaceUnder(null);
        await db.SaveChangesAsync();
        return root;
    }
}
