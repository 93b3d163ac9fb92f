using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Competitions.Web.Shell.Uploads;

/// <summary>
/// Ten megabytes and no more: a length that says so is answered at once, one that says nothing is cut off where it passes the limit.
/// It stands before the check of the form's token, which would read the whole body first.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>What the other fields of the form and the parts' headers may take.</summary>
    private const int Besides = 64 * 1024;

    public int Order => 0;

    private static ViewResult TooLarge => new()
    {
        ViewName = "/Shell/Refused.cshtml", StatusCode = StatusCodes.Status413PayloadTooLarge,
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = Sentences.For("upload.too-large") },
    };

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        const long most = UploadStore.MostBytes + Besides;
        var request = context.HttpContext.Request;
        if (request.ContentLength > most)
        {
            context.Result = TooLarge;
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        try
        {
            await (request.HasFormContentType ? request.ReadFormAsync(context.HttpContext.RequestAborted) : Task.CompletedTask);
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            context.Result = TooLarge;
        }
        catch (InvalidDataException)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }
}
