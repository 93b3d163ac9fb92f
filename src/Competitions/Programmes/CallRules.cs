using Competitions.Honours;

namespace Competitions.Programmes;

/// <param name="From">Points, with <paramref name="To"/> in it.</param>
/// <param name="Means">方法为本行业首创或有实质突破.</param>
public sealed record RubricBand(decimal From, decimal To, string Means);

/// <summary>A line of the rubric: what experts give points for.</summary>
/// <param name="Key">innovation.</param>
/// <param name="Most">Points.</param>
public sealed record RubricItem(string Key, string Name, decimal Most, IReadOnlyList<RubricBand> Bands);

/// <summary>Whom an application names.</summary>
/// <param name="Label">完成人, 领衔人与成员, 推荐人选.</param>
/// <param name="WithShares">Contributions in per cent, adding to 100.</param>
public sealed record PersonsRule(string Label = "完成人", int Fewest = 1, int Most = 6, bool WithShares = true);

/// <summary>A paper that is asked for.</summary>
/// <param name="IsRequired">Nothing is handed in without it.</param>
public sealed record PaperRule(string Title, bool IsRequired = true);

/// <summary>A statement that is accepted, with the version of its text.</summary>
public sealed record StatementRule(string Key, string Version, string Text);

/// <param name="Name">一等奖; 临平工匠.</param>
/// <param name="Places">Null for all that remain above the line.</param>
public sealed record GradeRule(string Name, int? Places = null);

public enum HonouredAs
{
    /// <summary>Every person of it.</summary>
    People,

    /// <summary>Its persons together.</summary>
    Team,

    /// <summary>The first of them: a leader, a candidate.</summary>
    First,

    /// <summary>The unit.</summary>
    Unit,

    /// <summary>A collective by the title of its application, with its people: a studio, a 班组.</summary>
    Collective,
}

/// <summary>What it comes to.</summary>
/// <param name="Series">Of the certificates' numbers.</param>
public sealed record HonourRule(HonourKind Kind, HonouredAs To, IReadOnlyList<GradeRule> Grades, string Series = "");

/// <summary>Where the line is drawn: by places or by score, one of them or both.</summary>
/// <param name="Tie">Equals across the line.</param>
public sealed record LineRule(int? Places = null, decimal? Score = null, BorderTie Tie = BorderTie.Narrow);

/// <summary>现场路演: the best of the first round show their work, in an order drawn by the computer.</summary>
/// <param name="Places">Who is shortlisted.</param>
/// <param name="Weight">Of its mean in the total, per cent.</param>
/// <param name="Minutes">For each.</param>
public sealed record PitchRule(int Places, decimal Weight, int Minutes);

/// <summary>征求意见、实地考察: somebody's word on an application that must be there before it is approved (craftsmen.md §9.1, by type of person).</summary>
/// <param name="Body">公安, 税务, 实地考察.</param>
/// <param name="Key">Of a question: asked for where it was answered with <paramref name="Value"/>; null for always.</param>
public sealed record OpinionRule(string Body, string? Key = null, string? Value = null);

/// <summary>A share of the list that is approved: 一线职工至少 60%, 企业负责人至多 10%.</summary>
/// <param name="Key">Of a question, <c>front-line</c> or <c>women</c>.</param>
/// <param name="Value">That the question was answered with; "" for the two others.</param>
/// <param name="Least">0.60 for 60 %; null for no bound.</param>
public sealed record CompositionRule(string Name, string Key, string Value = "", decimal? Least = null, decimal? Most = null);

/// <summary>
/// Every number and text that a call runs by, copied from a preset when it is made and kept with it (innovations.md §6, studios.md §7,
/// craftsmen.md §9): what was decided in 2026 is read in 2030 by the rules of 2026.
/// </summary>
public sealed record CallRules
{
    public required string PresetCode { get; init; }
    public required int PresetVersion { get; init; }

    /// <summary>Of the codes that experts see: WX-0132.</summary>
    public string CodePrefix { get; init; } = "SB";

    public PersonsRule Persons { get; init; } = new();
    public IReadOnlyList<PaperRule> Papers { get; init; } = [];
    public IReadOnlyList<StatementRule> Statements { get; init; } = [];

    /// <summary>What a place chooses from, by the key of the question: the five categories differ from place to place (§6.1).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Options { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Numbers of the kind's own checks: oldest 60, fewest-years 8.</summary>
    public IReadOnlyDictionary<string, decimal> Numbers { get; init; } = new Dictionary<string, decimal>();

    /// <summary>单位公示, working days; 0 for none.</summary>
    public int UnitNoticeDays { get; init; } = 5;

    /// <summary>Working days to correct what the formal check found.</summary>
    public int CorrectionDays { get; init; } = 5;

    public IReadOnlyList<RubricItem> Rubric { get; init; } = [];

    /// <summary>评审专家: so many score each application, those who recuse themselves not counted.</summary>
    public int FewestExperts { get; init; } = 5;

    /// <summary>From so many on one highest and one lowest total are dropped.</summary>
    public int TrimFrom { get; init; } = 5;

    public int Places { get; init; } = 2;

    /// <summary>首轮盲评: experts see neither unit nor name.</summary>
    public bool IsBlind { get; init; } = true;

    public PitchRule? Pitch { get; init; }

    /// <summary>Items of the rubric in their order, of equals.</summary>
    public string TieChain { get; init; } = "";

    public LineRule Line { get; init; } = new();

    /// <summary>公示, working days.</summary>
    public int NoticeDays { get; init; } = 5;

    /// <summary>办理期限: working days in which who runs or decides the call takes a step that has no date of its own. It is told, and holds nothing up.</summary>
    public int OfficeDays { get; init; } = 5;

    public HonourRule Honour { get; init; } = new(HonourKind.Prize, HonouredAs.Team, []);

    public IReadOnlyList<OpinionRule> Opinions { get; init; } = [];

    public IReadOnlyList<CompositionRule> Composition { get; init; } = [];

    public decimal FullScore => Rubric.Sum(i => i.Most);

    public decimal Number(string key) => Numbers.TryGetValue(key, out var number) ? number : throw new Refusal("programme.number-missing", key);

    /// <exception cref="Refusal">call.rubric-empty, .rubric-item, .experts, .persons, .grades, .line, .pitch</exception>
    public void Check()
    {
        Refusal.Unless(Rubric.Count > 0 && Rubric.Select(i => i.Key).Distinct().Count() == Rubric.Count, "call.rubric-empty");
        Refusal.Unless(Rubric.All(i => i.Most > 0 && i.Name.Trim().Length > 0 && i.Bands.All(b => b.From <= b.To && b.To <= i.Most)), "call.rubric-item");
        Refusal.Unless(FewestExperts >= 1 && TrimFrom >= 3, "call.experts");
        Refusal.Unless(Persons.Fewest >= 1 && Persons.Most >= Persons.Fewest, "call.persons");
        Refusal.Unless(Honour.Grades.Count > 0 && Honour.Grades.All(g => g.Name.Trim().Length > 0 && g.Places is null or > 0), "call.grades");
        Refusal.Unless(Line.Places is null or > 0 && (Line.Score is null || (Line.Score >= 0 && Line.Score <= FullScore)) && Line is not { Places: null, Score: null }, "call.line");
        Refusal.Unless(Pitch is null or { Places: > 0, Weight: > 0 and <= 100 }, "call.pitch");
        Refusal.Unless(UnitNoticeDays >= 0 && CorrectionDays >= 1 && NoticeDays >= 1 && OfficeDays >= 1, "call.days");
    }
}

/// <summary>A preset of a kind, in versions: copied into a call when it is made.</summary>
public sealed record ProgrammePreset(string Code, string Kind, string Name, int Version, CallRules Rules)
{
    public int Id { get; init; }
}
