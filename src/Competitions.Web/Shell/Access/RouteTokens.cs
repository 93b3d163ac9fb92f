using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Competitions.Web.Shell.Access;

/// <summary>
/// What stands in an address is read from the address alone. By itself the framework looks into the form first: a field called as a token
/// would act in another place than the one that its policy was held against.
/// </summary>
internal sealed class RouteTokens : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var tokens = Templates(action).Select(Tokens).ToList();
        foreach (var parameter in action.Parameters.Where(p => tokens.Count > 0 && tokens.TrueForAll(t => t.Contains(p.ParameterName, StringComparer.OrdinalIgnoreCase))))
        {
            (parameter.BindingInfo ??= new BindingInfo()).BindingSource ??= BindingSource.Path;
        }
    }

    private static IEnumerable<string> Templates(ActionModel action) =>
        from controller in action.Controller.Selectors
        from selector in action.Selectors
        select AttributeRouteModel.CombineTemplates(controller.AttributeRouteModel?.Template, selector.AttributeRouteModel?.Template) ?? "";

    private static IReadOnlyList<string> Tokens(string template) => [.. RoutePatternFactory.Parse(template).Parameters.Select(p => p.Name)];
}
