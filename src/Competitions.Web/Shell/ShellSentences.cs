namespace Competitions.Web.Shell;

internal static class ShellSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["points.too-fine"] = "分数最多四位小数，{0} 太细了。",
        ["changed-by-someone-else"] = "您编辑期间，别人已经改过这条记录。您填的内容还在，请核对最新内容后再保存。",
        ["sign-in.wrong"] = "用户名或密码不对。",
        ["sign-in.locked"] = "连续输错次数过多，账号已锁定 15 分钟，请稍后再试。",
        ["password.wrong"] = "原密码不对，请重新输入。",
        ["password.weak"] = "新密码不合要求：至少 10 个字符，并含大写字母、小写字母、数字。",
        ["password.same"] = "新密码不能与原密码相同。",
    };
}
