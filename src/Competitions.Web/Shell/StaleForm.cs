using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Competitions.Web.Shell;

/// <summary>A form whose token is of another session, or none: the answer says so, and shows what was typed.</summary>
public sealed class StaleForm : IAsyncAlwaysRunResultFilter
{
    public const string Key = "stale-form";
    private const int MostShown = 40;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            if (await IsTooLarge(context.HttpContext.Request))
            {
                context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            }
            else
            {
                context.HttpContext.Items[Key] = true;
            }
        }

        await next();
    }

    /// <summary>The token is in the form, and a form above the limit is not read: it only looks as if there were none.</summary>
    private static async Task<bool> IsTooLarge(HttpRequest request)
    {
        try
        {
            _ = request.HasFormContentType ? await request.ReadFormAsync() : null;
            return false;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode is StatusCodes.Status413PayloadTooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return false;
        }
    }

    /// <summary>It is shown as text and never sent again by itself: another site's form would profit from that.</summary>
    public static async Task<IReadOnlyList<string>> Typed(HttpRequest request)
    {
        try
        {
            return !request.HasFormContentType ? [] :
            [
                .. (await request.ReadFormAsync()).Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
                    .SelectMany(f => f.Value).OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 1 && v.Any(char.IsLetter) && v is not ("true" or "false" or "True" or "False")).Distinct().Take(MostShown),
            ];
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or BadHttpRequestException)
        {
            return [];
        }
    }
}
