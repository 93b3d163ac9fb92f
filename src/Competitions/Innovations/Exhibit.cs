using System.Text.RegularExpressions;
using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>What the public reads of a result; written for it, not what was declared.</summary>
/// <param name="Summary">10 to 300 characters.</param>
/// <param name="Problem">10 to 2,000.</param>
/// <param name="Solution">10 to 2,000.</param>
public sealed record ExhibitText(string Summary, string Problem, string Solution)
{
    /// <summary>What it begins with: what was declared; of a method its steps, one a line. The summary is written for the public.</summary>
    public static ExhibitText Of(Answers declared)
    {
        var problem = declared.Text(FiveSmallForm.Problem) is { Length: > 0 } told ? told : declared.Text("background") is { Length: > 0 } background ? background : declared.Text(KeyProjectForm.Cut);
        var solution = declared.Text(FiveSmallForm.Measures) is { Length: > 0 } measures ? measures
            : string.Join('\n', declared.Rows(OperationMethodForm.Steps).Select((r, i) => $"{i + 1}. {string.Join("：", r.Take(2).Where(c => c.Length > 0))}"));
        return new ExhibitText("", problem.Length <= Exhibit.MostText ? problem : problem[..Exhibit.MostText], solution.Length <= Exhibit.MostText ? solution : solution[..Exhibit.MostText]);
    }
}

/// <summary>
/// 展示: a named result on the public gallery. Its unit agrees to it and may take that back; the federation may hide it. Whether its honour
/// still stands, the gallery asks each time.
/// </summary>
public sealed partial class Exhibit
{
    public const int MostSummary = 300;
    public const int MostText = 2000;

    private Exhibit()
    {
    }

    /// <param name="category">小革新; empty where its kind has none.</param>
    /// <param name="field">所属领域, as it was declared.</param>
    /// <param name="year">Of its call.</param>
    public Exhibit(NamedInnovation of, string category, string field, int year)
    {
        (ApplicationId, Kind, Title, UnitId, UnitName) = of;
        (Category, Field, Year) = (category, field, year);
    }

    public int Id { get; private set; }
    public int ApplicationId { get; private set; }
    public string Kind { get; private set; } = "";
    public string Title { get; private set; } = "";
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public string Category { get; private set; } = "";
    public string Field { get; private set; } = "";
    public int Year { get; private set; }
    public string Summary { get; private set; } = "";
    public string Problem { get; private set; } = "";
    public string Solution { get; private set; } = "";

    /// <summary>应用前, 应用后: pictures, without what the camera wrote beside them.</summary>
    public InnovationFile? Before { get; private set; }
    public InnovationFile? After { get; private set; }

    /// <summary>The day on which its unit agreed to publish; null as long as it does not.</summary>
    public DateOnly? AgreedOn { get; private set; }

    /// <summary>Why the federation does not show it; empty where it does.</summary>
    public string HiddenWhy { get; private set; } = "";
    public int Version { get; private set; }

    public bool IsShown => AgreedOn is not null && HiddenWhy.Length == 0;

    /// <param name="before">Null keeps the one that is there.</param>
    /// <exception cref="Refusal">exhibit.summary-missing, .problem-missing, .solution-missing, .personal-number, .not-picture</exception>
    public void Write(ExhibitText text, InnovationFile? before, InnovationFile? after)
    {
        var (summary, problem, solution) = (text.Summary.Trim(), text.Problem.Trim(), text.Solution.Trim());
        Refusal.Unless(summary.Length is >= 10 and <= MostSummary, "exhibit.summary-missing", MostSummary);
        Refusal.Unless(problem.Length is >= 10 and <= MostText, "exhibit.problem-missing", MostText);
        Refusal.Unless(solution.Length is >= 10 and <= MostText, "exhibit.solution-missing", MostText);
        Refusal.Unless(!TellsANumber(summary) && !TellsANumber(problem) && !TellsANumber(solution), "exhibit.personal-number");
        Refusal.Unless(IsPicture(before) && IsPicture(after), "exhibit.not-picture");
        (Summary, Problem, Solution, Version) = (summary, problem, solution, Version + 1);
        Before = before is null ? Before : before with { };
        After = after is null ? After : after with { };
    }

    public void RemovePictures()
    {
        (Before, After) = (null, null);
        Version++;
    }

    /// <summary>By its unit alone; asked again each time that it is written.</summary>
    public void Agree(bool agrees, DateOnly today)
    {
        AgreedOn = agrees ? AgreedOn ?? today : null;
        Version++;
    }

    /// <summary>By the federation.</summary>
    /// <param name="why">Empty shows it again.</param>
    /// <exception cref="Refusal">exhibit.reason-long</exception>
    public void Hide(string why)
    {
        Refusal.Unless(why.Trim().Length <= 200, "exhibit.reason-long");
        (HiddenWhy, Version) = (why.Trim(), Version + 1);
    }

    /// <summary>A mobile phone's or an ID card's number, however it is spaced.</summary>
    public static bool TellsANumber(string text) => PersonalNumber().IsMatch(Spacing().Replace(text, ""));

    private static bool IsPicture(InnovationFile? file) => file is null || file.ContentType.StartsWith("image/", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"(?<=\d)[ \-　](?=\d)")]
    private static partial Regex Spacing();
}
