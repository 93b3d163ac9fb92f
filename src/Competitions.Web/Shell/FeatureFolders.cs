using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Competitions.Web.Shell;

/// <summary>A view lives beside its controller: Competitions.Web.Contests.Entries → /Contests/Entries/{view}.cshtml.</summary>
public sealed class FeatureFolders : IViewLocationExpander
{
    private const string Root = "Competitions.Web";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["folder"] = context.ActionContext.ActionDescriptor is ControllerActionDescriptor action
            ? action.ControllerTypeInfo.Namespace![Root.Length..].Replace('.', '/')
            : "";

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [context.Values["folder"] + "/{0}.cshtml", "/Shell/{0}.cshtml"];
}
