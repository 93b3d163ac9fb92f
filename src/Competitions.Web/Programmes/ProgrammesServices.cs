using Competitions.Web.Programmes.Applications;
using Competitions.Web.Programmes.Notices;
using Competitions.Web.Programmes.Reviews;

namespace Competitions.Web.Programmes;

public static class ProgrammesServices
{
    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddScoped<CallDesk>().AddScoped<CallDetails>().AddScoped<CallNotices>().AddScoped<Moves.CallNaming>()
        .AddScoped<ApplicationDesk>().AddScoped<ApplicationFactsDesk>().AddSingleton<ApplicationTexts>().AddScoped<ApplicationPeople>()
        .AddScoped<ReviewDesk>().AddScoped<Shell.Home.IWaiting, WaitingProgrammes>().AddScoped<Shell.Home.Deadlines.IDeadlines, CallDeadlines>();
}
