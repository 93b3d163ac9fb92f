namespace Competitions.Contests;

/// <param name="Name">一等奖.</param>
/// <param name="Share">Of the group's competitors, 0.10 for 10 %; counts where <paramref name="Fixed"/> is null.</param>
/// <param name="Fixed">A fixed number of places.</param>
public sealed record PrizeRule(string Name, decimal Share, int? Fixed = null);

/// <summary>
/// Every number of the field that an event is run by, copied from a preset when the event is made and kept with it: a result
/// of 2026 recomputes in 2030 with the rules of 2026 (parameters-and-traps.md §11).
/// </summary>
public sealed record EventRules
{
    public required string PresetCode { get; init; }

    public required int PresetVersion { get; init; }

    /// <summary>P-Wmax: the largest share of theory, per cent; the others fill up to 100.</summary>
    public decimal MostTheoryWeight { get; init; } = 30;

    /// <summary>P-JMIN and P-TRIM: from so many judges on, one highest and one lowest mark are dropped.</summary>
    public int TrimFrom { get; init; } = 5;

    /// <summary>P-DEC.</summary>
    public int Places { get; init; } = 2;

    /// <summary>P-TIE: parts in order, <c>-</c> before a part where less is better; who is equal after the last shares the rank.</summary>
    public string TieChain { get; init; } = "practical -time theory";

    /// <summary>P-ENC, 0–3.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>
    /// 抽签密封: the layers of a module are drawn before a witness and sealed, and opened by two persons. Else the system gives every
    /// work a code when the event starts, and the organiser opens the codes.
    /// </summary>
    public bool SealedCodes { get; init; }

    /// <summary>须经复核: no codes are opened and nothing is published before each module that judges marked was re-checked.</summary>
    public bool RequiresRecheck { get; init; }

    /// <summary>P-RECH, per cent: all of the top, a sample of the rest, and the share of errors above which all is re-checked.</summary>
    public decimal RecheckTop { get; init; } = 30;

    public decimal RecheckSample { get; init; } = 15;

    public decimal RecheckErrorLimit { get; init; } = 5;

    /// <summary>Per cent of the full mark: a mark further than this from its panel's median is told to the chief judge; 0 for never.</summary>
    public decimal OutlierShare { get; init; } = 20;

    /// <summary>P-APP, minutes after the actual end.</summary>
    public int AppealMinutes { get; init; } = 120;

    /// <summary>P-APPR, minutes from filing until the arbitration group answers.</summary>
    public int AppealAnswerMinutes { get; init; } = 120;

    /// <summary>Minutes after the finding was delivered, until when it may go to the organising committee.</summary>
    public int SecondAppealMinutes { get; init; } = 120;

    /// <summary>P-PUB, working days.</summary>
    public int NoticeDays { get; init; } = 5;

    /// <summary>P-PRIZE.</summary>
    public IReadOnlyList<PrizeRule> Prizes { get; init; } = [];

    public CountRounding PrizeRounding { get; init; } = CountRounding.HalfUp;

    public BorderTie PrizeTie { get; init; } = BorderTie.Widen;

    /// <summary>none, 700 or 500.</summary>
    public string Scale { get; init; } = "none";

    public decimal MedalTolerance { get; init; } = 2;

    /// <summary>In multiple choice, the share of the points for a partial answer; a wrong one gives 0.</summary>
    public decimal PartialChoice { get; init; } = 0.5m;

    public AwardRules Awards { get; init; } = new();

    public EntryRules Entry { get; init; } = new();

    public DayRules Day { get; init; } = new();

    public JudgeRules Judges { get; init; } = new();
}

/// <summary>
/// Who may judge. That judges should be 考评员, 技师 or of mid-level title and above is W01's (actors.md §3.2; W31 asks the same and
/// contest experience), and training stands among the preparations (skills-contests.md §4.6): a recommendation, so no preset switches it on.
/// </summary>
public sealed record JudgeRules
{
    /// <summary>The least that is accepted; expired on the contest's day counts as none.</summary>
    public QualificationGrade LeastGrade { get; init; }

    /// <summary>He has signed a training before he is seated.</summary>
    public bool TrainingNeeded { get; init; }
}

/// <summary>Who may enter (skills-contests.md §4.2). A null or a zero switches the rule off.</summary>
public sealed record EntryRules
{
    /// <summary>P-AGE, full years on the day that registration closes.</summary>
    public int? FewestYears { get; init; } = 16;

    public int? MostYears { get; init; }

    /// <summary>Not past the legal age of retirement, by the table.</summary>
    public bool BeforeRetirement { get; init; } = true;

    /// <summary>P-SOC, months of unbroken local social insurance.</summary>
    public int InsuranceMonths { get; init; } = 6;

    /// <summary>P-EXCL: holders of 技术能手 and the like are barred.</summary>
    public bool TitleHoldersBarred { get; init; } = true;

    public bool OneEventOnly { get; init; } = true;

    /// <summary>Entries of one unit in one event; 0 for as many as it likes.</summary>
    public int MostPerUnit { get; init; } = 3;

    /// <summary>A signed statement of a clean record within so many years; 0 for none.</summary>
    public int CleanYears { get; init; } = 5;

    /// <summary>A step of 八级工 that is needed at least; null for none.</summary>
    public string? FewestLevel { get; init; }

    /// <summary>A worker may enter himself.</summary>
    public bool SelfEntry { get; init; }

    /// <summary>Town or industry union reviews between unit and organiser.</summary>
    public bool TownVets { get; init; } = true;
}

/// <summary>On the day.</summary>
public sealed record DayRules
{
    /// <summary>P-LATE, minutes after the start until which a late one is let in.</summary>
    public int LateMinutes { get; init; } = 20;

    /// <summary>Nobody hands in before so many minutes.</summary>
    public int NoHandInMinutes { get; init; } = 30;

    /// <summary>Sign-in opens so many minutes before the start.</summary>
    public int SignInMinutes { get; init; } = 60;
}

/// <summary>A preset as it lies in <c>seed/reference/presets</c>: rules, and the modules and groups an event begins with.</summary>
public sealed record RulePreset(
    string Code, int Version, string Name, int Capacity, int FewestEntries, EventRules Rules, IReadOnlyList<EventModule> Modules,
    IReadOnlyList<EventGroup> Groups, IReadOnlyList<EventRound> Rounds);
