using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell;

/// <param name="Reference">The number under which the log has it.</param>
/// <param name="Typed">What was sent with a form that was not taken, to be copied from the page; no password is among it.</param>
public sealed record ErrorPage(int Status, string Title, string Sentence, string Reference, IReadOnlyList<string> Typed);

[Authorize(Policies.Public), IgnoreAntiforgeryToken]
public sealed class ErrorController(ILogger<ErrorController> log) : Controller
{
    /// <summary>Answers with the status that led here, whatever verb the request had.</summary>
    [Route("error/{status:int}")]
    public async Task<IActionResult> Show(int status)
    {
        var led = Response.StatusCode >= 400 ? Response.StatusCode : status; // what cannot be read has no parameters either
        var shown = Response.StatusCode = led is >= 400 and < 600 ? led : 404;
        var stale = HttpContext.Items.ContainsKey(StaleForm.Key);
        var (title, sentence) = stale ? ("这一页停留过久", "页面停留过久，或您已在别处退出、换了账号。为防他人冒用，刚才的提交没有受理，也没有保存任何改动。请返回上一页刷新后再提交。") : Words(shown);
        var reference = HttpContext.TraceIdentifier;
        if (shown >= 500)
        {
            log.LogError("Reference {Reference}: {Status} at {Path}", reference, shown, HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path);
        }

        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (ApiProblems.IsAsked(asked))
        {
            return ApiProblems.Of(shown, asked!);
        }

        return Request.Headers.Accept.ToString() is "application/json"
            ? new JsonResult(new { Status = shown, Sentence = sentence, Reference = reference })
            : View("Error", new ErrorPage(shown, title, sentence, reference, stale ? await StaleForm.Typed(Request) : []));
    }

    private static (string Title, string Sentence) Words(int status) => status switch
    {
        400 => ("请求不完整", "请求的内容不完整或不对，没有保存任何改动。请返回上一页核对后重试。"),
        403 => ("不在您的职责内", "您的职责不包括这一页。如需办理，请联系安全管理员授予职责。"),
        404 => ("没有这一页", "没有这一页，或它不在您的范围内。请核对地址，或用查找找到要看的内容。"),
        405 => ("不能这样打开", "这一页不能直接打开。请从上一页的按钮进入。"),
        409 => ("内容已有变化", "别人刚改过这条记录，或它的状态已经变了，没有保存任何改动。请返回上一页刷新后再办。"),
        413 => ("文件太大", "上传的文件超过了大小限制，没有保存。请压缩或拆分后再传。"),
        429 => ("操作过于频繁", "短时间内操作次数过多，请稍等一分钟再试。"),
        503 => ("系统正忙", "系统正忙，请稍后再试；已提交的内容没有丢。"),
        _ => ("系统出错了", "这一步没有办成，问题已记录。请稍后再试；如仍不行，请把下面的编号告诉系统管理员。"),
    };
}
