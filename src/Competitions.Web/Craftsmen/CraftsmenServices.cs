using Competitions.Web.Craftsmen.Dossiers;
using Competitions.Web.Craftsmen.Naming;
using Competitions.Web.Honours;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Programmes;
using Competitions.Web.Shell.Home;

namespace Competitions.Web.Craftsmen;

public static class CraftsmenServices
{
    public static IServiceCollection AddCraftsmen(this IServiceCollection services) => services
        .AddScoped<CraftsmanDesk>().AddScoped<CraftsmanList>().AddScoped<CraftsmanPages>().AddScoped<Candidates.CandidateDesk>().AddScoped<Cases.CaseDesk>().AddScoped<DutyChecks.DutyCheckDesk>().AddScoped<IWaiting, WaitingCraftsmen>().AddScoped<IDossierPart, CraftsmenPart>()
        .AddScoped<INamingEffect, CraftsmanNaming>().AddScoped<INamingEffect, ModelWorkerNaming>().AddScoped<IHonourEnding, CraftsmanEnding>();
}
