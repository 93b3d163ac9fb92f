using System.Xml.Linq;
using Competitions.Data;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Shell;

/// <summary>Who copies the database must not be able to make himself a cookie.</summary>
public class KeyRingTests
{
    [Fact]
    public async Task A_stored_key_holds_no_plain_key()
    {
        await using var app = new App();
        await app.Open().Visit("/sign-in"); // a form with a token: a key was needed

        var keys = await app.WithDb(db => db.ProtectionKeys.AsNoTracking().Select(k => k.Xml).ToListAsync());

        Assert.NotEmpty(keys);
        Assert.All(keys, xml =>
        {
            Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("<value", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("unencrypted", xml, StringComparison.OrdinalIgnoreCase);
            var sealedKey = Assert.Single(XElement.Parse(xml).Descendants("sealed")).Value;
            Assert.Contains("masterKey", app.Services.GetRequiredService<FieldCipher>().Open("protection-key", Convert.FromBase64String(sealedKey)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_one_run_sealed_the_next_run_opens()
    {
        await using var app = new App();
        var sealedText = Protector(app).Protect("谁");

        await using var again = app.Restarted();

        Assert.Equal("谁", Protector(again).Unprotect(sealedText));
        await again.Open().Visit("/sign-in");
        Assert.Equal(1, await again.WithDb(db => db.ProtectionKeys.CountAsync())); // the old key was read: no new one was needed
    }

    private static IDataProtector Protector(App app)
    {
        _ = app.Address;
        return app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }
}
