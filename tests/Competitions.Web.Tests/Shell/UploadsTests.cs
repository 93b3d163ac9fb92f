using System.Reflection;
using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>
/// Where files come in, and what is kept of them. Pictures are taken with entries, proposals, applications, studios and stamps; none reaches a scoring
/// judge or a score clerk (their duties are in neither policy, and NoLeakTests opens whatever they can). A new place fails here until it is
/// said what it takes.
/// </summary>
public class UploadsTests
{
    private static readonly byte[] Place = "30.4210N"u8.ToArray();

    /// <summary>What each takes. A workbook, a list or a result is read and not shown to anybody; a scan is a PDF and no picture.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["POST events/{code}/entries/{id:int}/attachments"] = "pictures",
        ["POST stamps"] = "pictures",
        ["POST proposals/{id:int}/papers"] = "pictures",
        ["POST my/proposals/{id:int}/papers"] = "pictures",
        ["POST applications/{id:int}/papers"] = "pictures",
        ["POST studios/{id:int}/papers"] = "pictures",
        ["POST studios/{id:int}/activities"] = "pictures",
        ["POST studios/{id:int}/fundings"] = "pictures",
        ["POST innovations/{innovation:int}/exhibit"] = "pictures",
        ["POST innovations/{innovation:int}/spreadings"] = "pictures",
        ["POST key-projects/{id:int}/milestones/{order:int}"] = "pictures",
        ["POST key-projects/{id:int}/moves"] = "pictures",
        ["POST needs/{id:int}/moves"] = "pictures",
        ["POST patents/{id:int}/papers"] = "pictures",
        ["POST spreadings/{id:int}"] = "pictures",
        ["POST events/{code}/entries/imports"] = "workbook",
        ["POST honours/imports"] = "workbook",
        ["POST organisations/imports"] = "workbook",
        ["POST workers/imports"] = "workbook",
        ["POST questions/imports"] = "workbook",
        ["POST events/{code}/scheme/uploads"] = "workbook",
        ["POST result-sheets"] = "workbook, scan",
        ["POST verify/results"] = "result",
    };

    [Fact]
    public async Task Every_place_that_takes_a_file_is_known()
    {
        await using var app = new App();
        var places = Everyone.Actions(app).Where(r => r.Metadata.GetMetadata<ControllerActionDescriptor>()!.MethodInfo.GetParameters().Any(TakesFile))
            .SelectMany(r => Everyone.Methods(r).Select(m => $"{m} {r.RoutePattern.RawText!.Trim('/')}")).Distinct();
        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), places.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_judge_and_no_clerk_may_go_where_pictures_go_out()
    {
        await using var app = new App();
        var route = Everyone.Actions(app).Single(r => r.RoutePattern.RawText!.EndsWith("attachments/{attachment:int}", StringComparison.Ordinal) && Everyone.Methods(r).Contains("GET"));
        var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy!).ToList();
        Assert.NotEmpty(policies);
        Assert.DoesNotContain(policies.SelectMany(Competitions.Web.Shell.Access.Policies.KindsOf), k => k is DutyKind.ScoringJudge or DutyKind.ScoreClerk or DutyKind.FloorJudge or DutyKind.ChiefJudge);
    }

    public static TheoryData<string> Pictures => ["photo.jpg", "photo.png", "photo.webp"];

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_paper_of_an_entry_is_kept_without_where_it_was_taken(string name)
    {
        await using var app = new App();
        await app.Registering();
        var unit = await app.Unit();
        await unit.Enter(await app.Worker("陆明远", 1), then: "save");
        await unit.Visit($"/events/WELD/entries/{await app.WithDb(db => db.Entries.Select(e => e.Id).SingleAsync())}");
        Assert.True(PicturesTests.Holds(Planted(name), Place));
        await unit.Upload("#attach", "file", name, Planted(name), new Dictionary<string, string> { ["title"] = "其他" });
        Assert.False(PicturesTests.Holds(await Kept(app), Place));
        Assert.Equal(await Kept(app), await unit.Http.GetByteArrayAsync(unit.Page.QuerySelector(".files a")!.GetAttribute("href")));
    }

    /// <summary>The same picture with an entry and with a proposal lies once: taken from the one it stays for the other.</summary>
    [Fact]
    public async Task A_file_that_another_room_holds_stays_when_one_is_taken_away()
    {
        await using var app = new App();
        await app.Registering();
        var unit = await app.Unit();
        var worker = await app.Worker("陆明远", 1);
        await unit.Enter(worker, then: "save");
        await unit.Visit($"/events/WELD/entries/{await app.WithDb(db => db.Entries.Select(e => e.Id).SingleAsync())}");
        await unit.Upload("#attach", "file", "photo.png", PicturesTests.Png, new Dictionary<string, string> { ["title"] = "其他" });
        var own = await Innovations.Proposing.Propose(await MyEntriesTests.Account(app, worker));
        await own.Upload("#paper", "file", "现场.png", PicturesTests.Png, new Dictionary<string, string> { ["title"] = "现场照片" });
        await unit.Submit("[data-delete]");
        Assert.Equal(0, await app.WithDb(db => db.Attachments.CountAsync()));
        Assert.Equal(PicturesTests.Png, await own.Http.GetByteArrayAsync(own.Page.QuerySelector(".papers a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task A_stamp_is_kept_without_what_its_desk_wrote_beside_it()
    {
        await using var app = new App();
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/stamps/new");
        await officer.Upload("#stamp", "File", "章.png", Planted("stamp.png"), new Dictionary<string, string> { ["Name"] = "证书专用章" });
        Assert.Equal(1, await app.WithDb(db => db.Stamps.CountAsync()));
        Assert.Equal(PicturesTests.Png, await Kept(app));
    }

    private static byte[] Planted(string name) => Path.GetExtension(name) switch
    {
        ".jpg" => PicturesTests.Taken(),
        ".png" => [.. PicturesTests.Png[..33], 0, 0, 0, 8, .. "tEXt"u8, .. Place, 0, 0, 0, 0, .. PicturesTests.Png[33..]],
        _ => PicturesTests.Webp is var webp ? [.. "RIFF"u8, .. BitConverter.GetBytes(webp.Length - 8 + 16), .. webp[8..], .. "EXIF"u8, 8, 0, 0, 0, .. Place] : [],
    };

    private static Task<byte[]> Kept(App app) => File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(app.Folder, "uploads"), "*", SearchOption.AllDirectories).Single());

    private static bool TakesFile(ParameterInfo parameter) => IsFile(parameter.ParameterType) || parameter.ParameterType.GetProperties().Any(p => IsFile(p.PropertyType));

    private static bool IsFile(Type type) => typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type);
}
