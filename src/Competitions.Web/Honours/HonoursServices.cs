using Competitions.Web.Honours.Certificates;
using Competitions.Web.Honours.Credentials;
using Competitions.Web.Honours.Dossiers;
using Competitions.Web.Honours.Holders;
using Competitions.Web.Honours.Imports;
using Competitions.Web.Honours.OfEvent;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Documents;

namespace Competitions.Web.Honours;

public static class HonoursServices
{
    public static IServiceCollection AddHonours(this IServiceCollection services) => services
        .AddSingleton<Fonts>().AddScoped<HonourRegister>().AddScoped<HonourFormParts>().AddScoped<HonourDesk>().AddScoped<HonourImportDesk>().AddScoped<IDossierPart, HonoursPart>().AddScoped<EventAwards>().AddScoped<CertificateDesk>().AddScoped<CertificatePrint>()
        .AddSingleton(services => CredentialKeys.FromFolder(services.GetRequiredService<IConfiguration>()["CredentialKeys"] ?? Path.Combine(services.GetRequiredService<DataFolder>().Path, "credential-keys")))
        .AddSingleton<SignedStatusLists>().AddScoped<CredentialSite>().AddScoped<CredentialSigner>().AddScoped<OpenBadge>().AddScoped<StatusLists>().AddScoped<HolderDesk>();
}
