using Competitions.Craftsmen;
using Competitions.People;

namespace Competitions.Tests.Craftsmen;

/// <summary>A small ladder, and people on it.</summary>
internal static class Ladder
{
    public static readonly DateOnly Today = new(2026, 11, 10);
    public static readonly DateTime Now = new(2026, 11, 10, 2, 0, 0, DateTimeKind.Utc);
    public static readonly CraftsmanPerson Shen = new(7, "沈嘉禾", 3, "衡远机电");

    private static readonly LadderDuty[] Duties = [new("apprentices", "带徒", "人", 1), new("trainings", "授课", "次", 2)];

    public static LadderRules Rules { get; } = new LadderRules(
        "test", 1, "测试",
        [
            new("worker", "产业工人", null, 0, null, [], [], [], []),
            new("lead", "技能带头人", 3, 3000, null, [new(LadderTestKind.Member)],
                [
                    new("区赛前三", [new(LadderTestKind.ContestPlace, OrganisationLevel.District, 3)]), new("高级工并在工作室", [new(LadderTestKind.SkillLevel, Number: 4), new(LadderTestKind.StudioPeople)]),
                    new("高级工并带徒", [new(LadderTestKind.SkillLevel, Number: 4), new(LadderTestKind.ActiveMaster)]), new("五小", [new(LadderTestKind.NamedWork) { Codes = ["five-small"] }]),
                ], Duties, []),
            new("craftsman", "工匠", null, 10000, "craftsman", [new(LadderTestKind.Age, Number: 60), new(LadderTestKind.YearsInTrade, Number: 8)],
                [new("省赛前八", [new(LadderTestKind.ContestPlace, OrganisationLevel.Province, 8)], WaivesYears: true), new("在任带头人", [new(LadderTestKind.HoldsLevel) { Codes = ["lead"] }])], Duties, []),
        ],
        [new("model-worker", "劳动模范", null, 0, "model-worker", [], [], [], [])],
        new YearDay(9, 26), new YearDay(11, 1), new YearDay(1, 15), 2, 5, ["弄虚作假", "违法犯罪"]).Checked();

    public static LadderFacts Worker => new(7, "沈嘉禾", new DateOnly(1980, 5, 1), true, null, "", 2010, [], [], [], [], null);

    public static LadderProof Proof => new("证明", "/honours/1");

    /// <summary>Recommended for his place in the district's contest.</summary>
    public static Craftsman Recommended(string by = "unit") =>
        Craftsman.Recommend(Shen, Rules, LadderCheck.Of(Rules.LevelOf("lead"), Worker with { Places = [new(OrganisationLevel.District, 1, Proof)] }, Today), "同意推荐", by);

    /// <summary>A craftsman, named on that day.</summary>
    public static Craftsman Named(DateOnly? on = null) =>
        Craftsman.Name(Shen, Rules, Rules.LevelOf("craftsman"), new NamedHonour(1, 1, "临平工匠", "临总工〔2025〕20 号", on ?? new DateOnly(2025, 9, 20)), "officer");

    public static string Code(Func<object> act) => Assert.Throws<Refusal>(act).Code;

    public static string Code(Action act) => Assert.Throws<Refusal>(act).Code;
}
