using Competitions.Web.Blinding.Proofs;
using Competitions.Web.Honours.Proofs;
using Competitions.Web.Notices.Proofs;
using Competitions.Web.Results.Proofs;
using Competitions.Web.Scoring.Proofs;

namespace Competitions.Web.Shell.Proofs;

public static class ProofServices
{
    /// <summary>What signs, what is signed, and what is checked, in the order in which it is said.</summary>
    public static IServiceCollection AddProofs(this IServiceCollection services, IConfiguration configuration, string dataFolder) => services
        .AddSingleton(new SignedHeads(SignedHeads.PathIn(configuration, dataFolder)))
        .AddSingleton(new Lazy<SigningKey>(() => SigningKey.FromFile(SigningKey.PathIn(configuration, dataFolder))))
        .AddSingleton<HeadBook>().AddSingleton<HeadSigner>().AddHostedService(s => s.GetRequiredService<HeadSigner>())
        .AddScoped<IFinalThings, CodeThings>().AddScoped<IFinalThings, ResultThings>().AddScoped<IFinalThings, NoticeThings>()
        .AddSingleton<IProofCheck, AuditCheck>().AddSingleton<IProofCheck, LedgerCheck>().AddSingleton<IProofCheck, CodeCheck>().AddSingleton<IProofCheck, ResultCheck>()
        .AddSingleton<IProofCheck, NoticeCheck>().AddSingleton<IProofCheck, HonourCheck>().AddSingleton<IProofCheck, CertificateCheck>();
}
