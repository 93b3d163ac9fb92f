using Competitions.Web.Honours.Certificates;
using Competitions.Web.Honours.OfEvent;
using Competitions.Web.Shell.Documents;

namespace Competitions.Web.Honours;

public static class HonoursServices
{
    public static IServiceCollection AddHonours(this IServiceCollection services) => services
        .AddSingleton<Fonts>().AddScoped<HonourRegister>().AddScoped<HonourFormParts>().AddScoped<HonourDesk>().AddScoped<EventAwards>().AddScoped<CertificateDesk>().AddScoped<CertificatePrint>();
}
