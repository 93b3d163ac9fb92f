using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Contests;

namespace Competitions.Web.Contests.Events;

public sealed class TitleLine
{
    [StringLength(50)]
    public string? Name { get; set; }

    /// <summary>As <c>10=1 30=2 3</c>: to ten in the field one, to thirty two, else three.</summary>
    [StringLength(100)]
    public string? Bands { get; set; }

    public bool PassedOnly { get; set; }

    public bool PassesOn { get; set; }
}

public sealed class LevelLine
{
    /// <summary>Code of 八级工, <c>standard</c> for the event's own; empty for no line.</summary>
    public string? Level { get; set; }

    /// <summary>Per cent.</summary>
    [Display(Name = "晋升比例"), Range(0.0, 100.0)]
    public decimal? Share { get; set; }

    [Display(Name = "晋升名额"), Range(1, 10_000)]
    public int? Top { get; set; }

    public bool PassedOnly { get; set; }

    public bool OrOneUp { get; set; }
}

/// <summary>Titles, levels, medals and teams of an event, as they are typed.</summary>
public sealed class AwardsForm
{
    public const string Standard = "standard";

    private static readonly char[] Between = [' ', ',', '，', '、', ';', '；'];

    [Display(Name = "各模块都合格才授奖")]
    public bool PrizesNeedPass { get; set; }

    public List<TitleLine> Titles { get; set; } = [];

    public List<LevelLine> Levels { get; set; } = [];

    [Display(Name = "按标准分（或总成绩）发奖牌")]
    public bool Medals { get; set; }

    [Display(Name = "小赛项少发：5 人金银，4 人金，3 人及以下不发")]
    public bool SmallFields { get; set; }

    [Display(Name = "团体名次")]
    public TeamWay TeamWay { get; set; }

    [Display(Name = "取最好几人（0 为全部）"), Range(0, 50)]
    public int TeamMembers { get; set; } = 3;

    [Display(Name = "积分"), StringLength(200)]
    public string? TeamPoints { get; set; }

    /// <exception cref="Refusal">event.title-bands, .team-points</exception>
    public AwardRules Over() => new()
    {
        PrizesNeedPass = PrizesNeedPass, Medals = Medals, SmallFields = SmallFields,
        Titles = [.. Titles.Where(t => !string.IsNullOrWhiteSpace(t.Name)).Select(t => new TitleRule(t.Name!.Trim(), [.. BandsOf(t)], t.PassedOnly, t.PassesOn))],
        Levels = [.. Levels.Where(l => !string.IsNullOrWhiteSpace(l.Level)).Select(l => new LevelRule(l.Level == Standard ? "" : l.Level!, l.Share / 100, l.Top, l.PassedOnly, l.OrOneUp))],
        Teams = new TeamRule(TeamWay, TeamMembers, TeamWay is TeamWay.PlacePoints ? Points() : null, TeamWay is TeamWay.PrizePoints ? Points() : null),
    };

    public static AwardsForm Of(AwardRules r) => new()
    {
        PrizesNeedPass = r.PrizesNeedPass, Medals = r.Medals, SmallFields = r.SmallFields, TeamWay = r.Teams.Way, TeamMembers = r.Teams.Members,
        Titles = [.. r.Titles.Select(t => new TitleLine { Name = t.Name, Bands = string.Join(' ', t.Bands.Select(b => b.UpTo is { } to ? $"{to}={b.Places}" : $"{b.Places}")), PassedOnly = t.PassedOnly, PassesOn = t.PassesOn })],
        Levels = [.. r.Levels.Select(l => new LevelLine { Level = l.Level.Length == 0 ? Standard : l.Level, Share = l.Share * 100, Top = l.Top, PassedOnly = l.PassedOnly, OrOneUp = l.OrOneUp })],
        TeamPoints = string.Join(' ', (r.Teams.Way is TeamWay.PrizePoints ? r.Teams.Prizes : r.Teams.Way is TeamWay.PlacePoints ? r.Teams.Places : null)?.Select(p => p.ToString("0.####", CultureInfo.InvariantCulture)) ?? []),
    };

    private static IEnumerable<TitleBand> BandsOf(TitleLine line) => (line.Bands ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(band => band.Split('=') switch
    {
        [var places] when Whole(places) is { } n => new TitleBand(null, n),
        [var to, var places] when Whole(to) is { } upTo && Whole(places) is { } n => new TitleBand(upTo, n),
        _ => throw new Refusal("event.title-bands", line.Name!),
    });

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Null for the usual ones.</summary>
    private decimal[]? Points() => (TeamPoints ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } typed
        ? [.. typed.Select(t => decimal.TryParse(t, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var p) ? p : throw new Refusal("event.team-points"))]
        : null;
}
