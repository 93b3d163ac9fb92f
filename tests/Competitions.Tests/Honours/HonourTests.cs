using Competitions.Honours;
using Competitions.People;

namespace Competitions.Tests.Honours;

/// <summary>The state of an honour by skills-contests.md §4.10; a title is not given twice.</summary>
public sealed class HonourTests
{
    private static readonly HonourPerson Shen = new(7, "沈嘉禾");

    /// <summary>拟授 → 公示中 → 异议核查 → 审定 → 发文 → 已授予 → 撤销.</summary>
    [Fact]
    public void It_goes_the_whole_way_of_the_rule_book_and_each_step_is_remembered()
    {
        var honour = Made(HonourKind.Title, "临平区技术能手");
        honour.Make(HonourMove.GiveNotice, "one", Some.Noon);
        honour.Make(HonourMove.Dispute, "one", Some.Noon, "收到实名异议");
        honour.Make(HonourMove.Approve, "two", Some.Noon);
        honour.Grant("临总工〔2026〕18 号", new DateOnly(2026, 4, 30), "two", Some.Noon);
        honour.Make(HonourMove.Withdraw, "two", Some.Noon, "弄虚作假");

        Assert.Equal(
            [HonourStage.Noticed, HonourStage.Disputed, HonourStage.Approved, HonourStage.Decreed, HonourStage.Granted, HonourStage.Withdrawn],
            honour.History.Select(h => h.To));
        Assert.Equal(("临总工〔2026〕18 号", new DateOnly(2026, 4, 30)), (honour.DocumentNumber, honour.GrantedOn));
    }

    /// <summary>Every pair of stage and move that the table does not name is refused, and nothing is changed by it.</summary>
    [Fact]
    public void What_the_table_does_not_name_is_refused()
    {
        foreach (var (path, stage) in Paths())
        {
            foreach (var move in Enum.GetValues<HonourMove>().Where(m => HonourLifecycle.Next(stage, m) is null))
            {
                var honour = Made(HonourKind.Prize, "一等奖");
                Array.ForEach(path, m => honour.Make(m, "one", Some.Noon, "因"));
                Assert.Equal("honour.move-not-allowed", Refused(() => honour.Make(move, "one", Some.Noon, "因")));
                Assert.Equal((stage, path.Length), (honour.Stage, honour.History.Count));
            }
        }
    }

    [Theory]
    [InlineData(HonourMove.Drop)]
    [InlineData(HonourMove.Dispute)]
    public void What_takes_away_says_why(HonourMove move)
    {
        var honour = Made(HonourKind.Prize, "一等奖");
        honour.Make(HonourMove.GiveNotice, "one", Some.Noon);

        Assert.Equal("honour.reason-missing", Refused(() => honour.Make(move, "one", Some.Noon, "  ")));
    }

    [Fact]
    public void Nothing_is_granted_without_the_number_of_a_document_or_by_one_of_tomorrow()
    {
        var honour = Made(HonourKind.Prize, "一等奖").ApprovedWithTheEvent("one", Some.Noon);

        Assert.Equal("honour.document-missing", Refused(() => honour.Grant(" ", new DateOnly(2026, 5, 1), "one", Some.Noon)));
        Assert.Equal("honour.date-ahead", Refused(() => honour.Grant("临总工〔2026〕18 号", new DateOnly(2026, 5, 3), "one", Some.Noon)));
        Assert.Equal(HonourStage.Approved, honour.Stage);
    }

    [Fact]
    public void A_title_keeps_its_key_while_it_stands_and_gives_it_back_when_it_does_not()
    {
        var title = Made(HonourKind.Title, "技术能手").ApprovedWithTheEvent("one", Some.Noon);
        Assert.Equal("7|技术能手", title.TitleKey);

        title.End("one", Some.Noon, "成绩更正");

        Assert.Null(title.TitleKey);
        Assert.Null(Made(HonourKind.Prize, "一等奖").TitleKey); // a prize may be won every year
    }

    [Fact]
    public void A_team_a_coach_and_a_unit_have_prizes_and_no_titles()
    {
        var team = Holder.Team("衡远一队", [Shen, new(8, "陆一鸣")], 3, "衡远机电");

        Assert.Equal("honour.title-of-a-person", Refused(() => new Honour(HonourKind.Title, "技术能手", team, Federation, Occasion())));
        Assert.Equal("honour.title-of-a-person", Refused(() => new Honour(HonourKind.Level, "技师", Holder.Coach(Shen, 3, "衡远机电"), Federation, Occasion())));
        Assert.Equal("衡远一队", new Honour(HonourKind.Prize, "一等奖", team, Federation, Occasion()).HolderName);
        Assert.Equal("honour.holder-missing", Refused(() => new Honour(HonourKind.Prize, "一等奖", Holder.Team("空队", [], 3, "衡远机电"), Federation, Occasion())));
    }

    internal static readonly Grantor Federation = new(1, "临平区总工会", OrganisationLevel.District);

    internal static HonourOccasion Occasion(int? rank = 1) => new(5, "2026 年临平区第五届职工技能争霸赛", "焊工", "职工组", 2026, rank);

    internal static Honour Made(HonourKind kind, string name, int? rank = 1) => new(kind, name, Holder.Of(Shen, 3, "衡远机电"), Federation, Occasion(rank));

    internal static string Refused(Action act) => Assert.Throws<Refusal>(act).Code;

    internal static string Refused(Func<object> make) => Assert.Throws<Refusal>(make).Code;

    /// <summary>A way to each stage, found by walking the table.</summary>
    private static IEnumerable<(HonourMove[] Path, HonourStage Stage)> Paths()
    {
        var found = new Dictionary<HonourStage, HonourMove[]> { [HonourStage.Proposed] = [] };
        for (var open = new Queue<HonourStage>([HonourStage.Proposed]); open.TryDequeue(out var from);)
        {
            foreach (var move in HonourLifecycle.MovesFrom(from).Where(m => found.TryAdd(HonourLifecycle.Next(from, m)!.Value, [.. found[from], m])))
            {
                open.Enqueue(HonourLifecycle.Next(from, move)!.Value);
            }
        }

        Assert.Equal(Enum.GetValues<HonourStage>(), found.Keys.Order());
        return found.Select(f => (f.Value, f.Key));
    }
}
