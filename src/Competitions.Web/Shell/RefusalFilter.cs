using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell;

/// <summary>The one place where a rule's "no" becomes an answer: the form again as it was typed, or a page, or JSON for a script.</summary>
public sealed class RefusalFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var page = context.Controller as Controller;
        var form = context.ActionArguments.Values.OfType<IForm>().FirstOrDefault();
        if (page is not null && form is not null && !context.ModelState.IsValid && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.Result = await Again(page, form, StatusCodes.Status400BadRequest);
            return;
        }

        if (form is null && page is not ErrorController && !context.ModelState.IsValid && !HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            context.Result = new BadRequestResult(); // a word that is none must not become the first of its kind
            return;
        }

        var done = await next();
        done.Result = done.Exception switch
        {
            Refusal refusal => await Refused(page, form, refusal.Code, Sentences.Of(refusal)),
            DbUpdateConcurrencyException => await Refused(page, form, "changed-by-someone-else", Sentences.For("changed-by-someone-else")),
            Missing => new NotFoundResult(),
            _ => done.Result,
        };
        done.ExceptionHandled = done.Exception is Refusal or DbUpdateConcurrencyException or Missing;
    }

    private static async Task<IActionResult> Refused(Controller? page, IForm? form, string code, string sentence)
    {
        if (page is null)
        {
            return new ConflictObjectResult(new { Code = code, Sentence = sentence });
        }

        page.ViewData["Refusal"] = code;
        page.ModelState.AddModelError("", sentence);
        return form is null ? Show(page.View("Refused", sentence), StatusCodes.Status409Conflict) : await Again(page, form, StatusCodes.Status409Conflict);
    }

    /// <summary>Create came from New and Update from Edit: the names of the actions are always these. A form that has no place any more is not shown.</summary>
    private static async Task<IActionResult> Again(Controller page, IForm form, int status)
    {
        try
        {
            await ((page as IFills)?.Fill(form) ?? Task.CompletedTask);
            return Show(page.View(page.ControllerContext.ActionDescriptor.ActionName is "Create" ? "New" : "Edit", form), status);
        }
        catch (Missing)
        {
            return new NotFoundResult();
        }
        catch (Refusal refusal)
        {
            return Show(page.View("Refused", Sentences.Of(refusal)), StatusCodes.Status409Conflict);
        }
    }

    private static ViewResult Show(ViewResult view, int status)
    {
        view.StatusCode = status;
        return view;
    }
}
