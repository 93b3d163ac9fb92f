using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Leaders;

/// <summary>A person of the unit, as leader or as member.</summary>
public sealed class StudioPersonForm : IForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名；同名的写成“姓名#编号”。"), StringLength(60)]
    public string? Person { get; set; }

    [Display(Name = "分工"), StringLength(40, ErrorMessage = "分工不超过 40 个字。")]
    public string? Role { get; set; }

    [Display(Name = "荣誉"), StringLength(200, ErrorMessage = "荣誉不超过 200 个字。")]
    public string? Honours { get; set; }

    [Display(Name = "自"), Required(ErrorMessage = "请填写起始日期。")]
    public DateOnly? From { get; set; }

    public string? StudioName { get; internal set; }
}

/// <summary>领衔人变更: by the federation, for the studio bears his name.</summary>
[Route("studios/{id:int}/leaders"), Authorize(Policies.NameStudios)]
public sealed class StudioLeadersController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var studio = await desk.Find(id, Policies.NameStudios);
        return View(new StudioPersonForm { Id = id, Version = studio.Version, StudioName = studio.Name, From = clock.Today() });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, StudioPersonForm form)
    {
        var studio = await desk.ToChange(id, form.Version, Policies.NameStudios);
        var person = await desk.Person(form.Person, studio.UnitId);
        studio.Lead(new StudioLeader(person.Id, person.Name, person.Skill, form.Honours?.Trim() ?? "", form.From!.Value));
        await db.SaveChangesAsync();
        await audit.Write("studio.lead", $"{id}");
        TempData["Done"] = "领衔人已变更。";
        return Redirect($"/studios/{id}");
    }

    async Task IFills.Fill(IForm form) => ((StudioPersonForm)form).StudioName = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.NameStudios)).Name;
}
