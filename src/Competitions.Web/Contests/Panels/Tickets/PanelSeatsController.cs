using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Contests.Panels.Tickets;

public sealed class PanelSeatForm : IForm
{
    [Display(Name = "入席码"), Required, StringLength(40)]
    public string Code { get; set; } = "";

    /// <summary>The tablet's public key, filled in by the page's script.</summary>
    [Required(ErrorMessage = "这台设备没有设备密钥，请用 HTTPS 地址打开本页后再入席。"), StringLength(200)]
    public string Key { get; set; } = "";

    /// <summary>His place was over.</summary>
    public bool Over { get; set; }
}

/// <summary>A judge takes his place with a ticket: no password, and the tablet does nothing but mark.</summary>
[Route("panel-seat"), Authorize(Policies.Public)]
public sealed class PanelSeatsController(PanelTicketDesk desk, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public IActionResult New(bool over = false) => View(new PanelSeatForm { Over = over });

    [HttpPost(""), EnableRateLimiting(RateLimits.Activation)]
    public async Task<IActionResult> Create(PanelSeatForm form)
    {
        try
        {
            var (code, ticket) = await desk.Enter(form.Code, form.Key);
            await audit.Write("panel-ticket.use", $"{code}/{ticket.PanelId}/{ticket.Id}", accountId: ticket.Account);
            return Redirect($"/events/{code}/marking");
        }
        catch (Refusal no)
        {
            await audit.Write("panel-ticket.use", "-", allowed: false, why: no.Code);
            throw;
        }
    }
}
