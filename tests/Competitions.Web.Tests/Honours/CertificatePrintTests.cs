using System.Net;
using Competitions.People;
using Competitions.Web.Shell.Documents;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Honours;

/// <summary>What is shown and printed, with which stamp.</summary>
public class CertificatePrintTests
{
    [Fact]
    public async Task The_page_bears_the_words_the_number_and_a_code_that_leads_to_the_public_page()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(1));
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificates/1");
        var certificate = await app.WithDb(db => db.Certificates.AsNoTracking().SingleAsync());

        foreach (var word in (string[])["荣誉证书", "选手1", "同志：", "“焊工”赛项职工组比赛中成绩优异，荣获", "一等奖·第一名", "特发此证，以资鼓励。", certificate.Number, certificate.Check, "样章 · 演示", "临平区总工会"])
        {
            Assert.Contains(word, officer.Text(".sheet"), StringComparison.Ordinal);
        }

        Assert.Equal(QrCode.Path($"{app.Address.ToString().TrimEnd('/')}/verify/{certificate.Token}").Path, officer.Page.QuerySelector(".sheet .vf path")!.GetAttribute("d"));
        Assert.DoesNotContain("样章", (await officer.Visit("/certificates/1?place=Blank")).Text(".sheet"), StringComparison.Ordinal);
    }

    /// <summary>A real PDF, opened: one A4 page across, with the words on it as text.</summary>
    [Fact]
    public async Task The_pdf_is_one_page_across_with_its_text()
    {
        await using var app = new App();
        Assert.SkipUnless(app.Services.GetRequiredService<PdfPrinter>().CanPrint, "No Chromium or Edge on this machine.");
        await app.Issue(await app.Granted(1));
        var officer = await app.Open(DutyKind.FederationOfficer);

        var bytes = await officer.Http.GetByteArrayAsync("/certificates/1/certificate.pdf");

        var pdf = new PdfText(bytes);
        Assert.Equal((1, "0 0 841.91998 594.95996"), (pdf.Pages, Assert.Single(pdf.Boxes)));
        foreach (var word in (string[])["荣誉证书", "选手1", "一等奖·第一名", "样章·演示", string.Concat((await app.WithDb(db => db.Certificates.Select(c => c.Number).SingleAsync())).Where(c => c != ' '))])
        {
            Assert.Contains(word, pdf.Text, StringComparison.Ordinal);
        }

        Assert.InRange(bytes.Length, 1, 200_000); // L7
    }

    /// <summary>S5: a name that fonts can print is printed, whatever plane it is of; one that none can is refused by its character, before it has a number.</summary>
    [Theory]
    [InlineData("𠮷田买买提·吐尔逊江·阿布都热依木", null)]
    [InlineData("阿卜杜拉赫曼·穆罕默德·伊敏江·艾合买提·库尔班江·吐尔逊", null)]
    [InlineData("王\U0003FFF0", "U+3FFF0")]
    public async Task Names_are_printed_or_refused_by_their_character(string name, string? refused)
    {
        await using var app = new App();
        var fonts = app.Services.GetRequiredService<Fonts>();
        Assert.SkipUnless(fonts.Lacking("\U0003FFF0") is not null && fonts.Lacking("𠮷") is null, "No fontconfig, or no font of Han extension B.");
        await app.Registering();
        await app.Award(Awarded.Line(await app.Worker(name, 1), 1, "一等奖"));
        await app.Grant();
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificate-orders/new?honour=1");

        await officer.Submit("#order");

        if (refused is null)
        {
            Assert.Equal(HttpStatusCode.OK, officer.Status);
            Assert.Contains(name, officer.Text(".sheet"), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(HttpStatusCode.Conflict, officer.Status);
            Assert.Contains(refused, officer.Text(".errsum"), StringComparison.Ordinal);
            Assert.Equal(0, await app.WithDb(db => db.Certificates.CountAsync()));
        }
    }

    [Fact]
    public async Task A_stamp_is_a_png_by_its_content_and_comes_from_a_federation_alone()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/stamps/new");

        await officer.Upload("#stamp", "File", "章.png", PicturesTests.Jpeg, new Dictionary<string, string> { ["Name"] = "证书专用章" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("只收 PNG", officer.Text(".errsum"), StringComparison.Ordinal);
        await officer.Upload("#stamp", "File", "章.jpg", PicturesTests.Png, new Dictionary<string, string> { ["Name"] = "证书专用章" });

        Assert.Equal("/stamps", officer.Address);
        Assert.Equal("证书专用章", Assert.Single(officer.Texts("#stamps tbody td.t")));
        foreach (var other in (DutyKind[])[DutyKind.TownOfficer, DutyKind.FederationLeader, DutyKind.DisciplineInspector])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(other, other is DutyKind.TownOfficer ? "LP01" : "LP")).Visit("/stamps")).Status);
        }

        Assert.Empty((await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit("/stamps")).Texts("#stamps tbody tr"));
    }

    /// <summary>Each print with the real stamp leaves a line in the audit, and nobody prints with another's.</summary>
    [Fact]
    public async Task Every_use_of_a_stamp_is_audited_and_it_stamps_nothing_of_anybody_else()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(1));
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/stamps/new");
        await officer.Upload("#stamp", "File", "章.png", PicturesTests.Png, new Dictionary<string, string> { ["Name"] = "证书专用章" });
        Task<List<(string? Why, bool Allowed)>> Uses() => app.WithDb(async db => (await db.Audit.Where(a => a.Act == "stamp.print").OrderBy(a => a.Sequence).ToListAsync()).ConvertAll(a => (a.Why, a.Allowed)));
        var number = await app.WithDb(db => db.Certificates.Select(c => c.Number).SingleAsync());

        await officer.Visit("/certificates/1");
        Assert.Empty(await Uses()); // the sample stamp is no use
        await officer.Visit("/certificates/1?place=Picture&stamp=1");
        Assert.StartsWith("data:image/png;base64,", officer.Page.QuerySelector("#cert-stamp image")!.GetAttribute("href"), StringComparison.Ordinal);
        await officer.Visit("/certificates/1?place=Picture&stamp=1");
        Assert.Equal([(number, true), (number, true)], await Uses());

        var leader = await (await app.Open(DutyKind.FederationLeader)).Visit("/certificates/1?place=Picture&stamp=1"); // reads, grants nothing
        Assert.Equal((HttpStatusCode.Conflict, false), (leader.Status, leader.Body.Contains("data:image/png", StringComparison.Ordinal)));
        var foreign = await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit("/certificates/1?place=Picture&stamp=1");
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        await officer.Visit("/stamps");
        await officer.Submit("#end-1");
        await officer.Visit("/certificates/1?place=Picture&stamp=1");
        Assert.Equal(HttpStatusCode.Conflict, officer.Status); // 停用
        Assert.Equal([true, true, false], (await Uses()).Select(u => u.Allowed));
    }
}
