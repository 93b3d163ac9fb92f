namespace Competitions.Web.Innovations;

internal static class ExhibitsSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["exhibit.summary-missing"] = "请写一段给公众看的简介，10 到 {0} 个字。",
        ["exhibit.problem-missing"] = "请写明原有问题，10 到 {0} 个字。",
        ["exhibit.solution-missing"] = "请写明改进办法，10 到 {0} 个字。",
        ["exhibit.personal-number"] = "展示的文字里有手机号或身份证号，请删去。",
        ["exhibit.not-picture"] = "应用前后的照片应是 JPG、PNG 或 WebP 图片。",
        ["exhibit.reason-long"] = "不展示的原因不超过 200 个字。",
    };
}
