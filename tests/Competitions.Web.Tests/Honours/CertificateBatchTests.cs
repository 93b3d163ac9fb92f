using System.Runtime.Versioning;
using Competitions.People;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Documents;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Honours;

/// <summary>Many certificates at once: files of 200 pages, and a program that goes down in the middle.</summary>
public class CertificateBatchTests
{
    [Fact]
    public async Task An_order_is_a_batch_whose_files_are_fetched_by_who_ordered_them()
    {
        await using var app = new App();
        Assert.SkipUnless(app.Services.GetRequiredService<PdfPrinter>().CanPrint, "No Chromium or Edge on this machine.");
        await app.Granted(203);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificate-orders/new?year=2026");
        Assert.Equal(["203", "203", "2"], officer.Texts(".fig dd.num"));

        await officer.Submit("#order", new Dictionary<string, string> { ["Series"] = Awarded.Series });
        await officer.Finished(officer.Address);
        Assert.Equal("Succeeded", officer.Ended());
        Assert.Contains("203 张证书，分 2 个文件", officer.Text("#outcome"), StringComparison.Ordinal);
        await officer.Visit(officer.Page.QuerySelector(".acts a.btn-primary")!.GetAttribute("href")!);

        Assert.Equal(["200", "3"], officer.Texts("#files td.num.end"));
        var last = await officer.Http.GetByteArrayAsync(officer.Page.QuerySelectorAll("#files a")[^1].GetAttribute("href")!);
        var pdf = new PdfText(last);
        Assert.Equal(3, pdf.Pages);
        Assert.All(Enumerable.Range(201, 3), n => Assert.Contains($"第{n:0000}号", pdf.Text, StringComparison.Ordinal));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit("/certificate-orders/1/files/1.pdf")).Status);
        Assert.Single(await app.WithDb(db => db.Audit.Where(a => a.Act == "certificate.download").ToListAsync()));
    }

    [Fact]
    public async Task Ordered_again_the_same_numbers_are_printed_and_no_new_ones_made()
    {
        await using var app = new App { Settings = { ["Documents:Browser"] = "/nowhere" } };
        await app.Granted(3);
        var officer = await app.Open(DutyKind.FederationOfficer);
        for (var n = 0; n < 2; n++)
        {
            await officer.Visit("/certificate-orders/new");
            await officer.Submit("#order", new Dictionary<string, string> { ["Series"] = Awarded.Series });
            await officer.Finished(officer.Address);
        }

        Assert.Equal([1, 2, 3], await app.WithDb(db => db.Certificates.OrderBy(c => c.Sequence).Select(c => c.Sequence).ToListAsync()));
    }

    /// <summary>
    /// The printer hangs at the second of three files; the program goes down there, or is killed and its lease runs out. The next one goes on
    /// behind the first file: nothing is numbered or printed twice.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [UnsupportedOSPlatform("windows")]
    public async Task A_program_that_stops_in_the_middle_goes_on_where_it_stopped(bool killed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The printer of this test is a shell script.");
        var folder = Directory.CreateTempSubdirectory("competitions-printer-").FullName;
        await using var app = new App { Settings = { ["Documents:Browser"] = Printer(folder) } };
        await app.Granted(450);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificate-orders/new");
        await officer.Submit("#order", new Dictionary<string, string> { ["Series"] = Awarded.Series });
        while (!File.Exists(Path.Combine(folder, "hangs")))
        {
            await Task.Delay(50);
        }

        var first = await app.WithDb(db => db.CertificateFiles.SingleAsync());
        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<BatchRunner>().Single().StopAsync(CancellationToken.None);
        await app.WithDb(db => killed
            ? db.Database.ExecuteSqlAsync($"UPDATE Batches SET State = 'Running', LeaseBy = 'dead', LeaseUntil = '2020-01-01', Lane = Kind")
            : Task.FromResult(0));
        Assert.Equal(400, await app.WithDb(db => db.Certificates.CountAsync()));

        File.Delete(Path.Combine(folder, "hang"));
        await using var next = app.Restarted();
        var again = next.As(await next.WithDb(db => db.Users.Where(u => u.UserName == "FederationOfficer@LP").Select(u => u.Id).SingleAsync()));
        await again.Finished("/batches/1");

        Assert.Equal("Succeeded", again.Ended());
        Assert.Equal(Enumerable.Range(1, 450), await next.WithDb(db => db.Certificates.OrderBy(c => c.Sequence).Select(c => c.Sequence).ToListAsync()));
        var files = await next.WithDb(db => db.CertificateFiles.OrderBy(f => f.Part).ToListAsync());
        Assert.Equal([200, 200, 50], files.Select(f => f.Pages));
        Assert.Equal(first.File, files[0].File);
        Assert.Equal(4, (await File.ReadAllLinesAsync(Path.Combine(folder, "calls"))).Length); // one file, one that hung, two
        Assert.Equal(files.Select(f => f.File).Order(), await next.Files(most: 3));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What is printed is gone after three days, and the numbers stay.</summary>
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_are_deleted_after_three_days()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The printer of this test is a shell script.");
        var folder = Directory.CreateTempSubdirectory("competitions-printer-").FullName;
        await using var app = new App { Settings = { ["Documents:Browser"] = Printer(folder, hangs: false) } };
        await app.Granted(2);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificate-orders/new");
        await officer.Submit("#order", new Dictionary<string, string> { ["Series"] = Awarded.Series });
        await officer.Finished(officer.Address);
        Assert.Single(await app.Files(most: 1));

        app.Clock.Advance(TimeSpan.FromDays(4));
        app.Services.GetRequiredService<BatchBell>().Ring();
        for (var i = 0; i < 600 && await app.WithDb(db => db.CertificateFiles.AnyAsync()); i++)
        {
            await Task.Delay(100);
        }

        Assert.Empty(await app.Files(most: 0));
        Assert.Equal(2, await app.WithDb(db => db.Certificates.CountAsync()));
        Assert.Equal("没有文件", (await officer.Visit("/certificate-orders/1")).Text(".empty h3"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A browser that writes a line for each call, and hangs at the second while the file <c>hang</c> is there.</summary>
    [UnsupportedOSPlatform("windows")]
    private static string Printer(string folder, bool hangs = true)
    {
        var script = Path.Combine(folder, "printer");
        File.WriteAllText(script, $$"""
            #!/bin/sh
            echo call >> {{folder}}/calls
            if [ -f {{folder}}/hang ] && [ "$(wc -l < {{folder}}/calls)" -ge 2 ]; then touch {{folder}}/hangs; exec sleep 600; fi
            for word in "$@"; do case "$word" in --print-to-pdf=*) echo "%PDF-1.4" > "${word#--print-to-pdf=}";; esac; done
            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (hangs)
        {
            File.WriteAllText(Path.Combine(folder, "hang"), "");
        }

        return script;
    }
}
