using Competitions.Honours;

namespace Competitions.Tests.Honours;

public sealed class HolderLinkTests
{
    [Fact]
    public void It_opens_for_a_year_and_until_it_is_ended()
    {
        var link = new HolderLink(CertificateTests.Issued(), Token(1), "one", Some.Noon);

        Assert.True(link.OpensAt(Some.Noon.AddDays(HolderLink.Days).AddTicks(-1)));
        Assert.False(link.OpensAt(Some.Noon.AddDays(HolderLink.Days)));

        link.End(Some.Noon.AddDays(1));
        Assert.False(link.OpensAt(Some.Noon.AddDays(1)));
        Assert.Equal("holder-link.ended", HonourTests.Refused(() => link.End(Some.Noon.AddDays(2))));
    }

    [Fact]
    public void A_new_token_takes_the_place_of_the_one_before_and_opens_for_its_own_year()
    {
        var certificate = CertificateTests.Issued();
        var link = new HolderLink(certificate, Token(1), "one", Some.Noon);
        link.End(Some.Noon.AddDays(1));

        link.Renew(certificate, Token(2), "two", Some.Noon.AddDays(400));

        Assert.Equal((Token(2).Index, "two", true, 3), (link.TokenIndex, link.By, link.OpensAt(Some.Noon.AddDays(765)), link.Version));
    }

    [Fact]
    public void What_has_ended_is_given_no_link()
    {
        var certificate = CertificateTests.Issued();
        var link = new HolderLink(certificate, Token(1), "one", Some.Noon);
        certificate.Withdraw("成绩更正", Some.Noon);

        Assert.Equal("certificate.not-valid", HonourTests.Refused(() => new HolderLink(certificate, Token(2), "one", Some.Noon)));
        Assert.Equal("certificate.not-valid", HonourTests.Refused(() => link.Renew(certificate, Token(2), "one", Some.Noon)));
    }

    private static SealedField Token(byte n) => new([n], $"{n}");
}
