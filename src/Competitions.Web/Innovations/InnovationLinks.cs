using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations;

/// <summary>A named result's own page, with its spreading.</summary>
public sealed class InnovationLinks(InnovationDesk desk) : IApplicationLinks
{
    public async Task<IEnumerable<ApplicationLink>> Of(Application application, Call call) =>
        application.Stage is ApplicationStage.Named && InnovationWords.Kinds.Contains(call.Kind) && await (await desk.Visible()).AnyAsync(a => a.Id == application.Id)
            ? [new ApplicationLink("成果推广", "推广应用与展示", $"/innovations/{application.Id}")] : [];
}
