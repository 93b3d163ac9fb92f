using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Attachments;

/// <summary>Papers of an entry: its unit brings and removes them until it is handed in; who sees the entry reads them.</summary>
[Route("events/{code}/entries/{id:int}/attachments"), Authorize(Policies.ReadEntries)]
public sealed class AttachmentsController(CompetitionsDb db, EntryDesk desk, UploadStore store, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost(""), Authorize(Policies.Enter), UploadLimit]
    public async Task<IActionResult> Create(string code, int id, string? title, IFormFile? file)
    {
        var (place, entry) = await ToChange(code, id);
        Refusal.Unless(await db.Attachments.CountAsync(a => a.EntryId == id) < Attachment.Most, "attachment.too-many", Attachment.Most);
        var stored = await store.KeepPaper(file);
        var attachment = new Attachment(entry, title ?? "", UploadStore.NameOf(file!.FileName, stored.Kind), UploadStore.ContentTypeOf(stored.Kind), stored.Bytes, stored.Hash, place.Me, clock.UtcNow());
        db.Add(attachment);
        await audit.Write("attachment.add", $"{code}/{id}", why: attachment.Title);
        await db.SaveChangesAsync();
        TempData["Done"] = "材料已上传。";
        return Redirect($"{place.Address}/{id}");
    }

    /// <summary>Always as a file of its own, never as a page of this house.</summary>
    [HttpGet("{attachment:int}")]
    public async Task<IActionResult> Show(string code, int id, int attachment)
    {
        await desk.Load(await desk.At(code), id);
        var found = Missing.Unless(await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attachment && a.EntryId == id));
        var file = store.Open(found.Hash);
        await audit.Write("attachment.download", $"{code}/{id}", why: found.Title);
        Response.Headers.CacheControl = "no-store";
        return File(file, found.ContentType, found.Name);
    }

    [HttpPost("{attachment:int}/delete"), Authorize(Policies.Enter)]
    public async Task<IActionResult> Delete(string code, int id, int attachment)
    {
        var (place, entry) = await ToChange(code, id);
        Refusal.Unless(Attachment.IsOpen(entry), "attachment.entry-submitted");
        var found = Missing.Unless(await db.Attachments.SingleOrDefaultAsync(a => a.Id == attachment && a.EntryId == id));
        await audit.Write("attachment.remove", $"{code}/{id}", why: found.Title);
        db.Remove(found);
        await db.SaveChangesAsync();
        if (!await db.Holds(found.Hash))
        {
            store.Drop(found.Hash);
        }

        TempData["Done"] = "材料已删除。";
        return Redirect($"{place.Address}/{id}");
    }

    private async Task<(EntryPlace Place, Entry Entry)> ToChange(string code, int id)
    {
        var place = await desk.At(code);
        var entry = await desk.Load(place, id);
        Refusal.Unless(place.Paths.Reach(await desk.PathOf(entry.UnitId)), "entry.not-yours");
        Refusal.Unless(Attachment.IsOpen(entry), "attachment.entry-submitted");
        return (place, entry);
    }
}

/// <summary>The list on the page of an entry.</summary>
public sealed class AttachmentShelf(CompetitionsDb db)
{
    public static readonly IReadOnlyList<string> Titles = ["技能等级证书", "社保缴纳证明", "身份证件", "单位推荐表", "无违法违纪承诺书", "本人签字同意书", "其他"];

    public async Task<IReadOnlyList<Attachment>> Of(int entryId) => await db.Attachments.AsNoTracking().Where(a => a.EntryId == entryId).OrderBy(a => a.Id).ToListAsync();
}
