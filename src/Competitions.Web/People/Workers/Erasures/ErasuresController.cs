using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.People.Workers.Erasures;

public sealed class ErasureForm : IForm
{
    [Display(Name = "原因"), Required(ErrorMessage = "请写明删除的原因，例如“本人申请，已核对身份证”。"), StringLength(200, MinimumLength = 4, ErrorMessage = "原因为 4 到 200 个字。")]
    public string Why { get; set; } = "";

    public int WorkerId { get; internal set; }
    public string Name { get; internal set; } = "";
    public IReadOnlyList<string> Needed { get; internal set; } = [];
}

/// <summary>At the worker's own request, by his union, with what still needs him said before.</summary>
[Route("workers/{id:int}/erasure"), Authorize(Policies.ManagePeople)]
public sealed class ErasuresController(Register register, ErasureDesk erasures, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(await Filled(new ErasureForm(), id));

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ErasureForm form)
    {
        await erasures.Erase(await register.Find(id, Policies.ManagePeople));
        await audit.Write("worker.erase", $"{id}", why: form.Why.Trim());
        TempData["Done"] = "资料已删除，账号已关闭。";
        return Redirect("/workers");
    }

    Task IFills.Fill(IForm form) => Filled((ErasureForm)form, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    private async Task<ErasureForm> Filled(ErasureForm form, int id)
    {
        var worker = await register.Find(id, Policies.ManagePeople);
        (form.WorkerId, form.Name, form.Needed) = (id, worker.Name, await erasures.NeededFor(id));
        return form;
    }
}
