using Competitions.Honours;

namespace Competitions.Tests.Honours;

public sealed class CertificateTests
{
    private static readonly DateOnly Day = new(2026, 4, 30);

    [Fact]
    public void Only_what_is_granted_carries_a_certificate()
    {
        var approved = HonourTests.Made(HonourKind.Prize, "一等奖").ApprovedWithTheEvent("one", Some.Noon);

        Assert.Equal("certificate.not-granted", HonourTests.Refused(() => Issued(approved, 1)));
    }

    [Fact]
    public void It_is_withdrawn_once_with_a_reason_and_is_the_living_one_of_its_honour_no_longer()
    {
        var certificate = Issued(Granted(), 417);
        Assert.Equal("certificate.reason-missing", HonourTests.Refused(() => certificate.Withdraw(" ", Some.Noon)));

        certificate.Withdraw("成绩更正", Some.Noon);

        Assert.Equal((CertificateStage.Withdrawn, "成绩更正", Some.Noon, (int?)null), (certificate.Stage, certificate.Why, certificate.EndedAt, certificate.LivingOf));
        Assert.Equal("certificate.not-valid", HonourTests.Refused(() => certificate.Withdraw("再来", Some.Noon)));
    }

    [Fact]
    public void A_reissued_one_has_another_number_and_token_and_ends_the_first()
    {
        var (honour, first) = (Granted(), default(Certificate));
        first = Issued(honour, 1);
        var second = Issued(honour, 2);

        first.ReplaceBy(second, "遗失", Some.Noon);

        Assert.Equal((CertificateStage.Reissued, CertificateStage.Valid), (first.Stage, second.Stage));
        Assert.NotEqual(first.Token, second.Token);
        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
    }

    /// <summary>The brief: at least 64 random bits. A token of 22 characters of six bits holds 128.</summary>
    [Fact]
    public void Tokens_are_long_never_alike_and_fit_an_address()
    {
        var tokens = Enumerable.Range(0, 2000).Select(_ => CertificateToken.Random()).ToList();

        Assert.Equal(2000, tokens.Select(t => t.Value).Distinct().Count());
        Assert.All(tokens, t => Assert.Matches("^[A-Za-z0-9_-]{22}$", t.Value));
        Assert.All(tokens, t => Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", t.Check));
        Assert.All(Enumerable.Range(0, 22).SkipLast(1), at => Assert.True(tokens.Select(t => t.Value[at]).Distinct().Count() > 50)); // the last holds two bits
    }

    [Theory]
    [InlineData("临总工赛证〔2026〕第 0417 号", 417)]
    [InlineData("临总工赛证[2026]第0417号", 417)]
    [InlineData(" 临总工赛证（2026）第 12345 号 ", 12345)]
    [InlineData("临总工赛证【２０２６】４１７", 417)]
    public void A_number_is_read_as_people_type_it(string typed, int sequence) =>
        Assert.Equal(new CertificateNumber("临总工赛证", 2026, sequence), CertificateNumber.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("0417")]
    [InlineData("临总工赛证〔二〇二六〕第 417 号")]
    [InlineData("临总工赛证〔2026〕第 -1 号")]
    [InlineData("〔2026〕第 1 号")]
    [InlineData("临总工赛证〔99999999999〕第 1 号")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(CertificateNumber.Read(typed));

    [Fact]
    public void A_number_reads_back_as_it_is_printed()
    {
        var number = new CertificateNumber("临总工赛证", 2026, 7);

        Assert.Equal("临总工赛证〔2026〕第 0007 号", number.Text);
        Assert.Equal(number, CertificateNumber.Read(number.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("临总工2026")]
    [InlineData("临总工〔证")]
    public void A_series_is_a_word(string name) => Assert.Equal("certificate.series-shape", HonourTests.Refused(() => CertificateSeries.NameOf(name)));

    /// <summary>As on the mockup of the certificate.</summary>
    [Fact]
    public void It_says_who_where_and_what()
    {
        var text = CertificateTexts.Of(Granted(), new DateOnly(2026, 6, 3));

        Assert.Equal("沈嘉禾", text.Addressee);
        Assert.Equal("在 2026 年临平区第五届职工技能争霸赛“焊工”赛项职工组比赛中成绩优异，荣获", text.Body);
        Assert.Equal("一等奖·第一名", text.Award);
        Assert.Equal("二〇二六年六月三日", CertificateTexts.InWords(text.On));
    }

    [Theory]
    [InlineData(2026, 10, 10, "二〇二六年十月十日")]
    [InlineData(2025, 12, 31, "二〇二五年十二月三十一日")]
    [InlineData(2030, 1, 20, "二〇三〇年一月二十日")]
    public void Days_are_written_in_words(int year, int month, int day, string words) => Assert.Equal(words, CertificateTexts.InWords(new DateOnly(year, month, day)));

    private static Honour Granted()
    {
        var honour = HonourTests.Made(HonourKind.Prize, "一等奖").ApprovedWithTheEvent("one", Some.Noon);
        honour.Grant("临总工〔2026〕18 号", Day, "one", Some.Noon);
        return honour;
    }

    internal static Certificate Issued() => Issued(Granted(), 1);

    private static Certificate Issued(Honour honour, int sequence) =>
        new(honour, new CertificateNumber("临总工赛证", 2026, sequence), CertificateTexts.Of(honour, Day), CertificateToken.Random(), "one", Some.Noon);
}
