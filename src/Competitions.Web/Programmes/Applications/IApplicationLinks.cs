using Competitions.Programmes;

namespace Competitions.Web.Programmes.Applications;

/// <param name="Name">What it is: 来源建议, 推广应用.</param>
public sealed record ApplicationLink(string Name, string Title, string Address);

/// <summary>Where an application came from and what became of it, as other rooms know it; what the caller may not see is not named. One query each, none for a kind that is not its own.</summary>
public interface IApplicationLinks
{
    Task<IEnumerable<ApplicationLink>> Of(Application application, Call call);
}
