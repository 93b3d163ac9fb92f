using Competitions.Web.Innovations.Dossiers;
using Competitions.Web.Innovations.KeyProjects;
using Competitions.Web.Innovations.Needs;
using Competitions.Web.Innovations.Patents;
using Competitions.Web.Innovations.Proposals;
using Competitions.Web.Innovations.Proposals.Papers;
using Competitions.Web.Innovations.Spreadings;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Home;
using Competitions.Web.Shell.Home.Deadlines;

namespace Competitions.Web.Innovations;

public static class InnovationsServices
{
    public static IServiceCollection AddInnovations(this IServiceCollection services) => services
        .AddScoped<OwnUnits>().AddScoped<InnovationDesk>().AddScoped<SpreadingDesk>().AddScoped<IWaiting, WaitingInnovations>()
        .AddScoped<IApplicationLinks, ProposalOrigin>().AddScoped<IApplicationLinks, InnovationLinks>().AddScoped<IApplicationLinks, KeyProjectLinks>()
        .AddScoped<KeyProjectDesk>().AddScoped<INamingEffect, KeyProjectNamed>().AddScoped<NeedDesk>().AddScoped<NeedLapses>().AddHostedService<Repeating<NeedLapses>>()
        .AddScoped<PatentDesk>().AddScoped<IDeadlines, PatentDeadlines>().AddScoped<IDossierPart, InnovationsPart>().AddSingleton<ProposalTexts>().AddScoped<ProposalDesk>().AddScoped<ProposalList>().AddScoped<ProposalDetails>().AddScoped<PaperShelf>();
}
