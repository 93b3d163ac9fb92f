using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Accounts.Links;

/// <summary>Whose account it is. Who it is not is never said: name and number must both be right.</summary>
[Route("accounts/{id}/worker"), Authorize(Policies.ManageAccounts)]
public sealed class WorkerLinksController(CompetitionsDb db, AccountBook book, FieldCipher cipher, MyDuties duties, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string id) => View(await Filled(new WorkerLinkForm(), id));

    [HttpPost("")]
    public async Task<IActionResult> Create(string id, WorkerLinkForm form)
    {
        await Filled(form, id);
        var account = await book.Find(id, Policies.ManageAccounts);
        Refusal.Unless(account.WorkerId is null, "account.already-linked");
        var worker = await Found(form);
        await audit.Write("account.link", id, worker is not null, why: worker is null ? null : $"worker {worker.Id}");
        Refusal.Unless(worker is not null, "account.no-such-worker");
        Refusal.Unless(!await db.Users.AnyAsync(u => u.WorkerId == worker!.Id), "account.worker-has-one");
        account.WorkerId = worker!.Id;
        await db.SaveChangesAsync();
        TempData["Done"] = "已关联职工。";
        return Redirect($"/accounts/{id}");
    }

    [HttpPost("end")]
    public async Task<IActionResult> Delete(string id)
    {
        var account = await book.Find(id, Policies.ManageAccounts);
        await audit.Write("account.unlink", id, why: $"worker {account.WorkerId}");
        account.WorkerId = null;
        await db.SaveChangesAsync();
        TempData["Done"] = "已取消关联。";
        return Redirect($"/accounts/{id}");
    }

    Task IFills.Fill(IForm form) => Filled((WorkerLinkForm)form, (string)RouteData.Values["id"]!);

    private async Task<Worker?> Found(WorkerLinkForm form)
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.ManageAccounts), o => o.Path).Select(o => o.Id);
        foreach (var kind in Enum.GetValues<IdKind>())
        {
            if (Typed(kind, form.IdNumber) is { } number && cipher.IndexOf("worker.id-number", number) is var index
                && await db.Workers.SingleOrDefaultAsync(w => w.IdNumberIndex == index && w.Memberships.Any(m => within.Contains(m.OrganisationId))) is { } worker)
            {
                return worker.Name == PersonName.Read(form.Name).Value ? worker : null;
            }
        }

        return null;
    }

    private static string? Typed(IdKind kind, string number)
    {
        try
        {
            return IdNumber.Read(kind, number).Value;
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private async Task<WorkerLinkForm> Filled(WorkerLinkForm form, string id)
    {
        var account = await book.Find(id, Policies.ManageAccounts);
        (form.AccountId, form.UserName) = (id, account.UserName!);
        return form;
    }
}
