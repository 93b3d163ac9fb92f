using System.Xml.Linq;
using Competitions.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Competitions.Web.Shell;

/// <summary>The keys of cookies and form tokens lie in the database, so that every node reads what another wrote.</summary>
public sealed class KeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<CompetitionsDb>().ProtectionKeys.Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        db.Add(new ProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
