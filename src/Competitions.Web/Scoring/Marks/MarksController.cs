using System.Data.Common;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marks;

/// <summary>The door for marks, of whatever page or device.</summary>
[ApiController, Route("events/{code}/marks"), Authorize(Policies.Mark)]
public sealed class MarksController(Scoretaking scoretaking) : ControllerBase
{
    public const int MostAtOnce = 500;

    /// <summary>A batch from a tablet's outbox. Each mark has its own answer: one that is refused does not hold up the rest.</summary>
    [HttpPost(""), RequestSizeLimit(256 * 1024), ValidateAntiForgeryToken]
    public async Task<ActionResult<MarkAnswer[]>> Create(string code, TabletMark?[] marks)
    {
        Refusal.Unless(marks.Length is > 0 and <= MostAtOnce && marks.All(m => m is not null), "marks.batch", MostAtOnce);
        try
        {
            return await scoretaking.Take(code, User.Account(), marks!);
        }
        catch (Exception away) when (away is DbException or DbUpdateException)
        {
            Response.Headers.RetryAfter = "5"; // nothing was acknowledged: the tablet keeps them and comes again
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
