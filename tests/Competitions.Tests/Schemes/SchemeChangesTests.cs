using Competitions.Schemes;
using static Competitions.Tests.Schemes.MarkingSchemeTests;

namespace Competitions.Tests.Schemes;

public class SchemeChangesTests
{
    private static readonly Scheme Before = AspectKeys.Given(new Scheme("方案", [new StandardSection(1, "组织", new Points(3))],
    [
        new Criterion("A", "甲", [new SubCriterion("A1", "甲一", 1, [Measured(1, "a"), Measured(2, "b")]), new SubCriterion("A2", "甲二", null, [Measured(3, "c")])]),
        new Criterion("B", "乙", [new SubCriterion("B1", "乙一", null, [Measured(4, "d")])]),
    ], [new Calculation("合格", "PASS_FAIL", true, [])]), null, 0).Scheme;

    [Fact]
    public void Of_the_same_nothing_is_said() => Assert.Empty(Changes(Before));

    [Fact]
    public void A_mark_a_text_and_a_benchmark_are_told_at_their_place() => Assert.Equal(
        [new("aspect.most", "A1.M2", "2.00", "2.50"), new("aspect.text", "A1.M2", "b", "b2"), new("aspect.requirement", "A1.M2", "", "0–2"), new SchemeChange("aspect.calculation", "A1.M2", "", "合格")],
        Changes(Before.With(a => a.Key == "K2" ? a with { Most = new Points(2.5m), Description = "b2", Requirement = "0–2", Calculation = 1 } : a)));

    [Fact]
    public void Lettering_the_criteria_anew_is_said_once_and_not_of_each_aspect()
    {
        var turned = Before with { Criteria = [Before.Criteria[1] with { Code = "A", SubCriteria = [Before.Criteria[1].SubCriteria[0] with { Code = "A1" }] }, Before.Criteria[0] with { Code = "B", SubCriteria = [.. Before.Criteria[0].SubCriteria.Select((s, i) => s with { Code = $"B{i + 1}" })] }] };
        Assert.Equal(["criterion.code", "criterion.code", "sub.code", "sub.code", "sub.code"], Changes(turned).Select(c => c.Code));
        Assert.Contains(new SchemeChange("criterion.code", "A", "B", "A"), Changes(turned));
    }

    [Fact]
    public void What_was_added_taken_out_and_moved_is_told_apart()
    {
        var (a, b) = (Before.Criteria[0], Before.Criteria[1]);
        var after = AspectKeys.Given(Before with
        {
            Criteria =
            [
                a with { SubCriteria = [a.SubCriteria[0] with { Aspects = [a.SubCriteria[0].Aspects[1], a.SubCriteria[0].Aspects[0]] }] }, // A2 with c is gone, a and b turned round
                b with { SubCriteria = [b.SubCriteria[0] with { Aspects = [b.SubCriteria[0].Aspects[0], Measured(5, "e")] }] },
            ],
        }, Before, 4).Scheme;

        Assert.Equal([new("sub.removed", "A2", "甲二", ""), new("aspect.removed", "A2.M1", "c", "3.00"), new("aspect.added", "B1.M2", "5.00", "e"), new SchemeChange("sub.order", "A1", "", "")], Changes(after));
        var moved = Before with { Criteria = [a with { SubCriteria = [a.SubCriteria[0] with { Aspects = [a.SubCriteria[0].Aspects[0]] }, a.SubCriteria[1]] }, b with { SubCriteria = [b.SubCriteria[0] with { Aspects = [.. b.SubCriteria[0].Aspects, a.SubCriteria[0].Aspects[1]] }] }] };
        Assert.Equal([new SchemeChange("aspect.moved", "B1.M2", "A1.M2", "B1.M2")], Changes(moved));
    }

    [Fact]
    public void Names_days_modules_sections_and_calculations_are_told()
    {
        var a = Before.Criteria[0];
        var after = Before with
        {
            Title = "新方案", Sections = [new StandardSection(1, "组织", new Points(4))], Calculations = [new Calculation("完成", "NUMBER_COMPLETED", true, [])],
            Criteria = [a with { Name = "甲新", SubCriteria = [a.SubCriteria[0] with { Name = "新名", Day = 2 }, a.SubCriteria[1]] }, Before.Criteria[1]],
        };
        Assert.Equal(["title", "section", "criterion.name", "criterion.module", "sub.name", "sub.day", "calculation.removed", "calculation.added"],
            SchemeChanges.Between(Before, after, new Dictionary<string, string> { ["A"] = "practical" }, new Dictionary<string, string> { ["A"] = "defence" }).Select(c => c.Code));
    }

    private static IReadOnlyList<SchemeChange> Changes(Scheme after) => SchemeChanges.Between(Before, after, new Dictionary<string, string>(), new Dictionary<string, string>());
}
