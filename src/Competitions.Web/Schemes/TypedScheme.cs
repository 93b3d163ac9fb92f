using System.Globalization;
using Competitions.Schemes;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Competitions.Web.Schemes;

/// <summary>
/// Makes a scheme of what was typed. What cannot be read is said at its field; what was not touched stays as it was, to the last
/// blank: a browser changes the line breaks of a text that only passes through it.
/// </summary>
internal sealed class TypedScheme(SchemeForm form, MarkingScheme? before, ModelStateDictionary wrong)
{
    private readonly Dictionary<string, Aspect> _known = before?.Content.Aspects.DistinctBy(a => a.Key).ToDictionary(a => a.Key) ?? [];
    private readonly Dictionary<string, int> _rows = form.Calculations.Select((c, i) => (c.Id, Row: i + 1)).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Row);

    /// <summary>Only of use while nothing is wrong.</summary>
    public WrittenScheme Read()
    {
        var criteria = SchemeForm.Blocks(form.Lines, l => l.Kind is SchemeLine.Criterion).Select(Criterion).ToList();
        var calculations = form.Calculations.Select(Calculation).ToList();
        var scheme = new Scheme(Kept(form.Title, before?.Content.Title) ?? "", [.. form.Sections.Select(Section)], [.. criteria.Select(c => c.Criterion)], calculations);
        var modules = criteria.Where(c => c.Module is not null).DistinctBy(c => c.Criterion.Code).ToDictionary(c => c.Criterion.Code, c => c.Module!);
        return new WrittenScheme(scheme, modules, before?.Accepted ?? []);
    }

    private (Criterion Criterion, string? Module) Criterion(List<SchemeLine> lines, int index)
    {
        var head = lines[0].Kind is SchemeLine.Criterion ? lines[0] : new SchemeLine();
        var code = Or(head.Code, $"{(char)('A' + index)}");
        var was = before?.Content.Criteria.FirstOrDefault(c => c.Code == head.Was);
        var subs = SchemeForm.Blocks([.. lines.Where(l => l.Kind is not SchemeLine.Criterion)], l => l.Kind is SchemeLine.Sub).Select((s, i) => Sub(s, was, $"{code}{i + 1}"));
        return (new Criterion(code, Kept(head.Name, was?.Name) ?? "", [.. subs]), string.IsNullOrEmpty(head.Module) ? null : head.Module);
    }

    private SubCriterion Sub(List<SchemeLine> lines, Criterion? of, string code)
    {
        var head = lines[0].Kind is SchemeLine.Sub ? lines[0] : new SchemeLine();
        var was = (before?.Content.Criteria ?? []).SelectMany(c => c.SubCriteria).FirstOrDefault(s => s.Code == head.Was) ?? of?.SubCriteria.FirstOrDefault(s => s.Code == head.Was);
        return new SubCriterion(Or(head.Code, code), Kept(head.Name, was?.Name) ?? "", Whole(head.Day, $"Lines[{head.Id}].Day", "scheme-form.day", 1, 99), [.. lines.Where(l => l.IsAspect).Select(Aspect)]);
    }

    private Aspect Aspect(SchemeLine line)
    {
        var was = _known.GetValueOrDefault(line.Key ?? "");
        var kind = line.Kind is SchemeLine.Judgement ? AspectKind.Judgement : AspectKind.Measurement;
        var description = Kept(line.Description, was?.Description) ?? "";
        Unless(description.Length > 0 || was is { Description.Length: 0 }, line, nameof(line.Description), "scheme-form.description");
        return new Aspect(kind, description, Kept(line.Extra, was?.Extra), Kept(line.Requirement, was?.Requirement), Whole(line.Section, $"Lines[{line.Id}].Section", "scheme-form.section", 0, 1000), Row(line, was), Most(line), Ladder(line, was, kind))
        {
            Key = was?.Key ?? "",
        };
    }

    private Points Most(SchemeLine line)
    {
        var most = Number(line.Most);
        Unless(most is >= 0 and <= 10_000 && most == decimal.Round(most.Value, 4), line, nameof(line.Most), "scheme-form.most");
        return new Points(Math.Round(Math.Clamp(most ?? 0, 0, 10_000), 4));
    }

    private int? Row(SchemeLine line, Aspect? was)
    {
        if (string.IsNullOrEmpty(line.Calculation))
        {
            return null;
        }

        if (line.Calculation.StartsWith('='))
        {
            return was?.Calculation; // a row that the workbook came without
        }

        Unless(_rows.ContainsKey(line.Calculation), line, nameof(line.Calculation), "scheme-form.calculation");
        return _rows.TryGetValue(line.Calculation, out var row) ? row : null;
    }

    /// <summary>An untouched ladder stays, however it came; of a new one the levels that were written.</summary>
    private static IReadOnlyList<Benchmark> Ladder(SchemeLine line, Aspect? was, AspectKind kind)
    {
        var typed = Enumerable.Range(0, 4).Select(n => Plain(line.Benchmarks.ElementAtOrDefault(n))).ToList();
        var untouched = was is not null && was.Kind == kind && (kind is AspectKind.Measurement || Enumerable.Range(0, 4).All(n => typed[n] == Plain(was.Benchmarks.FirstOrDefault(b => b.Score == n)?.Text)));
        return untouched ? was!.Benchmarks : kind is AspectKind.Measurement ? [] : [.. Enumerable.Range(0, 4).Where(n => typed[n].Length > 0).Select(n => new Benchmark(n, typed[n]))];
    }

    private StandardSection Section(SectionLine line)
    {
        var (number, declared) = (Number(line.Number), Number(line.Declared));
        Unless(number is >= 0 and <= 1000 && number == decimal.Truncate(number.Value), $"Sections[{line.Id}].Number", "scheme-form.section");
        Unless(declared is >= 0 and <= 10_000 && declared == decimal.Round(declared.Value, 4), $"Sections[{line.Id}].Declared", "scheme-form.most");
        return new StandardSection((int)Math.Clamp(number ?? 0, 0, 1000), Plain(line.Name), new Points(Math.Round(Math.Clamp(declared ?? 0, 0, 10_000), 4)));
    }

    private Calculation Calculation(CalculationLine line)
    {
        var was = int.TryParse(line.Was, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? before?.Content.Calculations.ElementAtOrDefault(row - 1) : null;
        var untouched = was is not null && CalculationLine.Of(was, row).Says().SequenceEqual(line.Says());
        var parameters = untouched ? was!.Parameters : [.. new TypedCalculation(line, (field, code) => Unless(false, $"Calculations[{line.Id}].{field}", code)).Read()];
        return new Calculation(Kept(line.Name, was?.Name) ?? "", untouched ? was!.Type : line.Type ?? "", line.Reusable is "true", parameters);
    }

    private int? Whole(string? text, string key, string code, int least, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var fits = int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
        Unless(fits, key, code);
        return fits ? number : null;
    }

    private void Unless(bool right, SchemeLine line, string field, string code) => Unless(right, $"Lines[{line.Id}].{field}", code);

    private void Unless(bool right, string key, string code)
    {
        if (!right)
        {
            wrong.AddModelError(key, Sentences.For(code));
        }
    }

    internal static decimal? Number(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000 ? number : null;

    /// <summary>The text as it was where nothing but its blanks differs, else as it was typed; null for nothing.</summary>
    private static string? Kept(string? typed, string? was) =>
        was is not null && Words(typed).SequenceEqual(Words(was)) ? was : Plain(typed) is { Length: > 0 } text ? text : null;

    private static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static string Or(string? code, string otherwise) => string.IsNullOrWhiteSpace(code) ? otherwise : code.Trim().ToUpperInvariant();
}
