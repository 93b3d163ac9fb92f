using Competitions.Programmes;

namespace Competitions.Web.Programmes.Applications;

/// <summary>What an application tells, as a page shows it.</summary>
/// <param name="Hide">Names that are not shown; empty where nothing is hidden.</param>
/// <param name="Blind">Questions that tell who are left out.</param>
public sealed record ApplicationContent(IReadOnlyList<FormSection> Sections, Answers Answers, IReadOnlyList<SumLine> Sums, IReadOnlyList<string> Hide, bool Blind)
{
    /// <summary>The questions that the calculation is made of: it stands below the last section that asks for one of them.</summary>
    public IReadOnlyCollection<string> SumsOf { get; } = [.. Sections.Where(s => s.Fields.Any(f => f.Kind is FieldKind.Table && f.Columns.Any(c => c.Name.Contains('元')))).TakeLast(1).SelectMany(s => s.Fields).Select(f => f.Key)];

    public static ApplicationContent Of(Call call, Application application, IReadOnlyList<string>? hide = null)
    {
        IReadOnlyList<SumLine> sums;
        try
        {
            sums = call.Form.Sums(application.Answers);
        }
        catch (Refusal)
        {
            sums = []; // a draft may hold what cannot be calculated yet
        }

        return new ApplicationContent(call.Sections, application.Answers, sums, hide ?? [], hide is not null);
    }
}
