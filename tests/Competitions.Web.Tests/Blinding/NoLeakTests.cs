using System.IO.Compression;
using System.Text;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Shell.Documents;
using Competitions.Web.Shell.Uploads;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Blinding;

/// <summary>
/// Judging is blind: on a contest with sealed codes and marks, everything that a scoring judge and a score clerk can reach is opened and
/// every byte of it held against every identity in it.
/// </summary>
public class NoLeakTests
{
    private const int FirstEntry = 77_001_001;

    /// <summary>Pictures of the program itself.</summary>
    private static readonly string[] House = ["/seal.svg", "/icons/marking-192.png", "/icons/marking-512.png"];

    [Theory]
    [InlineData(DutyKind.ScoringJudge)]
    [InlineData(DutyKind.ScoreClerk)]
    public async Task Nothing_that_a_scoring_judge_or_a_score_clerk_reaches_names_a_competitor(DutyKind duty)
    {
        await using var app = new App();
        var (judge, works) = await Contest(app);
        var browser = duty is DutyKind.ScoringJudge ? app.As(judge) : await app.Open(duty, await Id(app));
        var running = await new Crawl(browser).Of(app, works, [1, FirstEntry]);
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD")).Submit("#Finish");
        var checking = await new Crawl(browser).Of(running.Answers.Where(a => a.Status == 200).Select(a => a.Address));

        Assert.All((Crawl[])[running, checking], c => Assert.True(c.Answers.Count(a => a.Status == 200) > 15, $"only {c.Answers.Count(a => a.Status == 200)} pages opened"));
        if (duty is DutyKind.ScoringJudge)
        {
            Assert.Contains(running.Answers, a => a.Status == 200 && a.Address == $"/events/WELD/marking/{works[0]}");
        }

        Assert.Empty(running.Answers.Concat(checking.Answers).Where(a => a.Status == 200 && a.Type?.StartsWith("image/", StringComparison.Ordinal) == true && !House.Contains(a.Address.Split('?')[0])).Select(a => a.Address)); // nobody's picture gets here
        var identities = await Identities(app);
        var leaks = running.Finds(identities).Concat(checking.Finds(identities)).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Take(40)));
    }

    /// <summary>Floor judges let competitors in by name, and mark works by code: never both on one page.</summary>
    [Fact]
    public async Task No_answer_to_a_floor_judge_shows_a_work_beside_a_competitor()
    {
        await using var app = new App();
        var (_, works) = await Contest(app);
        var crawl = await new Crawl(await app.Open(DutyKind.FloorJudge, await Id(app))).Of(app, works, [1, FirstEntry]);
        var identities = await Identities(app);
        Assert.Contains(crawl.Answers, a => a.Status == 200 && works.Any(w => a.Text.Contains(w, StringComparison.Ordinal)));
        Assert.Equal("", string.Join('\n', crawl.Answers
            .Where(a => a.Status == 200 && works.Any(w => a.Text.Contains(w, StringComparison.Ordinal)) && identities.Any(i => a.Text.Contains(i, StringComparison.OrdinalIgnoreCase)))
            .Select(a => a.Address)));
    }

    /// <summary>What is pushed to boards while marks come in.</summary>
    [Fact]
    public async Task No_message_of_a_hub_names_a_competitor()
    {
        await using var app = new App();
        var (judge, works) = await Contest(app);
        await app.WithDb(async db =>
        {
            var release = new BoardRelease("WELD", "final");
            release.Release("theory");
            release.Release("practical");
            db.Add(release);
            await db.SaveChangesAsync();
        });
        var id = await Id(app);
        var chief = await app.Judge(id, DutyKind.ChiefJudge, "chief");
        await using var hall = await Listener.To(app, "/live/boards/WELD");
        await using var jury = await Listener.To(app, "/live/events/WELD/board", chief);
        var said = new List<string> { $"{await hall.Ask("Watch", "final", "workers")}", $"{await jury.Ask("Watch", "final", "workers")}" };
        await Give(app, judge, works[^1], 91);
        foreach (var listener in (Listener[])[hall, jury])
        {
            said.Add($"{await listener.Hear("BoardMoved", 2_000)}");
        }

        said.AddRange((await new Crawl(app.Open()).Of(app, [], [])).Answers.Select(a => a.Text)); // and what a stranger reads
        var identities = await Identities(app);
        Assert.Empty(identities.Where(i => said.Exists(s => s.Contains(i, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>What a judge declared he typed himself: he reads it again on his own declaration, and it is on no other page that he reaches.</summary>
    [Fact]
    public async Task What_a_judge_declared_stands_on_his_own_declaration_alone()
    {
        await using var app = new App();
        var (judge, works) = await Contest(app);
        var id = await Id(app);
        await app.WithDb(async db =>
        {
            var unit = await db.Organisations.SingleAsync(o => o.Code == "E1");
            db.Add(new Declaration(id, judge, new DeclaredRelation(Relation.Kin, null, unit.Id, unit.Name, null), app.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        var crawl = await new Crawl(app.As(judge)).Of(app, works, [1, FirstEntry]);
        var found = crawl.Finds(await Identities(app)).ToList();
        Assert.Equal(["衡远机电 at /events/WELD/declarations (200)", "衡远机电 at /events/WELD/declarations/1/endings/new (200)"], found.Order());
    }

    /// <summary>The guard of the guard: to one who may know, the same crawl finds each kind of identity, and a planted one is found for a judge.</summary>
    [Fact]
    public async Task The_search_finds_what_is_there_and_what_is_planted()
    {
        await using var app = new App();
        var (judge, works) = await Contest(app);
        var identities = await Identities(app);
        var organiser = await new Crawl(await app.Open(DutyKind.FederationOfficer)).Of(app, works, [1, FirstEntry]);
        var found = identities.Where(i => organiser.Answers.Exists(a => a.Text.Contains(i, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.All((string[])["选手01", "衡远机电", "ADM77-01", $"{FirstEntry}"], i => Assert.Contains(i, found));
        Assert.All((string[])["application/pdf", SheetFile.ContentType], type => Assert.Contains(organiser.Answers, a => a.Type == type && a.Text.Contains("选手01", StringComparison.Ordinal)));
        Assert.Contains(organiser.Answers, a => a.Type == "image/jpeg" && a.Headers.Contains("filename", StringComparison.Ordinal) && a.Text.Contains("选手01", StringComparison.Ordinal)); // he reads what a unit hands in, under its name

        await app.WithDb(db => db.Panels.ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, "选手01 的裁判组")));
        await app.WithDb(db => db.Works.Where(w => w.Code == works[0]).ExecuteUpdateAsync(w => w.SetProperty(x => x.Code, "ADM77-03")));
        await app.WithDb(db => db.Events.ExecuteUpdateAsync(e => e.SetProperty(x => x.Version, x => x.Version + 1))); // what is kept of the works in memory is read anew
        var leaks = (await new Crawl(app.As(judge)).Of(["/events/WELD/marking"])).Finds(identities).ToList();
        Assert.Contains(leaks, l => l.StartsWith("ADM77-03 at /events/WELD/marking", StringComparison.Ordinal));
    }

    /// <summary>The guard of the guard, for what has no page that could be planted: whatever a name is packed into, the search reads it.</summary>
    [Fact]
    public async Task A_name_is_found_whatever_it_is_packed_into()
    {
        const string name = "选手01";
        await using var app = new App();
        var printer = app.Services.GetRequiredService<PdfPrinter>();
        var bare = await printer.Print("<title>空白</title><p>空白</p>");
        foreach (var (place, answer) in (IEnumerable<(string, HttpResponseMessage)>)[
            ("text of a PDF", Answered(await printer.Print($"<title>空白</title><p>{name}</p>"))), ("title of a PDF", Answered(await printer.Print($"<title>{name}</title><p>空白</p>"))),
            ("link of a PDF", Answered(await printer.Print($"<title>空白</title><a href='https://example.cn/{Uri.EscapeDataString(name)}'>空白</a>"))),
            ("cell of a workbook", Answered(Zipped("xl/worksheets/sheet1.xml", $"<c><t>{name}</t></c>"))), ("entities of a cell", Answered(Zipped("xl/sharedStrings.xml", "<t>&#36873;&#25163;01</t>"))),
            ("name of a part", Answered(Zipped($"{name}.txt", "-"))), ("archive in an archive", Answered(Zipped("in.zip", Zipped("a.txt", name)))),
            ("file name of a download", Answered("-"u8.ToArray(), a => a.Content.Headers.ContentDisposition = new("attachment") { FileNameStar = $"{name}.pdf" })),
            ("file name for old browsers", Answered("-"u8.ToArray(), a => a.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"=?utf-8?B?6YCJ5omLMDEucGRm?=\""))),
            ("address of a redirect", Answered([], a => a.Headers.Location = new Uri($"/entries?q={Uri.EscapeDataString(name)}", UriKind.Relative))),
            ("head of its own", Answered([], a => a.Headers.TryAddWithoutValidation("X-Title", Uri.EscapeDataString(name)))), ("tag", Answered([], a => a.Headers.ETag = new($"\"{Uri.EscapeDataString(name)}\""))),
            ("JSON", Answered("{\"name\":\"\\u9009\\u624B01\"}"u8.ToArray())), ("link of a page", Answered(Encoding.ASCII.GetBytes($"<a href=\"/x?q={Uri.EscapeDataString(name)}\">"))),
            ("author of a photograph", Answered(PicturesTests.Authored(name, Encoding.UTF8))), ("author as Windows writes him", Answered(PicturesTests.Authored(name, Encoding.Unicode))),
            ("packed text of a PNG", Answered(PicturesTests.Packed(name))), ("picture within a page", Answered(Encoding.ASCII.GetBytes($"<img src=\"data:image/jpeg;base64,{Convert.ToBase64String(PicturesTests.Authored(name, Encoding.UTF8))}\">"))),
        ])
        {
            Assert.True((await Readable.Of(answer)).Contains(name, StringComparison.Ordinal), place);
        }

        Assert.DoesNotContain(name, await Readable.Of(Answered(bare)), StringComparison.Ordinal);
    }

    private static HttpResponseMessage Answered(byte[] body, Action<HttpResponseMessage>? more = null)
    {
        var answer = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        more?.Invoke(answer);
        return answer;
    }

    private static byte[] Zipped(string part, string text) => Zipped(part, Encoding.UTF8.GetBytes(text));

    private static byte[] Zipped(string part, byte[] content)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry(part, CompressionLevel.Optimal).Open();
            entry.Write(content);
        }

        return to.ToArray();
    }

    [Fact]
    public async Task Works_stand_in_the_order_of_their_codes_wherever_a_judge_sees_them()
    {
        await using var app = new App();
        var (judge, works) = await Contest(app);
        var shown = (await app.As(judge).Visit("/events/WELD/marking")).Body;
        Assert.All(works, w => Assert.Contains(w, shown, StringComparison.Ordinal));
        Assert.Equal(works, works.OrderBy(w => shown.IndexOf(w, StringComparison.Ordinal)));
    }

    /// <summary>Running, three layers drawn, one judge with a seat, marks on half of the works; every identity in a form that occurs nowhere else.</summary>
    private static async Task<(string Judge, IReadOnlyList<string> Works)> Contest(App app)
    {
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync($"INSERT INTO sqlite_sequence (name, seq) VALUES ('Entries', {FirstEntry - 1}), ('Attachments', {FirstEntry - 1}), ('Workers', 88002000)"));
        var sealedEvent = await SealedEvent.Open(app, entries: 6);
        await app.WithDb(Recognisable(app));
        await HandedIn(app);
        await sealedEvent.Drawn();
        var judge = await app.Judge(sealedEvent.Id, DutyKind.ScoringJudge, "judge1");
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == sealedEvent.Id);
            foreach (var module in of.Modules)
            {
                var panel = new Panel(of, module.Code, $"{module.Name}组", []);
                panel.Seat(judge, "judge1", leads: false);
                db.Add(panel);
            }

            await db.SaveChangesAsync();
        });
        var works = await app.WithDb(db => db.Works.Where(w => w.Module == "practical").OrderBy(w => w.Code).Select(w => w.Code).ToListAsync());
        foreach (var (work, i) in works.Take(3).Select((w, i) => (w, i)))
        {
            await Give(app, judge, work, 70 + i);
        }

        return (judge, works);
    }

    private static Func<CompetitionsDb, Task> Recognisable(App app) => async db =>
    {
        var cipher = app.Services.GetRequiredService<FieldCipher>();
        foreach (var (worker, n) in (await db.Workers.OrderBy(w => w.Id).ToListAsync()).Select((w, n) => (w, n + 1)))
        {
            var (number, phone) = (cipher.Seal("worker.id-number", $"99010119900101{n:000}X"), cipher.Seal("worker.phone", $"1990000{n:0000}"));
            await db.Database.ExecuteSqlAsync($"UPDATE Workers SET IdNumberSealed = {number.Bytes}, IdNumberIndex = {number.Index}, PhoneSealed = {phone.Bytes}, PhoneIndex = {phone.Index} WHERE Id = {worker.Id}");
            await db.Database.ExecuteSqlAsync($"UPDATE Entries SET AdmissionNumber = {$"ADM77-{n:00}"} WHERE Id = {FirstEntry + n - 1}");
        }
    };

    /// <summary>A photograph with the first entry, as its unit called it.</summary>
    private static async Task HandedIn(App app)
    {
        var photograph = new MemoryStream(PicturesTests.Authored("选手01", Encoding.UTF8));
        var stored = await app.Services.GetRequiredService<UploadStore>().KeepPaper(new FormFile(photograph, 0, photograph.Length, "file", "选手01.jpg"));
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"INSERT INTO Attachments (EntryId, Title, Name, ContentType, Bytes, Hash, \"By\", \"At\") VALUES ({FirstEntry}, '其他', '选手01.jpg', 'image/jpeg', {stored.Bytes}, {stored.Hash}, 'unit', {app.Clock.GetUtcNow().UtcDateTime})"));
    }

    /// <summary>Names, units, ID numbers, phones, admission numbers, ids of entries and workers.</summary>
    private static Task<List<string>> Identities(App app) => app.WithDb(async db =>
    {
        var cipher = app.Services.GetRequiredService<FieldCipher>();
        var (entries, workers) = (await db.Entries.AsNoTracking().ToListAsync(), await db.Workers.AsNoTracking().ToListAsync());
        Assert.Equal(FirstEntry, entries.Min(e => e.Id));
        return (List<string>)
        [
            "衡远机电", "艺澜服饰", .. entries.SelectMany(e => (string[])[$"{e.Id}", e.AdmissionNumber!, .. e.Members.Select(m => m.Name)]), .. workers.SelectMany(w => (string[])[$"{w.Id}", w.IdNumberIndex[..16], w.PhoneIndex![..16]]),
            .. workers.Select(w => cipher.Open("worker.id-number", w.IdNumberSealed)), .. workers.Select(w => cipher.Open("worker.phone", w.PhoneSealed!)),
        ];
    });

    private static async Task Give(App app, string judge, string work, decimal value)
    {
        var browser = await app.As(judge).Visit("/");
        using var answer = await browser.Send("/events/WELD/marks", new[] { Floor.Panel(work, value) });
        answer.EnsureSuccessStatusCode();
        Assert.Contains("sequence", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static Task<int> Id(App app) => app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync());
}
