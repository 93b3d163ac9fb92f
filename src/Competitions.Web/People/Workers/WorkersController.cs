using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers;

[Route("workers"), Authorize(Policies.ReadPeople)]
public sealed class WorkersController(CompetitionsDb db, Register register, WorkerPages pages, FieldCipher cipher, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int AtATime = 2000;

    [HttpGet("")]
    public async Task<IActionResult> Index(WorkerFilter filter) => View(new WorkersPage(
        filter, await register.Page(filter), await register.Organisations(), await register.Levels(), await register.Occupations()));

    [HttpGet("new"), Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> New() => View(await register.Filled(new WorkerForm { JoinedOn = clock.Today() }));

    [HttpPost(""), Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Create(WorkerForm form)
    {
        await register.Filled(form);
        var worker = form.Register(cipher, clock.Today());
        Refusal.Unless(form.Organisations.Any(o => o.Value == form.OrganisationCode), "worker.organisation-missing");
        Refusal.Unless(!await db.Workers.IgnoreQueryFilters().AnyAsync(w => w.IdNumberIndex == worker.IdNumberIndex), "worker.already-registered");
        worker.Join(await db.Organisations.SingleAsync(o => o.Code == form.OrganisationCode), form.JoinedOn ?? clock.Today(), form.CardNumber);
        db.Add(worker);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.Workers.IgnoreQueryFilters().Any(w => w.IdNumberIndex == worker.IdNumberIndex))
        {
            throw new Refusal("worker.already-registered"); // two at once: the constraint decided
        }

        await audit.Write("worker.create", $"{worker.Id}");
        TempData["Done"] = "职工已登记。";
        return Redirect($"/workers/{worker.Id}");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, string? tab) => View(await pages.Of(await register.Find(id, Policies.ReadPeople), tab));

    [HttpGet("{id:int}/edit"), Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Edit(int id) => View(await register.Filled(WorkerForm.From(await register.Find(id, Policies.ManagePeople))));

    [HttpPost("{id:int}"), Authorize(Policies.ManagePeople)]
    public async Task<IActionResult> Update(int id, WorkerForm form)
    {
        var worker = await register.Find(id, Policies.ManagePeople);
        await register.Filled(form);
        var sealedBirth = worker.IdKind is IdKind.ResidentCard or IdKind.ResidencePermit;
        worker.Named(PersonName.Read(form.Name).Value, sealedBirth ? worker.Sex : form.Sex ?? worker.Sex, sealedBirth ? worker.BornOn : form.BornOn ?? worker.BornOn);
        form.Fill(worker, cipher);
        await db.SaveChangesAsync();
        await audit.Write("worker.update", $"{id}");
        TempData["Done"] = "资料已修改。";
        return Redirect($"/workers/{id}");
    }

    Task IFills.Fill(IForm form) => register.Filled((WorkerForm)form);

    /// <summary>The list as it is filtered, numbers masked; its first line says who took it and when.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Rows(WorkerFilter filter)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var (today, count) = (clock.Today(), 0);
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin("职工名册", [16, 8, 14, 24, 16, 36, 24, 16]);
            sheets.Row(new Cell($"{User.Identity?.Name} 于 {clock.UtcNow().Moment()} 导出，仅限工作使用，不得外传。", Look.Note));
            sheets.Row(((string[])["姓名", "性别", "出生日期", "证件号码", "手机号码", "单位", "职业（工种）", "技能等级"]).Select(h => new Cell(h, Look.Header)));
            var (levels, occupations) = ((await register.Levels()).ToDictionary(l => l.Value, l => l.Text), (await register.Occupations()).ToDictionary(o => o.Value, o => o.Text));
            await foreach (var worker in InTurn(await register.Filtered(filter)))
            {
                var row = register.Row(worker, today);
                sheets.Row(row.Name, row.Sex.Name(), row.BornOn.Iso(), row.IdNumber, row.Phone, row.Unit,
                    occupations.GetValueOrDefault(row.OccupationCode ?? ""), levels.GetValueOrDefault(row.LevelCode ?? ""));
                count++;
            }
        }

        await audit.Write("workers.export", $"{count}");
        file.Position = 0;
        return File(file, SheetFile.ContentType, $"职工名册-{today.Iso()}.xlsx");
    }

    /// <summary>A few at a time, each query from where the last one ended: no more of them is ever in memory.</summary>
    private static async IAsyncEnumerable<Worker> InTurn(IQueryable<Worker> workers)
    {
        for (var (last, more) = (0, true); more;)
        {
            var after = last;
            var some = await workers.AsNoTracking().Where(w => w.Id > after).OrderBy(w => w.Id).Take(AtATime).ToListAsync();
            foreach (var worker in some)
            {
                yield return worker;
            }

            (last, more) = (some.Count > 0 ? some[^1].Id : after, some.Count == AtATime);
        }
    }
}
