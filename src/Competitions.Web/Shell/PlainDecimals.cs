using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Competitions.Web.Shell;

/// <summary>A number in a form is written with a point or without. The framework's own binder takes a comma for a thousands sign: 5,5 would be 55.</summary>
public sealed class PlainDecimals : IModelBinderProvider
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(decimal)
        ? new DecimalModelBinder(Plain, context.Services.GetRequiredService<ILoggerFactory>()) : null;
}
