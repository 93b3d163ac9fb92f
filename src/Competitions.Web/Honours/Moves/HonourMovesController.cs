using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Honours.Moves;

public sealed class HonourMoveForm : IForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    [Required(ErrorMessage = "请从页面上的按钮办理。")]
    public HonourMove? Move { get; set; }

    [Display(Name = "原因"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string? Why { get; set; }

    [Display(Name = "文件号"), StringLength(60, ErrorMessage = "文件号不超过 60 个字。")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "发文日期")]
    public DateOnly? GrantedOn { get; set; }

    public string? HolderName { get; internal set; }
    public string? Name { get; internal set; }
}

/// <summary>A step of an honour's life; withdrawn, its certificate goes with it.</summary>
[Route("honours/{id:int}/moves"), Authorize(Policies.GrantHonours)]
public sealed class HonourMovesController(CompetitionsDb db, HonourRegister register, HonourDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, HonourMove move) => View(await Filled(new HonourMoveForm { Id = id, Move = move, GrantedOn = clock.Today() }));

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, HonourMoveForm form)
    {
        form.Id = id;
        var honour = await register.ToChange(id);
        db.Entry(honour).Property(h => h.Version).OriginalValue = form.Version;
        var (by, now, why) = (User.Account(), clock.UtcNow(), form.Why ?? "");
        switch (form.Move!.Value)
        {
            case HonourMove.Decree or HonourMove.Register:
                honour.Grant(form.DocumentNumber ?? "", form.GrantedOn ?? throw new Refusal("honour.date-missing"), by, now, register: form.Move is HonourMove.Register);
                break;
            case HonourMove.Withdraw or HonourMove.Drop:
                Refusal.Unless(HonourLifecycle.Next(honour.Stage, form.Move.Value) is not null, "honour.move-not-allowed");
                await desk.End(honour, by, why);
                break;
            default:
                honour.Make(form.Move.Value, by, now, why);
                break;
        }

        await db.SaveChangesAsync();
        await audit.Write($"honour.{form.Move.ToString()!.ToLowerInvariant()}", $"{id}", why: form.Why);
        TempData["Done"] = form.Move is HonourMove.Withdraw ? "荣誉已撤销，证书同时作废。" : $"已{form.Move.Value.Name()}。";
        return Redirect($"/honours/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        ((HonourMoveForm)form).Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await Filled((HonourMoveForm)form, keepVersion: true);
    }

    private async Task<HonourMoveForm> Filled(HonourMoveForm form, bool keepVersion = false)
    {
        var honour = await register.ToChange(form.Id);
        (form.HolderName, form.Name, form.Version) = (honour.HolderName, honour.Name, keepVersion ? form.Version : honour.Version);
        return form;
    }
}
