namespace Competitions.Innovations;

/// <summary>
/// 推广应用: another unit uses a named result. Its own unit registers it, the adopting unit says that it is so, the federation confirms it;
/// nothing of it counts before.
/// </summary>
public sealed class Spreading
{
    public const int MostSite = 100;
    public const int MostEffect = 1000;
    public const int MostTrained = 100_000;

    private readonly List<SpreadingMoved> _history = [];

    private Spreading()
    {
    }

    /// <param name="benefit">Of a year in the adopting unit.</param>
    /// <param name="paper">应用和效益证明: not to be left out where there is a benefit, or where the adopter is none of ours.</param>
    /// <exception cref="Refusal">spreading.own-unit, .adopter-missing, and those of <see cref="Correct"/></exception>
    public Spreading(NamedInnovation of, Adopter adopter, Adoption adoption, Benefit benefit, InnovationFile? paper, string by, DateOnly today, DateTime at)
    {
        var name = adopter.Name.Trim();
        Refusal.Unless(name.Length is >= 2 and <= 100, "spreading.adopter-missing");
        Refusal.Unless(adopter.UnitId != of.UnitId && name != of.UnitName, "spreading.own-unit");
        (ApplicationId, Kind, Title, UnitId, UnitName) = of;
        (AdopterId, AdopterName) = (adopter.UnitId, name);
        AdopterKey = KeyOf(of.ApplicationId, adopter.UnitId, name);
        Write(adoption, benefit, paper, today);
        RegisteredBy = by;
        _history.Add(new SpreadingMoved(SpreadingMove.Register, SpreadingStage.Registered, SpreadingStage.Registered, by, at, ""));
        VouchIfOutside(by, at);
    }

    public int Id { get; private set; }
    public int ApplicationId { get; private set; }
    public string Kind { get; private set; } = "";
    public string Title { get; private set; } = "";
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public int? AdopterId { get; private set; }

    /// <summary>As it was called on the day.</summary>
    public string AdopterName { get; private set; } = "";

    /// <summary>Unique while it stands: a unit adopts a result once.</summary>
    public string? AdopterKey { get; private set; }
    public DateOnly From { get; private set; }
    public string Site { get; private set; } = "";
    public int Trained { get; private set; }
    public string Effect { get; private set; } = "";
    public IReadOnlyList<BenefitLine> BenefitLines { get; private set; } = [];

    /// <summary>元 a year; counts once it is confirmed.</summary>
    public decimal Net { get; private set; }
    public InnovationFile? Paper { get; private set; }
    public string RegisteredBy { get; private set; } = "";

    /// <summary>The day in China on which the federation confirmed it: the year in which it counts.</summary>
    public DateOnly? ConfirmedOn { get; private set; }
    public SpreadingStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<SpreadingMoved> History => _history;

    public bool IsOutside => AdopterId is null;

    public static string KeyOf(int application, int? adopter, string name) => $"{application}|{(adopter is { } id ? $"#{id}" : name.Trim().Replace(" ", "", StringComparison.Ordinal))}";

    /// <summary>Mended after it was sent back; it goes the same way again.</summary>
    /// <param name="paper">Null keeps the one that is there.</param>
    /// <exception cref="Refusal">spreading.since-ahead, .site-missing, .trained, .effect-long, .paper-missing, .outside-paper, .move-not-allowed</exception>
    public void Correct(Adoption adoption, Benefit benefit, InnovationFile? paper, string by, DateOnly today, DateTime at)
    {
        Move(SpreadingMove.Correct, by, at, "");
        Write(adoption, benefit, paper ?? Paper, today);
        RegisteredBy = by;
        VouchIfOutside(by, at);
    }

    /// <summary>采用单位确认.</summary>
    /// <exception cref="Refusal">spreading.second-person, .move-not-allowed</exception>
    public void ConfirmAdoption(string by, DateTime at)
    {
        Refusal.Unless(by != RegisteredBy, "spreading.second-person");
        Move(SpreadingMove.ConfirmAdoption, by, at, "");
    }

    /// <summary>区总确认, by one who did not speak for either unit.</summary>
    /// <exception cref="Refusal">spreading.second-person, .move-not-allowed</exception>
    public void Confirm(string by, DateOnly today, DateTime at)
    {
        Refusal.Unless(by != RegisteredBy && _history.LastOrDefault(h => h.Move is SpreadingMove.ConfirmAdoption)?.By != by, "spreading.second-person");
        Move(SpreadingMove.Confirm, by, at, "");
        ConfirmedOn = today;
    }

    /// <summary>退回, 撤回, 撤销.</summary>
    /// <exception cref="Refusal">spreading.reason-missing, .move-not-allowed</exception>
    public void Make(SpreadingMove move, string why, string by, DateTime at)
    {
        Refusal.Unless(SpreadingLifecycle.NeedsReason(move), "spreading.move-not-allowed");
        Refusal.Unless(why.Trim().Length is >= 2 and <= 500, "spreading.reason-missing");
        Move(move, by, at, why);
        if (Stage is SpreadingStage.Withdrawn)
        {
            (AdopterKey, ConfirmedOn) = (null, null);
        }
    }

    private void Write(Adoption adoption, Benefit benefit, InnovationFile? paper, DateOnly today)
    {
        Refusal.Unless(adoption.From <= today && adoption.From.Year >= 1950, "spreading.since-ahead");
        Refusal.Unless(adoption.Site.Trim().Length is > 0 and <= MostSite, "spreading.site-missing", MostSite);
        Refusal.Unless(adoption.Trained is >= 0 and <= MostTrained, "spreading.trained", MostTrained);
        Refusal.Unless(adoption.Effect.Trim().Length <= MostEffect, "spreading.effect-long", MostEffect);
        Refusal.Unless(paper is not null || AdopterId is not null, "spreading.outside-paper");
        Refusal.Unless(paper is not null || benefit.Lines.Count == 0, "spreading.paper-missing");
        (From, Site, Trained, Effect) = (adoption.From, adoption.Site.Trim(), adoption.Trained, adoption.Effect.Trim());
        (BenefitLines, Net, Paper) = (benefit.Lines, benefit.Net, paper is null ? null : paper with { });
    }

    private void VouchIfOutside(string by, DateTime at)
    {
        if (IsOutside)
        {
            Move(SpreadingMove.Vouch, by, at, "");
        }
    }

    private void Move(SpreadingMove move, string by, DateTime at, string why)
    {
        var next = SpreadingLifecycle.Next(Stage, move) ?? throw new Refusal("spreading.move-not-allowed");
        _history.Add(new SpreadingMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
