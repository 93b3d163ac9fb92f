using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Assessments;

/// <summary>A year's assessment within the caller's duties, and what it does to the studio.</summary>
public sealed class AssessmentDesk(CompetitionsDb db, StudioDesk desk)
{
    /// <param name="version">That the page was made from.</param>
    public async Task<(Studio Studio, StudioAssessment Of)> Find(int id, int year, string policy, int? version = null)
    {
        var studio = await desk.Find(id, policy);
        var of = Missing.Unless(await db.StudioAssessments.SingleOrDefaultAsync(a => a.StudioId == id && a.Year == year));
        if (version is { } seen)
        {
            db.Entry(of).Property(a => a.Version).OriginalValue = seen;
        }

        return (studio, of);
    }

    /// <summary>A failed year puts the studio under rectification, one that passed its re-check lets it run again unless another year still holds it.</summary>
    public async Task Follow(Studio studio, StudioAssessment of, string by, DateTime at)
    {
        if (of.Stage is AssessmentStage.Failed && studio.Stage is StudioStage.Running)
        {
            studio.Make(StudioMove.Rectify, by, at, $"{of.Year} 年度考核不合格，{of.RectifyBy?.Iso()} 前整改");
        }
        else if (of.Stage is AssessmentStage.Passed && studio.Stage is StudioStage.Rectifying
            && !await db.StudioAssessments.AnyAsync(a => a.StudioId == studio.Id && a.Id != of.Id && (a.Stage == AssessmentStage.Failed || a.Stage == AssessmentStage.Corrected || a.Stage == AssessmentStage.FailedAgain)))
        {
            studio.Make(StudioMove.Recover, by, at, $"{of.Year} 年度考核整改复核合格");
        }
    }
}
