namespace Competitions.Web.Seeding;

internal static class SeedingSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["seed.not-empty"] = "数据库里已有别的数据，不能再装入“{0}”。请换一个空的数据文件夹（--Data 路径）或空的数据库。",
    };
}
