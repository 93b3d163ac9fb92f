using System.Security.Cryptography;
using Competitions.Web.Honours.Credentials;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace Competitions.Web.Tests.Honours;

/// <summary>The keys that credentials are signed with, and the address that they name.</summary>
public sealed class CredentialKeysTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("keys-").FullName, "credential-keys");

    [Fact]
    public void The_first_is_made_when_it_is_needed_and_only_its_owner_reads_it()
    {
        var made = CredentialKeys.FromFolder(_folder);

        Assert.Equal(made.Signing.Thumbprint, CredentialKeys.FromFolder(_folder).Signing.Thumbprint);
        Assert.Equal("0001.pem", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder))));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "0001.pem")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
        }
    }

    [Fact]
    public async Task Nodes_that_need_the_first_at_the_same_moment_have_the_same()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CredentialKeys.FromFolder(_folder))));

        Assert.Single(nodes.Select(n => n.Signing.Thumbprint).Distinct());
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_newest_signs_and_all_are_published()
    {
        var first = CredentialKeys.FromFolder(_folder).Signing.Thumbprint;
        using var second = RSA.Create(CredentialKeys.LeastBits);
        File.WriteAllText(Path.Combine(_folder, "0002.pem"), second.ExportPkcs8PrivateKeyPem());

        var keys = CredentialKeys.FromFolder(_folder);

        Assert.Equal([first, keys.Signing.Thumbprint], keys.All.Select(k => k.Thumbprint));
        Assert.NotEqual(first, keys.Signing.Thumbprint);
    }

    [Fact]
    public void A_key_of_which_only_the_public_part_is_kept_is_published_and_does_not_sign()
    {
        var first = CredentialKeys.FromFolder(_folder).Signing.Thumbprint;
        using var old = RSA.Create(CredentialKeys.LeastBits);
        File.WriteAllText(Path.Combine(_folder, "0002.pem"), old.ExportSubjectPublicKeyInfoPem());

        var keys = CredentialKeys.FromFolder(_folder);

        Assert.Equal((2, first), (keys.All.Count, keys.Signing.Thumbprint));
    }

    [Fact]
    public void A_short_key_is_not_taken()
    {
        Directory.CreateDirectory(_folder);
        using var small = RSA.Create(2048);
        File.WriteAllText(Path.Combine(_folder, "0001.pem"), small.ExportPkcs8PrivateKeyPem());

        Assert.Contains("3072", Assert.Throws<CryptographicException>(() => CredentialKeys.FromFolder(_folder)).Message, StringComparison.Ordinal);
    }

    /// <summary>After a rotation what the older key signed is still good.</summary>
    [Fact]
    public async Task A_credential_of_the_key_before_is_still_good_after_the_change()
    {
        await using var app = new App();
        var (_, certificate) = await app.Certified();
        var before = await app.Jwt(certificate.Id);
        using var next = RSA.Create(CredentialKeys.LeastBits);
        await File.WriteAllTextAsync(Path.Combine(app.Folder, "credential-keys", "0002.pem"), next.ExportPkcs8PrivateKeyPem());

        await using var again = app.Restarted();
        var after = await again.Jwt(certificate.Id);
        var older = (string)Credentials.Header(before)["kid"]!;

        Assert.NotEqual(new Uri(older).AbsolutePath, new Uri((string)Credentials.Header(after)["kid"]!).AbsolutePath);
        Assert.Equal("", (await Credentials.Checked(after)).Problems());
        Assert.Contains(new Uri(older).AbsolutePath, await again.Open().Http.GetStringAsync("/.well-known/jwks.json"), StringComparison.Ordinal);
        Assert.Equal("", (await Credentials.Checked(before)).Problems()); // the program before is still there, with the same list
    }

    /// <summary>What is signed names where it is checked: outside Development that is set, or nothing is signed.</summary>
    [Theory]
    [InlineData("Production", null, null)]
    [InlineData("Production", "https://zs.example.gov.cn/", "https://zs.example.gov.cn")]
    [InlineData("Development", null, "http://evil.example")]
    [InlineData("Development", "https://zs.example.gov.cn", "https://zs.example.gov.cn")]
    public void A_request_names_the_address_only_in_development(string environment, string? setting, string? expected)
    {
        var request = new HttpContextAccessor { HttpContext = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString("evil.example") } } };
        var site = new CredentialSite(new ConfigurationBuilder().AddInMemoryCollection([new("PublicAddress", setting)]).Build(), new HostingEnvironment { EnvironmentName = environment }, request);

        Assert.Equal(expected is not null, site.IsKnown);
        Assert.Equal(expected ?? "credential.no-address", expected is null ? Assert.Throws<Refusal>(() => site.Address).Code : site.Address);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
