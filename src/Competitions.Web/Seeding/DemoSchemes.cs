using Competitions.Contests;
using Competitions.Data;
using Competitions.Schemes;

namespace Competitions.Web.Seeding;

internal sealed record AspectPlan(decimal Most, string Text, string? Calculation, string? Requirement, string? Extra, int? Section, IReadOnlyList<string>? Ladder);

internal sealed record SubPlan(string Name, int? Day, IReadOnlyList<AspectPlan> Aspects);

internal sealed record CriterionPlan(string Name, IReadOnlyList<SubPlan> Subs);

internal sealed record CalculationPlan(string Name, string Type, string? Parameters);

/// <summary>A scheme of <c>seed/demo/schemes.json</c>: codes are given by place, calculations are named by their name.</summary>
internal sealed record SchemePlan(string Code, string Title, IReadOnlyList<SectionPlan> Sections, IReadOnlyList<CalculationPlan> Calculations, IReadOnlyList<CriterionPlan> Criteria)
{
    public Scheme Scheme => new(
        Title, [.. Sections.Select(s => new StandardSection(s.Number, s.Name, new Points(s.Declared)))], [.. Criteria.Select((c, i) => Criterion(c, (char)('A' + i)))],
        [.. Calculations.Select(c => new Calculation(c.Name, c.Type, true, Calculation.Read(c.Parameters)))]);

    private Criterion Criterion(CriterionPlan plan, char letter) =>
        new($"{letter}", plan.Name, [.. plan.Subs.Select((s, i) => new SubCriterion($"{letter}{i + 1}", s.Name, s.Day, [.. s.Aspects.Select(Aspect)]))]);

    private Aspect Aspect(AspectPlan plan) => new(
        plan.Ladder is null ? AspectKind.Measurement : AspectKind.Judgement, plan.Text, plan.Extra, plan.Requirement, plan.Section,
        plan.Calculation is null ? null : Calculations.Select(c => c.Name).ToList().IndexOf(plan.Calculation) + 1, new Points(plan.Most),
        [.. (plan.Ladder ?? []).Select((text, score) => new Benchmark(score, text))]);
}

internal sealed record SectionPlan(int Number, string Name, decimal Declared);

/// <summary>The invented schemes by which the demo's events are marked, each written, locked and changed as people do it.</summary>
internal sealed class DemoSchemes(CompetitionsDb db)
{
    private readonly Dictionary<string, Scheme> _schemes = SeedFiles.Json<IReadOnlyList<SchemePlan>>("demo/schemes.json").ToDictionary(s => s.Code, s => s.Scheme);
    private readonly Dictionary<int, MarkingScheme> _written = [];

    /// <summary>All of it belongs to the event's first module that is marked by aspects.</summary>
    public async Task Write(Event of, string code, string by, DateTime at)
    {
        var content = _schemes[code];
        var scheme = MarkingScheme.First(of.Id, new WrittenScheme(content, content.Criteria.ToDictionary(c => c.Code, _ => of.AspectModules[0]), []), of.AspectModules, by, at);
        db.Add(_written[of.Id] = scheme);
        await db.SaveChangesAsync();
    }

    /// <summary>While marking goes on the judges agree on a clearer word and move half a mark: a second version.</summary>
    public async Task Change(Event of, string by, DateTime at)
    {
        var scheme = _written[of.Id];
        var (first, last) = (scheme.Content.Criteria[^1].SubCriteria[^1].Aspects[^1], scheme.Content.Criteria[0].SubCriteria[0].Aspects[0]);
        var changed = scheme.Content.With(a => a.Key == first.Key ? a with { Most = new Points(a.Most.Value - 0.5m) }
            : a.Key == last.Key ? a with { Most = new Points(a.Most.Value + 0.5m), Requirement = "由现场裁判逐项检查，选手签字确认" } : a);
        db.Update(scheme);
        db.Add(_written[of.Id] = scheme.Write(new WrittenScheme(changed, scheme.Modules, scheme.Accepted), of.AspectModules, by, at, "赛前裁判会议：加重安全检查，操作工时相应减 0.5 分。"));
        await db.SaveChangesAsync();
    }
}
