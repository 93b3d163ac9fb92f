using System.Net;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Entries;

public class AttachmentsTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[2000]];

    [Fact]
    public async Task A_photograph_is_stored_without_its_place_under_its_hash_and_comes_back_as_a_file()
    {
        await using var app = new App();
        var (unit, id) = await Drafted(app);
        await unit.Upload("#attach", "file", "../IMG_0001.exe", PicturesTests.Taken(), new Dictionary<string, string> { ["title"] = "技能等级证书" });

        Assert.Equal(HttpStatusCode.OK, unit.Status);
        Assert.Contains("IMG_0001.jpg", unit.Text(".files"), StringComparison.Ordinal);
        var stored = Assert.Single(Files(app));
        Assert.Matches("uploads.[0-9a-f]{2}.[0-9a-f]{64}$", stored);
        Assert.False(PicturesTests.Holds(await File.ReadAllBytesAsync(stored), "30.4210N"u8));

        var answer = await unit.Http.GetAsync(unit.Page.QuerySelector(".files a")!.GetAttribute("href"));
        Assert.Equal(("image/jpeg", "attachment", "nosniff"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(await File.ReadAllBytesAsync(stored), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["attachment.add", "attachment.download"], await app.WithDb(db => db.Audit.Where(l => l.Act.StartsWith("attachment.")).OrderBy(l => l.Sequence).Select(l => l.Act).ToListAsync()));
        Assert.True(id > 0);
    }

    [Theory]
    [InlineData("证书.pdf", "<html><script>alert(1)</script></html>")]
    [InlineData("证书.jpg", "MZ\u0090\0 program")]
    [InlineData("证书.png", "PK\u0003\u0004 archive")]
    [InlineData("证书.pdf", "")]
    public async Task What_is_no_pdf_and_no_picture_is_refused_whatever_it_is_called_and_nothing_stays(string name, string content)
    {
        await using var app = new App();
        var (unit, _) = await Drafted(app);
        await unit.Upload("#attach", "file", name, System.Text.Encoding.Latin1.GetBytes(content));
        Assert.Equal((HttpStatusCode.Conflict, 0), (unit.Status, Files(app).Count));
        Assert.Equal(0, await app.WithDb(db => db.Attachments.CountAsync()));
    }

    /// <summary>S2: ten megabytes are taken, eleven are refused by what they say of themselves, and what says nothing is cut off.</summary>
    [Fact]
    public async Task Ten_megabytes_are_taken_eleven_are_answered_with_413_and_two_hundred_in_chunks_are_not_read()
    {
        await using var app = new App();
        var (unit, id) = await Drafted(app);
        await unit.Upload("#attach", "file", "ten.pdf", [.. Pdf, .. new byte[10 * 1024 * 1024 - Pdf.Length]]);
        Assert.Equal(HttpStatusCode.OK, unit.Status);

        await (await unit.Visit($"/events/WELD/entries/{id}")).Upload("#attach", "file", "eleven.pdf", [.. Pdf, .. new byte[11 * 1024 * 1024]]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unit.Status);
        Assert.Contains("不能超过 10 MB", unit.Body, StringComparison.Ordinal);

        await unit.Visit($"/events/WELD/entries/{id}");
        var endless = new Endless(200L * 1024 * 1024);
        using var form = new MultipartFormDataContent { { new StringContent(unit.Value("#attach [name=__RequestVerificationToken]")!), "__RequestVerificationToken" }, { new StreamContent(endless), "file", "endless.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/events/WELD/entries/{id}/attachments") { Content = form };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;
        var answer = await Task.Run(async () =>
        {
            try
            {
                return (await unit.Http.SendAsync(request)).StatusCode;
            }
            catch (HttpRequestException)
            {
                return HttpStatusCode.RequestEntityTooLarge; // the server hung up while the rest was on its way
            }
        });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer);
        Assert.InRange(endless.Given, 0, 60L * 1024 * 1024);
        Assert.Single(Files(app));
    }

    [Fact]
    public async Task Other_units_neither_see_nor_fetch_nor_bring_papers()
    {
        await using var app = new App();
        var (unit, id) = await Drafted(app);
        await unit.Upload("#attach", "file", "a.pdf", Pdf);
        var address = unit.Page.QuerySelector(".files a")!.GetAttribute("href")!;
        var foreign = await (await app.Unit("E2")).Visit("/password/edit");

        Assert.Equal(HttpStatusCode.NotFound, (await foreign.Http.GetAsync(address)).StatusCode);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Pdf), "file", "b.pdf" }, { new StringContent("其他"), "title" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/events/WELD/entries/{id}/attachments") { Content = form };
        request.Headers.Add("X-Form-Token", foreign.Value("[name=__RequestVerificationToken]"));
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.Http.SendAsync(request)).StatusCode);
        Assert.Equal(1, await app.WithDb(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task Papers_go_until_the_entry_is_handed_in_and_a_file_that_two_entries_share_goes_with_the_last()
    {
        await using var app = new App();
        var (unit, first) = await Drafted(app);
        await unit.Upload("#attach", "file", "a.pdf", Pdf);
        var worker = await app.Worker("沈嘉禾", 2);
        await unit.Enter(worker, then: "save");
        var second = (await app.EntryOf(worker.Id)).Id;
        await (await unit.Visit($"/events/WELD/entries/{second}")).Upload("#attach", "file", "same.pdf", Pdf);
        Assert.Single(Files(app));

        await (await unit.Visit($"/events/WELD/entries/{second}")).Submit("[data-delete]");
        Assert.Single(Files(app));
        await (await unit.Visit($"/events/WELD/entries/{first}")).Submit("[data-delete]");
        Assert.Empty(Files(app));

        await unit.Upload("#attach", "file", "a.pdf", Pdf);
        var token = unit.Value("#attach [name=__RequestVerificationToken]")!;
        await (await unit.Visit($"/events/WELD/entries/{first}/edit")).Submit("form#entry", new Dictionary<string, string> { ["Then"] = "submit" }, forged: true);
        Assert.Null((await unit.Visit($"/events/WELD/entries/{first}")).Page.QuerySelector("#attach"));
        var paper = await app.WithDb(db => db.Attachments.Select(a => a.Id).SingleAsync());
        var answer = await unit.Http.PostAsync($"/events/WELD/entries/{first}/attachments/{paper}/delete", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
        Assert.Equal((HttpStatusCode.Conflict, 1), (answer.StatusCode, Files(app).Count));
    }

    private static async Task<(Browser Unit, int Id)> Drafted(App app)
    {
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var unit = await (await app.Unit()).Enter(worker, then: "save");
        var id = (await app.EntryOf(worker.Id)).Id;
        return (await unit.Visit($"/events/WELD/entries/{id}"), id);
    }

    private static List<string> Files(App app) => Directory.Exists(Path.Combine(app.Folder, "uploads")) ? [.. Directory.GetFiles(Path.Combine(app.Folder, "uploads"), "*", SearchOption.AllDirectories)] : [];

    /// <summary>So many bytes that stand nowhere, and how many of them were asked for.</summary>
    private sealed class Endless(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = (int)Math.Min(count, length - Given);
            Given += now;
            return now;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
