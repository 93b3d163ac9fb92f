using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Organisations.Imports;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Organisations;

/// <summary>The tree of union bodies below the caller's duties, in the order of the tree.</summary>
[Route("organisations"), Authorize(Policies.ReadPeople)]
public sealed class OrganisationsController(CompetitionsDb db, MyDuties duties, Register register, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(OrganisationFilter filter)
    {
        var page = await (await Filtered(filter)).OrderBy(o => o.Path).Select(o => new OrganisationRow(o.Code, o.Name, o.Level, o.TypeCode, o.Path, o.From, o.To)).ToPage(filter.Page);
        return View(new OrganisationsPage(filter, page, await db.OrganisationTypes.ToDictionaryAsync(t => t.Code, t => t.Name)));
    }

    [HttpGet("new"), Authorize(Policies.ManageOrganisations)]
    public async Task<IActionResult> New() => View(await Filled(new OrganisationForm { From = clock.Today() }));

    [HttpPost(""), Authorize(Policies.ManageOrganisations)]
    public async Task<IActionResult> Create(OrganisationForm form)
    {
        await Filled(form);
        Refusal.Unless(form.Types.Any(t => t.Value == form.TypeCode), "organisation.type-missing");
        Refusal.Unless(form.Parents.Any(p => p.Value == form.ParentCode), "organisation.parent-missing");
        Refusal.Unless(!await db.Organisations.AnyAsync(o => o.Code == form.Code), "organisation.code-taken", form.Code);
        var parent = await db.Organisations.SingleAsync(o => o.Code == form.ParentCode);
        var organisation = new Organisation(form.Code, form.Name, form.ShortName ?? "", form.Level!.Value, form.TypeCode, form.From!.Value, form.To);
        organisation.Identify(form.CreditCode);
        Refusal.Unless(parent.Level <= organisation.Level, "organisation.below-a-smaller-one");
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(organisation);
        await db.SaveChangesAsync();
        organisation.PlaceUnder(parent);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await audit.Write("organisation.create", form.Code);
        TempData["Done"] = "组织已建立。";
        return Redirect($"/organisations/{form.Code}");
    }

    [HttpGet("{organisation}")]
    public async Task<IActionResult> Show(string organisation)
    {
        var (found, today) = (Missing.Unless(await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == organisation)), clock.Today());
        var near = await db.Organisations.Where(o => o.Id == found.ParentId || o.Id == found.MergedIntoId).Select(o => new { o.Id, o.Name }).ToListAsync();
        return View(new OrganisationDetails(
            found, await db.OrganisationTypes.Where(t => t.Code == found.TypeCode).Select(t => t.Name).SingleOrDefaultAsync() ?? found.TypeCode,
            near.SingleOrDefault(o => o.Id == found.ParentId)?.Name, near.SingleOrDefault(o => o.Id == found.MergedIntoId)?.Name,
            await db.Workers.CountAsync(w => w.Memberships.Any(m => m.OrganisationId == found.Id && m.From <= today && (m.To == null || m.To >= today))),
            await db.Organisations.Where(o => o.ParentId == found.Id).OrderBy(o => o.Code).Take(200)
                .Select(o => new OrganisationRow(o.Code, o.Name, o.Level, o.TypeCode, o.Path, o.From, o.To)).ToListAsync()));
    }

    /// <summary>The list as it is filtered, under the headers of the import: it can be mended and sent again elsewhere.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Rows(OrganisationFilter filter)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var types = await db.OrganisationTypes.ToDictionaryAsync(t => t.Code, t => t.Name);
        var (count, rows) = (0, from o in await Filtered(filter) orderby o.Path select new { Of = o, Parent = db.Organisations.Where(p => p.Id == o.ParentId).Select(p => p.Code).FirstOrDefault() });
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin("工会组织", [16, 40, 20, 12, 24, 16, 24, 14, 14]);
            sheets.Row(OrganisationSheet.Columns.Select(c => new Cell(c.Name, Look.Header)));
            await foreach (var row in rows.AsAsyncEnumerable())
            {
                sheets.Row(row.Of.Code, row.Of.Name, row.Of.ShortName, row.Of.Level.Name(), types.GetValueOrDefault(row.Of.TypeCode, row.Of.TypeCode), row.Parent, row.Of.CreditCode, row.Of.From.Iso(), row.Of.To?.Iso());
                count++;
            }
        }

        await audit.Write("organisations.export", $"{count}");
        file.Position = 0;
        return File(file, SheetFile.ContentType, $"工会组织-{clock.Today().Iso()}.xlsx");
    }

    private async Task<IQueryable<Organisation>> Filtered(OrganisationFilter filter)
    {
        var today = clock.Today();
        var found = db.Organisations.AsNoTracking().Within(await duties.Paths(Policies.ReadPeople), o => o.Path);
        found = filter.Closed ? found.Where(o => o.To != null && o.To < today) : found.Where(o => o.To == null || o.To >= today);
        found = filter.Level is { } level ? found.Where(o => o.Level == level) : found;
        return string.IsNullOrWhiteSpace(filter.Q) ? found : found.Where(o => o.Name.Contains(filter.Q.Trim()) || o.Code == filter.Q.Trim());
    }

    Task IFills.Fill(IForm form) => Filled((OrganisationForm)form);

    private async Task<OrganisationForm> Filled(OrganisationForm form)
    {
        form.Parents = await register.Organisations(Policies.ManageOrganisations);
        form.Types = [.. (await db.OrganisationTypes.OrderBy(t => t.Order).ToListAsync()).Select(t => new SelectListItem(t.Name, t.Code))];
        return form;
    }
}
