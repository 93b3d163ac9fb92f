using Competitions.Honours;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;

namespace Competitions.Tests.Innovations;

public class KeyProjectTests
{
    private static readonly DateTime Now = new(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly KeyProjectRules Rules = new("default", 1.2m, 1, 0, 100);
    private static readonly InnovationFile File = new(new string('0', 64), "佐证.pdf", "application/pdf", 1);

    [Fact]
    public void From_its_founding_to_the_archive()
    {
        var project = Founded();
        Assert.Equal((30m, 86_000m, 2, 7), (project.Weight, project.Budget, project.Milestones.Count, project.NeedId));
        project.Report(1, Day, "试点三家企业上线", File, Day);
        project.Make(KeyProjectMove.Continue, "", "federation", Now);
        Refuses("key-project.milestones-open", () => project.Apply("目标全部完成", File, "unit", Now));
        project.Report(2, Day, "全区推开，覆盖 42 家", File, Day);
        Refuses("key-project.evidence-missing", () => project.Apply("目标全部完成", null, "unit", Now));
        project.Apply("目标全部完成", File, "unit", Now);
        Refuses("key-project.second-person", () => project.Accept(KeyProjectGrade.Excellent, "同意结题", "unit", Now));
        project.Accept(KeyProjectGrade.Excellent, "同意结题", "federation", Now);
        project.Make(KeyProjectMove.Archive, "", "federation", Now);
        Assert.Equal((KeyProjectStage.Archived, 36m), (project.Stage, project.Score)); // 30 × 1.2
    }

    [Theory]
    [InlineData(KeyProjectGrade.Excellent, "33.33", "40.00")] // 39.996
    [InlineData(KeyProjectGrade.Passed, "33.33", "33.33")]
    [InlineData(KeyProjectGrade.Failed, "33.33", "0.00")]
    public void The_score_is_weight_times_the_factor_of_the_grade(KeyProjectGrade grade, string weight, string score)
    {
        var project = Founded(weight);
        project.Report(1, Day, "完成并有记录", File, Day);
        project.Report(2, Day, "完成并有记录", File, Day);
        project.Make(KeyProjectMove.Continue, "", "federation", Now);
        project.Apply("目标全部完成", File, "unit", Now);
        project.Accept(grade, "验收意见", "federation", Now);
        Assert.Equal(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), project.Score);
    }

    [Fact]
    public void The_weights_of_one_unions_year_do_not_pass_a_hundred()
    {
        Assert.Equal(30, Founded(weighs: 70).Weight);
        Refuses("key-project.weights-over", () => Founded(weighs: 70.01m));
        Refuses("key-project.weight", () => Founded("0"));
        Refuses("key-project.weight", () => Founded("100.5"));
    }

    [Fact]
    public void Every_move_that_is_not_in_the_table_is_refused()
    {
        Dictionary<(KeyProjectStage, KeyProjectMove), KeyProjectStage> table = new()
        {
            [(KeyProjectStage.Cultivating, KeyProjectMove.Continue)] = KeyProjectStage.Advancing, [(KeyProjectStage.Cultivating, KeyProjectMove.Correct)] = KeyProjectStage.Correcting, [(KeyProjectStage.Cultivating, KeyProjectMove.Stop)] = KeyProjectStage.Stopped,
            [(KeyProjectStage.Correcting, KeyProjectMove.Resume)] = KeyProjectStage.Advancing, [(KeyProjectStage.Correcting, KeyProjectMove.Stop)] = KeyProjectStage.Stopped,
            [(KeyProjectStage.Advancing, KeyProjectMove.Apply)] = KeyProjectStage.Concluding, [(KeyProjectStage.Advancing, KeyProjectMove.Stop)] = KeyProjectStage.Stopped,
            [(KeyProjectStage.Concluding, KeyProjectMove.Accept)] = KeyProjectStage.Concluded, [(KeyProjectStage.Concluding, KeyProjectMove.Return)] = KeyProjectStage.Advancing,
            [(KeyProjectStage.Concluded, KeyProjectMove.Archive)] = KeyProjectStage.Archived,
        };
        foreach (var (stage, move) in from s in Enum.GetValues<KeyProjectStage>() from m in Enum.GetValues<KeyProjectMove>() select (s, m))
        {
            Assert.Equal(table.TryGetValue((stage, move), out var to) ? to : null, KeyProjectLifecycle.Next(stage, move));
        }
    }

    [Fact]
    public void A_milestone_is_late_from_the_day_after_and_a_stopped_project_scores_nothing()
    {
        var project = Founded();
        var first = project.Milestones[0];
        Assert.Equal((false, true), (first.IsLateOn(first.DueOn), first.IsLateOn(first.DueOn.AddDays(1))));
        Refuses("key-project.done-ahead", () => project.Report(1, Day.AddDays(1), "完成并有记录", File, Day));
        Refuses("key-project.done-early", () => project.Report(1, new DateOnly(project.Year - 2, 12, 31), "完成并有记录", File, Day));
        Refuses("key-project.evidence-missing", () => project.Report(1, Day, "完成并有记录", null, Day));
        Refuses("key-project.no-milestone", () => project.Report(3, Day, "完成并有记录", File, Day));
        project.Report(1, Day, "完成并有记录", File, Day);
        Assert.False(first.IsLateOn(first.DueOn.AddDays(1)));
        Refuses("key-project.reason-missing", () => project.Make(KeyProjectMove.Stop, "停", "federation", Now));
        project.Make(KeyProjectMove.Stop, "需求已不存在", "federation", Now);
        Assert.Equal((0m, false), (project.Score, project.Weighs));
        Refuses("key-project.not-at-work", () => project.Report(2, Day, "完成并有记录", File, Day));
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2026/9/30")]
    [InlineData("2026-05-20")] // today is no day to come
    [InlineData("2028-06-01")] // more than two years after the call opened
    public void The_days_of_milestones_are_days_to_come(string day)
    {
        var (call, application) = Declared("30", day);
        Assert.Contains(new KeyProjectChecks().Of(application, call, ApplicationFacts.None, Day), f => f is { Code: "key-project.milestone-day", IsBlocking: true });
    }

    [Fact]
    public void A_whole_declaration_has_nothing_against_it() => Assert.Empty(new KeyProjectChecks().Of(Declared("30").Application, Declared("30").Call, ApplicationFacts.None, Day));

    private static KeyProject Founded(string weight = "30", decimal weighs = 0)
    {
        var (call, application) = Declared(weight);
        return new KeyProject(application, call, Rules, weighs, "federation", Now);
    }

    private static (Call Call, Application Application) Declared(string weight, string first = "2026-09-30")
    {
        var rules = new CallRules
        {
            PresetCode = "key-project", PresetVersion = 1, Rubric = [new("goal", "目标", 100, [])], Line = new LineRule(3), Numbers = new Dictionary<string, decimal> { ["most-weight"] = 100, ["most-months"] = 24 },
            Honour = new HonourRule(HonourKind.Organisation, HonouredAs.Unit, [new("重点创新项目")]), Persons = new PersonsRule(WithShares: false),
        };
        var call = new Call("key-project", 2026, rules, new Caller(1, "临平区总工会", OrganisationLevel.District), new CallNotice("申报", "文号", "", "电话"), new CallWindow(Now.AddDays(-1), Now.AddDays(10), Now.AddDays(20)), "setup");
        call.Publish(1, "setup", Now.AddDays(-2));
        var made = new Application(call, ApplicationChannel.Unit, 3, "衡远机电", "一线难题快办", "unit", Now);
        made.Write(call, made.Title, new Answers(new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>
        {
            [KeyProjectForm.Theme] = [["建功立业"]], [KeyProjectForm.Cut] = [["从班组难题的响应入手"]], [KeyProjectForm.Weight] = [[weight]], [KeyProjectForm.Need] = [["7"]],
            [KeyProjectForm.Goals] = [["响应时间", "72", "24", "小时"]], [KeyProjectForm.Milestones] = [["试点", first, "试点报告"], ["推开", "2026-12-31", "台账"]], [KeyProjectForm.Budget] = [["系统", "60000", "工会经费"], ["培训", "26000", "工会经费"]],
        }), [new ApplicationPerson(1, 9, "沈嘉禾", 3, "衡远机电", "主席", false, 0)]);
        return (call, made);
    }

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
