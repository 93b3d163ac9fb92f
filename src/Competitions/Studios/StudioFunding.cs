namespace Competitions.Studios;

/// <summary>经费 in or out, each line with its voucher and the paper that shows it (studios.md §7.4).</summary>
public sealed class StudioFunding
{
    public static readonly IReadOnlyList<string> KindsIn = ["上级补助", "企业投入", "其他收入"];
    public static readonly IReadOnlyList<string> KindsOut = ["设备", "技能交流", "攻关", "技术改造", "学习培训", "其他支出"];

    private StudioFunding()
    {
    }

    /// <param name="amount">Yuan to the fen, above 0.</param>
    /// <param name="paper">The voucher itself.</param>
    /// <exception cref="Refusal">studio-funding.amount, .kind, .voucher-missing, .paper-missing, studio.date-ahead</exception>
    public StudioFunding(int studioId, bool isIncome, string kind, DateOnly on, decimal amount, string voucher, string note, StudioFile? paper, string by, DateTime at)
    {
        Refusal.Unless(amount is > 0 and <= 10_000_000_000m && decimal.Round(amount, 2) == amount, "studio-funding.amount");
        Refusal.Unless((isIncome ? KindsIn : KindsOut).Contains(kind), "studio-funding.kind");
        Refusal.Unless(voucher.Trim().Length is > 0 and <= 60, "studio-funding.voucher-missing");
        Refusal.Unless(paper is not null, "studio-funding.paper-missing");
        Refusal.Unless(on.ToDateTime(TimeOnly.MinValue) <= at.AddDays(1), "studio.date-ahead");
        (StudioId, IsIncome, Kind, On, Amount, Voucher, Note, Paper, By, At) = (studioId, isIncome, kind, on, amount, voucher.Trim(), note.Trim(), paper! with { }, by, at);
    }

    public int Id { get; private set; }
    public int StudioId { get; private set; }
    public bool IsIncome { get; private set; }
    public string Kind { get; private set; } = "";
    public DateOnly On { get; private set; }

    /// <summary>Yuan.</summary>
    public decimal Amount { get; private set; }
    public string Voucher { get; private set; } = "";
    public string Note { get; private set; } = "";
    public StudioFile Paper { get; private set; } = null!;
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}

/// <summary>成果: an honour of the register that is the studio's, by its id and not typed again.</summary>
public sealed class StudioResult
{
    private StudioResult()
    {
    }

    public StudioResult(int studioId, int honourId, string by, DateTime at) => (StudioId, HonourId, By, At) = (studioId, honourId, by, at);

    public int Id { get; private set; }
    public int StudioId { get; private set; }
    public int HonourId { get; private set; }
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}

/// <summary>制度 and other papers of a studio.</summary>
public sealed class StudioPaper
{
    private StudioPaper()
    {
    }

    /// <exception cref="Refusal">studio-paper.title-missing</exception>
    public StudioPaper(int studioId, string title, StudioFile file, string by, DateTime at)
    {
        Refusal.Unless(title.Trim().Length is > 0 and <= 60, "studio-paper.title-missing");
        (StudioId, Title, File, By, At) = (studioId, title.Trim(), file with { }, by, at);
    }

    public int Id { get; private set; }
    public int StudioId { get; private set; }
    public string Title { get; private set; } = "";
    public StudioFile File { get; private set; } = null!;
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}
