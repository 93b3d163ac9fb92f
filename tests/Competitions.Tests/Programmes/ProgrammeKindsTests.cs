using Competitions.Programmes;

namespace Competitions.Tests.Programmes;

/// <summary>Every kind: a form and its checks under one code, questions asked once, sentences for what it finds.</summary>
public class ProgrammeKindsTests
{
    [Theory, MemberData(nameof(Called.Kinds), MemberType = typeof(Called))]
    public void A_kind_has_a_form_and_checks_and_asks_each_question_once(string kind)
    {
        var form = ProgrammeKinds.FormOf(kind);
        var fields = form.Sections.SelectMany(s => s.Fields).ToList();

        Assert.Equal(kind, ProgrammeKinds.ChecksOf(kind).Kind);
        Assert.Equal(fields.Count, fields.Select(f => f.Key).Distinct().Count());
        Assert.All(fields, f => Assert.Matches("^[a-z0-9-]+$", f.Key));
        Assert.All(fields.Where(f => f.Kind is FieldKind.Choice or FieldKind.Choices), f => Assert.NotEmpty(f.Options));
        Assert.All(fields.Where(f => f.Kind is FieldKind.Table), f => Assert.NotEmpty(f.Columns));
    }

    [Theory, MemberData(nameof(Called.Kinds), MemberType = typeof(Called))]
    public void Its_findings_are_called_by_its_own_name(string kind) =>
        Assert.All(ProgrammeKinds.ChecksOf(kind).Sentences, s => Assert.StartsWith($"{kind}.", s.Key, StringComparison.Ordinal));

    [Fact]
    public void An_unknown_kind_is_refused() => Assert.Equal("programme.unknown-kind", Called.Refused(() => ProgrammeKinds.FormOf("nothing")));
}
