using System.Text;
using Competitions.Scoring;

namespace Competitions.Web.Seeding;

/// <summary>A mark of the demo before the ledger has it.</summary>
internal sealed record InventedMark(Guid Id, string Work, string Module, string Item, string Judge, decimal Value);

/// <summary>The marks of one invented competitor in one module: the same in every demo, for chance hangs on the event and the place.</summary>
internal sealed class InventedSheet(string work, string module, string eventCode, int place)
{
    private static readonly string[] Judges = [.. DemoAccounts.Judges.Select(j => j.Account)];

    private static readonly string Floor = DemoAccounts.OnFloor.First().Account;

    private readonly Random _random = new(Encoding.UTF8.GetBytes($"{eventCode}/{module}/{place}").Aggregate(17, (sum, b) => sum * 31 + b));

    public int Place => place;

    /// <param name="half">Only every other item.</param>
    /// <param name="disputed">The judges are two apart on the first thing they judge.</param>
    public IEnumerable<InventedMark> Marks(MarkingPlan plan, bool half, bool disputed)
    {
        var able = 58 + _random.Next(40);
        foreach (var (i, item) in plan.Of(module).Index().Where(x => !half || x.Index % 2 == 0))
        {
            var two = disputed && item == plan.Of(module).FirstOrDefault(x => x.How is MarkHow.Judgement);
            foreach (var (judge, value) in item.IsOfEachJudge ? Judges.Take(half && item.How is MarkHow.Panel ? 3 : Judges.Length).Select((j, n) => (j, two ? 1 + 2 * (n % 2) : OfJudge(item, able))) : [(item.Code is MarkItem.Process ? Floor : Judges[i % Judges.Length], Measured(item, able))])
            {
                yield return Mark(item.Code, judge, value);
            }
        }

        if (!half && plan.Module(module)!.Kind == "practical")
        {
            yield return Mark(MarkItem.Time, Floor, 60 * (120 + _random.Next(60)) + _random.Next(60));
        }
    }

    private InventedMark Mark(string item, string judge, decimal value) => new(Id(), work, module, item, judge, value);

    /// <summary>A judgement never further apart than one step; a panel's mark by the half.</summary>
    private decimal OfJudge(MarkItem item, int able) => item.How is MarkHow.Judgement
        ? Math.Max(0, (able > 85 ? 3 : able > 68 ? 2 : 1) - (_random.Next(4) == 0 ? 1 : 0))
        : Math.Clamp(Math.Floor(item.Most.Value * (able * 2 - 8 + _random.Next(17)) / 100) / 2, 0, item.Most.Value);

    private decimal Measured(MarkItem item, int able)
    {
        if (item.Calculation is null)
        {
            return item.Code is MarkItem.Process ? Math.Floor(item.Most.Value * able / 100)
                : _random.Next(100) < able ? item.Most.Value : Points.Rounded(item.Most.Value / 2, 1).Value;
        }

        decimal Of(string name) => item.Calculation.Parameters.FirstOrDefault(p => p.Name == name)?.Number ?? 0;
        decimal[] sizes = [1, 0, 2, 3, Of("NUM_POSSIBLE"), Of("NUM_POSSIBLE") - 1, Of("TARGET_VALUE"), Of("TARGET_VALUE") + Of("DIFFERENCE") * 1.5m];
        var best = sizes.Distinct().Where(s => item.Objection(s) is null).OrderByDescending(s => item.Calculation.Mark(item.Most, s).Value).ToList();
        return best[_random.Next(100) < able ? 0 : Math.Min(1, best.Count - 1)];
    }

    private Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
