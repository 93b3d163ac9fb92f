namespace Competitions.Craftsmen;

/// <summary>奖励: once for each person and title, planned by the federation and then paid.</summary>
public sealed class CraftsmanReward
{
    private CraftsmanReward()
    {
    }

    /// <param name="year">Of the day on which he is honoured.</param>
    /// <exception cref="Refusal">craftsman-reward.none, .not-honoured</exception>
    public CraftsmanReward(Craftsman of, int year, string by, DateTime at)
    {
        var (after, upTo) = of.Rules.HonouredIn(year);
        Refusal.Unless(of.Stage is CraftsmanStage.InForce && of.From > after && of.From <= upTo, "craftsman-reward.not-honoured", of.WorkerName, year);
        Refusal.Unless(of.Level.Reward > 0, "craftsman-reward.none", of.Title);
        (CraftsmanId, WorkerId, Title, Year, Amount, PlannedBy, PlannedAt) = (of.Id, of.WorkerId, of.Title, year, of.Level.Reward, by, at);
    }

    public int Id { get; private set; }
    public int CraftsmanId { get; private set; }
    public int WorkerId { get; private set; }
    public string Title { get; private set; } = "";
    public int Year { get; private set; }

    /// <summary>Yuan.</summary>
    public decimal Amount { get; private set; }
    public string PlannedBy { get; private set; } = "";
    public DateTime PlannedAt { get; private set; }
    public DateOnly? PaidOn { get; private set; }
    public string Voucher { get; private set; } = "";
    public string PaidBy { get; private set; } = "";
    public DateTime? PaidAt { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="Refusal">craftsman-reward.paid, .voucher-missing, .date-ahead, .date-early</exception>
    public void Pay(string voucher, DateOnly on, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(PaidOn is null, "craftsman-reward.paid");
        Refusal.Unless(voucher.Trim().Length is > 0 and <= 60, "craftsman-reward.voucher-missing");
        Refusal.Unless(on <= today, "craftsman-reward.date-ahead");
        Refusal.Unless(on.Year >= Year, "craftsman-reward.date-early", Year);
        (PaidOn, Voucher, PaidBy, PaidAt, Version) = (on, voucher.Trim(), by, at, Version + 1);
    }
}
