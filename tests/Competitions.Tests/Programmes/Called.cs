using Competitions.Honours;
using Competitions.People;
using Competitions.Programmes;

namespace Competitions.Tests.Programmes;

/// <summary>Calls and applications for the tests of whatever kind. Opens on 1 March, closes on 1 April, recommended until 15 April; experts have no last day unless it is given.</summary>
internal static class Called
{
    public const string Officer = "officer", Leader = "leader", Unit = "unit", Town = "town";

    public static readonly DateTime Opens = new(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc), Closes = new(2026, 4, 1, 10, 0, 0, DateTimeKind.Utc), RecommendBy = new(2026, 4, 15, 10, 0, 0, DateTimeKind.Utc), ReviewBy = new(2026, 5, 6, 10, 0, 0, DateTimeKind.Utc);

    public static readonly DateTime In = new(2026, 3, 10, 2, 0, 0, DateTimeKind.Utc), After = new(2026, 4, 16, 2, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Kinds => [.. ProgrammeKinds.All];

    public static CallRules Rules => new()
    {
        PresetCode = "test", PresetVersion = 1, CodePrefix = "WX", Persons = new PersonsRule("完成人", 1, 3), UnitNoticeDays = 0,
        Statements = [new StatementRule("true", "1", "材料真实")],
        Numbers = new Dictionary<string, decimal> { ["years-back"] = 1, ["alike"] = 0.6m },
        Rubric = [new RubricItem("innovation", "创新性", 60, []), new RubricItem("use", "实用性", 40, [])], TieChain = "innovation", FewestExperts = 5,
        Line = new LineRule(2), Honour = new HonourRule(HonourKind.Prize, HonouredAs.Team, [new GradeRule("一等奖", 1), new GradeRule("二等奖")]),
    };

    public static Call Call(CallRules? rules = null, string kind = "five-small", int experts = 5, DateTime? reviewBy = null)
    {
        var call = new Call(kind, 2026, rules ?? Rules, new Caller(1, "临平区总工会", OrganisationLevel.District), new CallNotice("2026 年五小成果", "临总工〔2026〕12 号", "", "0571"), new CallWindow(Opens, Closes, RecommendBy, reviewBy), Officer);
        call.Publish(1, Officer, Opens.AddDays(-1));
        for (var n = 1; n <= experts; n++)
        {
            call.Seat(new Reviewer($"expert-{n}", $"专家{n}", 900 + n, null));
        }

        return call;
    }

    /// <param name="id">As the database would give it.</param>
    public static Application Draft(Call call, int id = 1, int unit = 10)
    {
        var made = new Application(call, ApplicationChannel.Unit, unit, "衡远机电有限公司工会", "合箱间隙在线检测改造", Unit, In);
        typeof(Application).GetProperty(nameof(Application.Id))!.SetValue(made, id);
        made.Write(call, made.Title, new Answers(), [new ApplicationPerson(1, 100 + id, "沈嘉禾", unit, "衡远机电有限公司工会", "班组长", true, call.Rules.Persons.WithShares ? 100 : 0)]);
        return made;
    }

    public static Application Submitted(Call call, int id = 1, int unit = 10)
    {
        var made = Draft(call, id, unit);
        made.Submit(call, [], [.. call.Rules.Statements.Select(s => s.Key)], new Recommender(5, "东湖街道总工会"), call.NumberOf(id), Unit, In);
        return made;
    }

    public static Application Recommended(Call call, int id = 1, int unit = 10)
    {
        var made = Submitted(call, id, unit);
        if (call.Rules.UnitNoticeDays > 0)
        {
            made.GiveUnitNotice(call, new UnitNotice("公告栏", new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17)), Unit, In);
        }

        made.PassUnit(call, new DateOnly(2026, 3, 18), Unit, In.AddDays(8));
        made.Recommend(call, Town, In.AddDays(9), "同意推荐");
        return made;
    }

    public static Application Accepted(Call call, int id = 1, int unit = 10)
    {
        var made = Recommended(call, id, unit);
        made.Accept(call, Officer, In.AddDays(10), "");
        return made;
    }

    public static ReviewSheet Sheet(Call call, Application of, string expert, decimal innovation, decimal use)
    {
        var sheet = new ReviewSheet(call, of, expert);
        sheet.Write(call, [new ReviewItem("innovation", innovation, ""), new ReviewItem("use", use, "")], After);
        sheet.Submit(call, After);
        return sheet;
    }

    public static string Refused(Action act) => Assert.Throws<Refusal>(act).Code;
}
