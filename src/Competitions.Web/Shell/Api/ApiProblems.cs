using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.Api;

/// <summary>What went wrong, for a program (a code) and for its author (a sentence): application/problem+json.</summary>
internal static class ApiProblems
{
    private const string Root = "/api/";

    public static bool IsAsked(string? path) => path?.StartsWith(Root, StringComparison.Ordinal) == true;

    public static ObjectResult Of(int status, string path)
    {
        var (code, sentence) = Words(status);
        return Of(status, code, sentence, path);
    }

    public static ObjectResult Of(int status, string code, string sentence, string path, IDictionary<string, string[]>? errors = null)
    {
        var problem = new ProblemDetails { Status = status, Title = code, Detail = sentence, Instance = path, Extensions = { ["code"] = code } };
        if (errors is not null)
        {
            problem.Extensions["errors"] = errors;
        }

        return new ObjectResult(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }

    /// <summary>A parameter that cannot be read; each with its own sentence.</summary>
    public static IActionResult Invalid(ActionContext context) => Of(
        StatusCodes.Status400BadRequest, "request.invalid", "参数不对：" + string.Join(' ', context.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).Distinct()), context.HttpContext.Request.Path,
        context.ModelState.Where(e => e.Value!.Errors.Count > 0).ToDictionary(e => e.Key, e => e.Value!.Errors.Select(x => x.ErrorMessage).ToArray()));

    private static (string Code, string Sentence) Words(int status) => status switch
    {
        400 => ("request.invalid", "请求的地址或参数不对，请对照接口文档 /api/v1/openapi.json。"),
        401 => ("key.missing", $"请在请求头 {ApiKeyScheme.Header} 里带上有效的接口密钥；密钥由总工会经办人在“接口密钥”页建立，过期或吊销后须换新的。"),
        403 => ("key.scope", "这把密钥的职责不包括这项数据，请向建立密钥的经办人申请范围合适的密钥。"),
        404 => ("not-found", "没有这项数据，或它还没有公开，或不在密钥的范围内。"),
        405 => ("method", "接口只读，请用 GET。"),
        429 => ("too-many", "一分钟内请求过多，请稍等一分钟再试，并用 ETag 避免重复下载。"),
        503 => ("busy", "系统正忙，请稍后再试。"),
        _ => ("error", "系统出错了，问题已记录，请稍后再试。"),
    };
}
