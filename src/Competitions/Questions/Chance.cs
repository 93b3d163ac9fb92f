namespace Competitions.Questions;

/// <summary>
/// Our own small generator (SplitMix64), so that a recorded seed gives the same paper on any version of the platform. It decides
/// order, not secrets: the seed itself comes from a cryptographic source.
/// </summary>
public sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 to below <paramref name="bound"/>, all equally likely.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var fair = ulong.MaxValue - (ulong.MaxValue % (ulong)bound); // beyond this the low numbers would come more often
        ulong next;
        do
        {
            next = Next();
        }
        while (next >= fair);

        return (int)(next % (ulong)bound);
    }

    /// <summary>The items in an order of chance (Fisher and Yates).</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToList();
        for (var i = all.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return all;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
