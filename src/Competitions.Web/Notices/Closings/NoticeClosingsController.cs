using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Notices.Closings;

/// <summary>公示期满无异议: from here on there is a slip of it.</summary>
[Route("notices/{id:int}/closing"), Authorize(Policies.HandleObjections)]
public sealed class NoticeClosingsController(NoticeDesk desk, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        await desk.Load(id, Policies.HandleObjections);
        await desk.Close(id);
        await audit.Write("notice.close", $"{id}");
        TempData["Done"] = "公示期满无异议。";
        return Redirect($"/notices/{id}/slip");
    }
}
