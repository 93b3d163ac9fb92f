using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Results.Proofs;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Proofs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Verifications;

public sealed class ResultCheckForm : IForm
{
    public const int Largest = 4 * 1024 * 1024;

    [Display(Name = "成绩文件")]
    public IFormFile? File { get; set; }

    [Display(Name = "或者粘贴文件内容"), StringLength(Largest, ErrorMessage = "内容太长，请上传文件。")]
    public string? Text { get; set; }

    [ValidateNever]
    public string KeyWords { get; internal set; } = "";
}

/// <summary>A published result as anybody may see that it is what was published.</summary>
/// <param name="Why">What does not fit; null when it is as it was published.</param>
/// <param name="Hash">Of the document that was looked at.</param>
/// <param name="Source">The ledger's line it was computed up to.</param>
/// <param name="IsFile">A file was handed in; else what the house holds now was looked at.</param>
public sealed record ResultVerdict(int Id, string Contest, string ContestCode, string Title, string Round, string Group, int Number, ResultStage Stage, DateTime PublishedAt, ResultSource Source, string Hash, SignedHead? Head, string? Why, bool IsFile, DateTime At)
{
    public string Key => Head is null ? "" : string.Join(' ', Head.Key.Chunk(4).Select(c => new string(c)));
}

/// <summary>成绩核验, for everybody: what the house holds now, or a file that somebody has, against what was signed when it was published.</summary>
[Route("verify/results"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Verification)]
public sealed class ResultVerificationsController(CompetitionsDb db, HeadBook book, TimeProvider clock) : Controller, IFills
{
    private const string Other = "这不是当时签名的内容，与发布的成绩不一致";

    [HttpGet("")]
    public IActionResult New() => View(Filled(new ResultCheckForm()));

    [HttpPost(""), RequestSizeLimit(2 * ResultCheckForm.Largest)]
    public async Task<IActionResult> Create(ResultCheckForm form)
    {
        using var file = Parsed(await Given(form));
        var root = file.RootElement;
        var (chain, number) = (Text(root, "chain"), root.TryGetProperty("number", out var n) && n.TryGetInt32(out var parsed) ? parsed : 0);
        var found = chain.Split('/') is [("result" or "result-full"), var code, var round, var group] && await Find(r => r.Code == code && r.Round == round && r.Group == group && r.Number == number) is { } known ? known : null;
        Refusal.Unless(found is not null && Text(root, "form") == ResultDocument.Form, "result-check.unknown");
        var (head, hash) = (book.Find(chain, number), HashOf(root));
        return View("Show", Verdict(found!, hash, head, head is null ? "这份成绩没有签名" : head.Hash != hash ? Other : Foreign(root, head), isFile: true));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var found = Missing.Unless(await Find(r => r.Id == id));
        var result = await db.Results.AsNoTracking().SingleAsync(r => r.Id == id);
        var now = ResultThings.OpenOf(result, found.Code, await ResultRoots.Of(db, id));
        var head = book.Find(now.Chain, now.Sequence);
        Response.Headers.CacheControl = "no-store";
        return View(Verdict(found, now.Hash, head, head is null ? "这份成绩还没有签名，请过几秒再看" : head.Hash == now.Hash ? null : Other, isFile: false));
    }

    Task IFills.Fill(IForm form) => Task.FromResult(Filled((ResultCheckForm)form));

    private sealed record Known
    {
        public required int Id { get; init; }
        public required string Code { get; init; }
        public required string Contest { get; init; }
        public required string ContestCode { get; init; }
        public required string Title { get; init; }
        public required string Round { get; init; }
        public required string RoundName { get; init; }
        public required string Group { get; init; }
        public required string GroupName { get; init; }
        public required int Number { get; init; }
        public required ResultStage Stage { get; init; }
        public required DateTime PublishedAt { get; init; }
        public required ResultBasis Basis { get; init; }
    }

    private ResultVerdict Verdict(Known of, string hash, SignedHead? head, string? why, bool isFile) => new(
        of.Id, of.Contest, of.ContestCode, of.Title, of.RoundName, of.GroupName, of.Number, of.Stage, of.PublishedAt, of.Basis.Source, hash, head,
        why ?? (book.Key.HasSigned(head!) ? null : "签名与公钥不符"), isFile, clock.UtcNow());

    private Task<Known?> Find(System.Linq.Expressions.Expression<Func<Known, bool>> which) => (
        from result in db.Results.AsNoTracking()
        where result.Stage == ResultStage.Published || result.Stage == ResultStage.Superseded
        join of in db.Events on result.EventId equals of.Id
        join held in db.Contests on of.ContestId equals held.Id
        where of.Stage != EventStage.Draft
        select new Known
        {
            Id = result.Id, Code = of.Code, Contest = held.Name, ContestCode = held.Code, Title = result.EventTitle, Round = result.Round, RoundName = result.RoundName, Group = result.Group, GroupName = result.GroupName,
            Number = result.Number, Stage = result.Stage, PublishedAt = result.PublishedAt!.Value, Basis = result.Basis,
        }).SingleOrDefaultAsync(which);

    private ResultCheckForm Filled(ResultCheckForm form)
    {
        form.KeyWords = book.Key.Words;
        return form;
    }

    private static async Task<string> Given(ResultCheckForm form)
    {
        if (form.File is null or { Length: 0 })
        {
            return form.Text ?? "";
        }

        Refusal.Unless(form.File.Length <= ResultCheckForm.Largest, "result-check.not-json");
        using var reader = new StreamReader(form.File.OpenReadStream());
        return await reader.ReadToEndAsync();
    }

    private static JsonDocument Parsed(string text)
    {
        Refusal.Unless(text.Trim().Length > 0, "result-check.nothing");
        try
        {
            var file = JsonDocument.Parse(text);
            Refusal.Unless(file.RootElement.ValueKind is JsonValueKind.Object, "result-check.not-json");
            return file;
        }
        catch (JsonException)
        {
            throw new Refusal("result-check.not-json");
        }
    }

    /// <summary>A number that is none of ours makes a hash that is none of ours.</summary>
    private static string HashOf(JsonElement root)
    {
        try
        {
            return ResultDocument.HashOf(root);
        }
        catch (Exception no) when (no is FormatException or OverflowException)
        {
            return "";
        }
    }

    /// <summary>The content is what was published, the signature that was put to it is another.</summary>
    private static string? Foreign(JsonElement root, SignedHead head) =>
        root.TryGetProperty("proof", out var proof) && proof.ValueKind is JsonValueKind.Object && Text(proof, "signature") != head.Signature ? "内容与发布时一致，但文件里的签名不是发布时的签名" : null;

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}

/// <summary>The document with its proof, for whoever checks it himself.</summary>
[Route("verify/results/{id:int}/result.json"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Verification)]
public sealed class ResultDocumentsController(CompetitionsDb db, ResultFiles files) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id)
    {
        var result = Missing.Unless(await db.Results.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && (r.Stage == ResultStage.Published || r.Stage == ResultStage.Superseded)));
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == result.EventId);
        Missing.Unless(of.Stage is EventStage.Draft ? null : of);
        var contest = await db.Contests.Where(c => c.Id == of.ContestId).Select(c => c.Name).SingleAsync();
        return File(await files.Open(result, of.Code, contest), "application/json", $"{of.Code}-{result.Round}-{result.Group}-{result.Number}.json");
    }
}

/// <summary>公钥: with it everybody checks what this house signed.</summary>
[Route("verify/public-key.pem"), Authorize(Policies.Public)]
public sealed class PublicKeysController(HeadBook book) : Controller
{
    [HttpGet("")]
    public IActionResult Show() => File(System.Text.Encoding.ASCII.GetBytes(book.Key.PublicPem + "\n"), "application/x-pem-file", "public-key.pem");
}
