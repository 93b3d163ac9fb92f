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

    public static async Task<int> Admin(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [_, var userName])
        {
            await errors.WriteLineAsync("用法：admin USERNAME");
            return 2;
        }

        await using var app = House.Build([], quiet: true);
        await House.Prepare(app, demo: false);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        if (await db.Duties.AnyAsync(d => d.Kind == DutyKind.SystemAdministrator))
        {
            await errors.WriteLineAsync("系统管理员已经有了；其余账号请由系统管理员登录后建立。");
            return 2;
        }

        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var root = await db.Organisations.OrderBy(o => o.Id).FirstOrDefaultAsync() ?? await FirstOrganisation(db, clock.Today());
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var password = OneTimePassword();
        var done = await accounts.CreateAsync(new Account { UserName = userName, DisplayName = "系统管理员", MustChangePassword = true }, password);
        if (!done.Succeeded)
        {
            await errors.WriteLineAsync("没有建成：" + string.Join("；", done.Errors.Select(e => e.Description)));
            return 2;
        }

        var id = (await accounts.FindByNameAsync(userName))!.Id;
        foreach (var kind in (DutyKind[])[DutyKind.SystemAdministrator, DutyKind.SecurityAdministrator])
        {
            // the security administrator is appointed by the first one, who then gives that duty up
            db.Add(Duty.At(root, id, kind, clock.Today(), null, id));
        }

        await db.SaveChangesAsync();
        await app.Services.GetRequiredService<AuditTrail>().Write("account.first-administrator", userName, accountId: id);
        await output.WriteLineAsync(password);
        await errors.WriteLineAsync($"账号 {userName} 已建立。上面是一次性口令，首次登录须修改。");
        return 0;
    }

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
