using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell;

[Authorize(Policies.Public), IgnoreAntiforgeryToken]
public sealed class ErrorController : Controller
{
    /// <summary>Answers with the status that led here, whatever verb the request had.</summary>
    [Route("error/{status:int}")]
    public IActionResult Show(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : 404;
        return View("Error", status switch
        {
            400 => "请求的内容不完整或不对，请返回重试。",
            403 => "您的职责不包括这一页。如需办理，请联系安全管理员授予职责。",
            404 => "没有这一页，或它不在您的范围内。",
            405 => "这一页不能这样打开，请返回重试。",
            413 => "上传的文件太大，请压缩或拆分后再传。",
            429 => "操作过于频繁，请稍后再试。",
            503 => "系统正忙，请稍后再试；已提交的内容没有丢。",
            _ => "系统出错了，请稍后再试；如仍不行，请把出错时间告诉管理员。",
        });
    }
}
