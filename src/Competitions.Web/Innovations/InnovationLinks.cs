using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Web.Innovations.Needs;
using Competitions.Web.Programmes.Applications;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations;

/// <summary>A named result's own page, with its spreading; the need that a key project comes from.</summary>
public sealed class InnovationLinks(InnovationDesk desk, NeedDesk needs) : IApplicationLinks
{
    public async Task<IEnumerable<ApplicationLink>> Of(Application application, Call call) => call.Kind == KeyProjectForm.Code && int.TryParse(application.Answers.Text(KeyProjectForm.Need), out var need)
        ? [.. await Result(application, call), .. (await (await needs.Visible()).Where(n => n.Id == need).Select(n => n.Title).ToListAsync()).Select(title => new ApplicationLink("来源需求", title, $"/needs/{need}"))]
        : await Result(application, call);

    private async Task<IEnumerable<ApplicationLink>> Result(Application application, Call call) =>
        application.Stage is ApplicationStage.Named && InnovationWords.Kinds.Contains(call.Kind) && await (await desk.Visible()).AnyAsync(a => a.Id == application.Id)
            ? [new ApplicationLink("成果推广", "推广应用与展示", $"/innovations/{application.Id}")] : [];
}
