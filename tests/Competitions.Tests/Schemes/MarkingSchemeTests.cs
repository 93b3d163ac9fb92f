using Competitions.Schemes;

namespace Competitions.Tests.Schemes;

public class MarkingSchemeTests
{
    private static readonly string[] Modules = ["practical", "defence"];

    [Fact]
    public void A_draft_is_written_in_place_and_of_a_locked_one_a_new_version_is_made_with_a_reason()
    {
        var first = MarkingScheme.First(7, Of(Tree(1m, 0.5m)), Modules, "a", Some.Noon);
        Assert.Same(first, first.Write(Of(Tree(2m, 0.5m)), Modules, "b", Some.Noon));
        Assert.Equal((1, 2.5m, "b", false), (first.Number, first.Content.Total.Value, first.By, first.IsLocked));

        first.Lock("a", Some.Noon);
        Assert.Equal("scheme.reason-missing", Assert.Throws<Refusal>(() => first.Write(Of(Tree(1m)), Modules, "b", Some.Noon, " ")).Code);
        Assert.Equal("scheme.reason-missing", Assert.Throws<Refusal>(() => first.Write(Of(Tree(1m)), Modules, "b", Some.Noon, new string('因', 201))).Code);
        var second = first.Write(Of(Tree(1m)), Modules, "b", Some.Noon, " 试件改动 ");

        Assert.Equal((2, 1m, "试件改动", true), (second.Number, second.Content.Total.Value, second.Why, second.IsLocked));
        Assert.Equal((1, 2.5m), (first.Number, first.Content.Total.Value)); // as it was
    }

    [Fact]
    public void Whoever_read_it_before_it_was_written_or_locked_is_told()
    {
        var scheme = MarkingScheme.First(7, Of(Tree(1m)), Modules, "a", Some.Noon);
        var seen = scheme.Version;
        scheme.Write(Of(Tree(1m)), Modules, "a", Some.Noon);
        Assert.True(scheme.Version > seen);
        seen = scheme.Version;
        scheme.Lock("a", Some.Noon);
        Assert.True(scheme.Version > seen);
        seen = scheme.Version;
        scheme.Lock("b", Some.Noon.AddHours(1)); // harmless twice
        Assert.Equal((seen, "a", Some.Noon), (scheme.Version, scheme.LockedBy, scheme.LockedAt));
        scheme.Write(Of(Tree(1m)), Modules, "b", Some.Noon, "原因");
        Assert.True(scheme.Version > seen);
    }

    [Fact]
    public void An_aspect_keeps_its_key_wherever_it_goes_and_no_key_is_given_twice()
    {
        var scheme = MarkingScheme.First(7, Of(Tree(1m, 2m, 3m)), Modules, "a", Some.Noon);
        Assert.Equal(["K1", "K2", "K3"], scheme.Content.Aspects.Select(a => a.Key));

        var aspects = scheme.Content.Aspects.ToList();
        scheme.Write(Of(Tree([aspects[2], aspects[0] with { Description = "改写了" }])), Modules, "a", Some.Noon); // turned round, one reworded, one taken out
        Assert.Equal(["K3", "K1"], scheme.Content.Aspects.Select(a => a.Key));

        scheme.Write(Of(Tree([.. scheme.Content.Aspects, Measured(1, "新的")])), Modules, "a", Some.Noon);
        Assert.Equal(["K3", "K1", "K4"], scheme.Content.Aspects.Select(a => a.Key)); // K2 had belonged to another

        scheme.Write(Of(Tree([.. scheme.Content.Aspects.Select(a => a with { Kind = AspectKind.Judgement })])), Modules, "a", Some.Noon);
        Assert.Equal(["K5", "K6", "K7"], scheme.Content.Aspects.Select(a => a.Key)); // what was measured cannot be read as judged
    }

    [Fact]
    public void A_workbook_without_keys_finds_the_aspects_it_knows()
    {
        var scheme = MarkingScheme.First(7, Of(Tree(1m, 2m, 3m)), Modules, "a", Some.Noon);
        var bare = scheme.Content.With(a => a with { Key = "" });
        scheme.Write(Of(bare with { Criteria = [bare.Criteria[0] with { SubCriteria = [bare.Criteria[0].SubCriteria[0] with { Name = "改名" }] }] }), Modules, "a", Some.Noon);
        Assert.Equal(["K1", "K2", "K3"], scheme.Content.Aspects.Select(a => a.Key));
    }

    [Theory]
    [InlineData("theory")]
    [InlineData("")]
    public void A_criterion_is_marked_only_in_a_module_that_is_marked_by_aspects(string module) =>
        Assert.Equal("scheme.module", Assert.Throws<Refusal>(() => MarkingScheme.First(7, new WrittenScheme(Tree(1m), new Dictionary<string, string> { ["A"] = module }, []), Modules, "a", Some.Noon)).Code);

    [Fact]
    public void What_no_event_could_be_marked_by_is_refused()
    {
        var good = Tree(1m);
        Assert.Equal("scheme.title", Code(good with { Title = " " }));
        Assert.Equal("scheme.no-aspects", Code(good with { Criteria = [] }));
        Assert.Equal("scheme.no-aspects", Code(good with { Criteria = [.. good.Criteria, new Criterion("B", "", [])] }));
        Assert.Equal("scheme.codes", Code(good with { Criteria = [.. good.Criteria, good.Criteria[0]] }));
        Assert.Equal("scheme.codes", Code(good with { Criteria = [good.Criteria[0] with { Code = "甲" }] }));
        Assert.Equal("scheme.no-such-calculation", Code(good.With(a => a with { Calculation = 2 }) with { Calculations = [new Calculation("合格", "PASS_FAIL", true, [])] }));
        Assert.Equal("scheme.too-large", Code(Tree([.. Enumerable.Range(0, 2001).Select(_ => Measured(0.01m, "点"))])));
        SchemeShape.Check(good.With(a => a with { Calculation = 5 })); // an older form that came without its calculations: the mark is given directly
        Assert.Null(good.CalculationOf(good.Aspects.First() with { Calculation = 5 }));

        static string Code(Scheme scheme) => Assert.Throws<Refusal>(() => SchemeShape.Check(scheme)).Code;
    }

    [Fact]
    public void An_upload_is_taken_only_when_every_warning_was_accepted()
    {
        SchemeUpload Upload(int warnings, int errors) => new(Guid.NewGuid(), 7, "a", "f.xlsx", new SchemeReading(Tree(1m) with { Title = "" }, Findings(warnings), Findings(errors)), Some.Noon);
        Assert.Equal("scheme-upload.errors", Assert.Throws<Refusal>(() => Upload(0, 1).Adopt("焊工", Nothing)).Code);
        var upload = Upload(2, 0);
        Assert.Equal("scheme-upload.warnings-open", Assert.Throws<Refusal>(() => upload.Adopt("焊工", Nothing)).Code);
        upload.Judge(null, true);
        upload.Judge(1, false);
        Assert.Equal("scheme-upload.warnings-refused", Assert.Throws<Refusal>(() => upload.Adopt("焊工", Nothing)).Code);
        Assert.Equal("scheme-upload.no-such-warning", Assert.Throws<Refusal>(() => upload.Judge(2, true)).Code);
        upload.Judge(1, true);
        var written = upload.Adopt("焊工", Nothing);
        Assert.Equal(("焊工", 2), (written.Content.Title, written.Accepted.Count));

        static List<SchemeFinding> Findings(int count) => [.. Enumerable.Range(1, count).Select(n => new SchemeFinding("mark-above-2", "S", n, "K", ""))];
    }

    private static readonly Dictionary<string, string> Nothing = [];

    internal static WrittenScheme Of(Scheme scheme) => new(scheme, Nothing, []);

    internal static Aspect Measured(decimal most, string text) => new(AspectKind.Measurement, text, null, null, null, null, new Points(most), []);

    internal static Scheme Tree(params decimal[] marks) => Tree([.. marks.Select((m, i) => Measured(m, $"评分点{i}"))]);

    internal static Scheme Tree(Aspect[] aspects) => new("方案", [], [new Criterion("A", "甲", [new SubCriterion("A1", "甲一", null, aspects)])], []);
}
