using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.People.Workers;

/// <summary>A whole ID number or phone, only with a reason, and the reason in the audit before the number is on the screen.</summary>
[Route("workers/{id:int}/views"), Authorize(Policies.ManagePeople)]
public sealed class ViewsController(Register register, WorkerPages pages, FieldCipher cipher, AuditTrail audit) : Controller
{
    public const string IdNumber = "id-number";
    public const string Phone = "phone";

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, [StringLength(20)] string? what, [StringLength(40)] string? reason, [StringLength(120)] string? note)
    {
        var worker = await register.Find(id, Policies.ManagePeople);
        var why = string.Join('：', new[] { reason?.Trim(), note?.Trim() }.Where(t => !string.IsNullOrEmpty(t)));
        Refusal.Unless(why.Length >= 4 && (reason is not "其他" || note?.Trim().Length >= 2), "worker.view-reason-missing");
        Refusal.Unless(what is IdNumber || what is Phone && worker.PhoneSealed is not null, "worker.nothing-to-view");
        await audit.Write($"worker.view-{what}", $"{id}", why: why);
        Response.Headers.CacheControl = "no-store";
        var value = what is IdNumber ? cipher.Open("worker.id-number", worker.IdNumberSealed) : cipher.Open("worker.phone", worker.PhoneSealed!);
        return View("Show", await pages.Of(worker) with { OpenedWhat = what, Opened = value });
    }
}
