namespace Competitions.Web.Shell;

/// <summary>Where the public finds the program: <c>PublicAddress</c>, else the address that this request came to.</summary>
public sealed class PublicSite(IConfiguration configuration, IHttpContextAccessor http)
{
    public string Address => (configuration["PublicAddress"] ?? (http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : "http://localhost")).TrimEnd('/');
}
