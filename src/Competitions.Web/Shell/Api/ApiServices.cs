using System.Text.Encodings.Web;
using System.Text.Unicode;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Competitions.Web.Shell.Api;

/// <summary>/api/v1 put together: keys, problems, and the document that describes it.</summary>
internal static class ApiServices
{
    private const string Document = "/api/v1/openapi.json";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Named, null);
        services.PostConfigure<ApiBehaviorOptions>(o =>
        {
            o.SuppressMapClientErrors = true; // the error page says it, in one way for all
            var usual = o.InvalidModelStateResponseFactory;
            o.InvalidModelStateResponseFactory = context => ApiProblems.IsAsked(context.HttpContext.Request.Path) ? ApiProblems.Invalid(context) : usual(context);
        });
        services.Configure<JsonOptions>(o => o.JsonSerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        return services.AddOpenApi("v1", o =>
        {
            o.ShouldInclude = route => route.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            o.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "职工技能竞赛接口", Version = "v1",
                    Description = $"只读。公开数据不需密钥；其余在请求头 {ApiKeyScheme.Header} 里带密钥，范围与同种职责相同。列表按 after、size 分段，next 是下一段的地址。出错时返回 application/problem+json，code 供程序判断，detail 供人阅读。",
                };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [ApiKeyScheme.Named] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyScheme.Header },
                };
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi(Document).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Api);
}
