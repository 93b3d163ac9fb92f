using Competitions.Results;

namespace Competitions.Web.Results;

/// <summary>What the second person looks at first.</summary>
public static class ResultChecks
{
    public static IReadOnlyList<(string What, string Who)> Of(Result result)
    {
        var lines = result.Lines.OrderBy(l => l.Order).ToList();
        var ranked = lines.Where(l => l.Rank is not null).ToList();
        return
        [
            .. One("没有名次", lines.Where(l => l.Rank is null).Select(l => $"{l.Number} {l.Unranked.Name()}")),
            .. One("有扣分", ranked.Where(l => l.Deducted.Value != 0).Select(l => $"{l.Number} 扣 {l.Deducted}")),
            .. One("违纪处理", ranked.Where(l => l.Note is not null).Select(l => $"{l.Number} {l.Note}")),
            .. One("名次并列", ranked.GroupBy(l => l.Rank).Where(g => g.Count() > 1).Select(g => $"第 {g.Key} 名：{string.Join('、', g.Select(l => l.Number))}")),
            .. One("并列先后由人排定", [ResultPages.Settled(result)]),
            .. One("获奖而有模块未合格", ranked.Where(l => !l.Passed && l.Won().Length > 0).Select(l => $"{l.Number} {l.Won()}")),
            .. One("称号已有，不重复授予", ranked.Where(l => ResultSheetTable.Held(l).Length > 0).Select(l => $"{l.Number} {ResultSheetTable.Held(l)}")),
        ];
    }

    private static IEnumerable<(string, string)> One(string what, IEnumerable<string> who) =>
        string.Join('；', who) is { Length: > 0 } said ? [(what, said)] : [];
}
