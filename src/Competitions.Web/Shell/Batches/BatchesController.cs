using Competitions.Data;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.Batches;

public sealed record BatchPage(Batch Batch, IBatchWork Work, int Before, TimeSpan Taken, bool HasCopy)
{
    /// <summary>0 to 100; null while nobody knows how much it is.</summary>
    public int? Percent => Batch.IsOver ? 100 : Batch.Total is > 0 and { } total ? (int)(100L * Math.Min(Batch.Done, total) / total) : null;
}

[Route("batches"), Authorize(Policies.SignedIn)]
public sealed class BatchesController(MyBatches mine, BatchFiles files, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1) => View(await mine.Page(page));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) => View(await Page(await mine.Find(id)));

    private async Task<BatchPage> Page(Batch batch)
    {
        using var copy = files.TryOpen(batch.ResultFile);
        return new BatchPage(batch, mine.WorkOf(batch), await mine.Before(batch), (batch.EndedAt ?? clock.UtcNow()) - (batch.BeganAt ?? batch.At), copy is not null);
    }
}

/// <summary>What the page's script asks every second.</summary>
[Route("batches/{id:int}/progress"), Authorize(Policies.SignedIn)]
public sealed class BatchProgressController(MyBatches mine) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id)
    {
        var batch = await mine.Find(id);
        Response.Headers.CacheControl = "no-store";
        return Json(new
        {
            State = $"{batch.State}", batch.Step, batch.Done, batch.Total, Before = await mine.Before(batch), Over = batch.IsOver, Stopping = batch.StopWanted,
        });
    }
}

[Route("batches/{id:int}/stops"), Authorize(Policies.SignedIn)]
public sealed class BatchStopsController(CompetitionsDb db, MyBatches mine, BatchBell bell, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        (await mine.Find(id)).WantStop(clock.UtcNow());
        await db.SaveChangesAsync();
        bell.Ring();
        return Redirect($"/batches/{id}");
    }
}

/// <summary>The rows as they were sent, marked; for three days.</summary>
[Route("batches/{id:int}/copy.xlsx"), Authorize(Policies.SignedIn)]
public sealed class MarkedCopiesController(MyBatches mine, BatchFiles files) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id)
    {
        var batch = await mine.Find(id);
        return File(Missing.Unless(files.TryOpen(batch.ResultFile)), Workbooks.SheetFile.ContentType, $"{Path.GetFileNameWithoutExtension(batch.InputName)}-标注.xlsx");
    }
}
