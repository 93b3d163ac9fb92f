using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Honours.Mine;
using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Holders;

/// <summary>持证人链接 of a worker's own certificate.</summary>
[Route("my/honours/{id:int}/holder-link"), Authorize(Policies.Own)]
public sealed class MyHolderLinksController(CompetitionsDb db, HolderDesk desk, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, [BindRequired] int version)
    {
        var certificate = await Find(id);
        await desk.Give(certificate, version, User.Account());
        await audit.Write("holder-link.give", $"{certificate.Id}");
        TempData["Done"] = "链接已生成，以前的链接同时失效。";
        return Redirect($"/my/honours/{id}#holder-link");
    }

    [HttpPost("end")]
    public async Task<IActionResult> Delete(int id, [BindRequired] int version)
    {
        var certificate = await Find(id);
        await desk.End(certificate, version);
        await audit.Write("holder-link.end", $"{certificate.Id}");
        TempData["Done"] = "链接已停用。";
        return Redirect($"/my/honours/{id}#holder-link");
    }

    private async Task<Certificate> Find(int id)
    {
        var mine = db.HonoursOf(this.WorkerId()).Select(h => h.Id);
        return Missing.Unless(await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.LivingOf == id && mine.Contains(c.HonourId)));
    }
}

/// <summary>The same by whoever grants, for a holder without an account of his own.</summary>
[Route("certificates/{id:int}/holder-link"), Authorize(Policies.GrantHonours)]
public sealed class CertificateHolderLinksController(CompetitionsDb db, HonourRegister register, HolderDesk desk, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, [BindRequired] int version)
    {
        await desk.Give(await db.ToEnd(register, id), version, User.Account());
        await audit.Write("holder-link.give", $"{id}");
        TempData["Done"] = "链接已生成，以前的链接同时失效。请只交给持证人本人。";
        return Redirect($"/certificates/{id}#holder-link");
    }

    [HttpPost("end")]
    public async Task<IActionResult> Delete(int id, [BindRequired] int version)
    {
        await desk.End(await db.ToEnd(register, id), version);
        await audit.Write("holder-link.end", $"{id}");
        TempData["Done"] = "链接已停用。";
        return Redirect($"/certificates/{id}#holder-link");
    }
}
