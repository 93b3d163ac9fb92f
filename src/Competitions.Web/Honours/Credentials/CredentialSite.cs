using Competitions.Honours;

namespace Competitions.Web.Honours.Credentials;

/// <summary>
/// The addresses that credentials name. What is signed says where it is checked, so it is <c>PublicAddress</c> and never what a
/// request claims to have come to; only Development, which has no public address, takes that.
/// </summary>
public sealed class CredentialSite(IConfiguration configuration, IHostEnvironment environment, IHttpContextAccessor http)
{
    private string? Found => (configuration["PublicAddress"] ?? (environment.IsDevelopment() && http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : null))?.TrimEnd('/');

    /// <summary>Without an address nothing is signed.</summary>
    public bool IsKnown => !string.IsNullOrEmpty(Found);

    /// <exception cref="Refusal">credential.no-address</exception>
    public string Address => IsKnown ? Found! : throw new Refusal("credential.no-address");

    public string Certificate(Certificate certificate) => $"{Address}/verify/{certificate.Token}";

    /// <param name="organisation">Its code.</param>
    public string Issuer(string organisation) => $"{Address}/credentials/issuers/{Uri.EscapeDataString(organisation)}";

    public string StatusList(string organisation, int list) => $"{Issuer(organisation)}/status/{list}";

    /// <summary>Where its JWK alone is found, as Open Badges asks of a <c>kid</c>.</summary>
    public string Key(CredentialKey key) => $"{Address}/credentials/keys/{key.Thumbprint}";
}
