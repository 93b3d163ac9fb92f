using System.Security.Cryptography;
using System.Text;
using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

public sealed class MarkDeviceTests : IDisposable
{
    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly DateTimeOffset At = new(2026, 11, 21, 9, 30, 15, 250, TimeSpan.FromHours(8));

    private readonly ECDsa _tablet = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _tablet.Dispose();

    /// <summary>The text is written out here as the tablet's script makes it.</summary>
    [Fact]
    public void A_mark_is_of_the_tablet_that_signed_its_every_word()
    {
        var signature = Signed("WELD\n0f8fad5b-d9cb-469f-a165-70867728950e\nW1\n-1f\n85.5\n2026-11-21T01:30:15.250Z\n没戴护目镜");
        var given = new GivenMark(Id, "W1", "-1f", 85.50m, At, Why: "没戴护目镜", Signature: signature);

        Assert.NotNull(Of(given));
        Assert.Null(Of(given with { Value = 85.6m }));
        Assert.Null(Of(given with { Work = "W2" }));
        Assert.Null(Of(given with { Aspect = "-2f" }));
        Assert.Null(Of(given with { Id = Guid.NewGuid() }));
        Assert.Null(Of(given with { GivenAt = At.AddMilliseconds(1) }));
        Assert.Null(Of(given with { Why = "戴了" }));
        Assert.Null(MarkDevice.Of("LATHE", given, 7, Key(_tablet)));
    }

    [Fact]
    public void Another_tablets_signature_none_and_nonsense_are_none_of_this_tablet()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var given = new GivenMark(Id, "W1", "panel", 80, At, Signature: Signed("WELD\n0f8fad5b-d9cb-469f-a165-70867728950e\nW1\npanel\n80\n2026-11-21T01:30:15.250Z\n"));

        Assert.NotNull(Of(given));
        Assert.Null(MarkDevice.Of("WELD", given, 7, Key(other)));
        Assert.Null(Of(given with { Signature = null }));
        Assert.Null(Of(given with { Signature = "nix" }));
        Assert.Null(Of(given with { Signature = new string('A', 101) }));
    }

    [Fact]
    public void It_is_checked_against_the_line_of_the_ledger_years_later()
    {
        var given = new GivenMark(Id, "W1", "panel", 80, At, Signature: Signed("WELD\n0f8fad5b-d9cb-469f-a165-70867728950e\nW1\npanel\n80\n2026-11-21T01:30:15.250Z\n"));
        var head = new LedgerHead("WELD");
        head.Take(marks: true);
        var line = head.Append(given, "anna", new Sheet("practical", new DateOnly(2026, 11, 21)), At.UtcDateTime);

        Assert.True(Of(given)!.Signs(line, null, Key(_tablet)));
        Assert.False(Of(given)!.Signs(line with { Value = 81 }, null, Key(_tablet)));
    }

    private MarkDevice? Of(GivenMark given) => MarkDevice.Of("WELD", given, 7, Key(_tablet));

    private string Signed(string text) => Convert.ToBase64String(_tablet.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

    private static string Key(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
}
