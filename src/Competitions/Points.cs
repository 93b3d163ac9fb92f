namespace Competitions;

/// <summary>What a result sheet adds up: a decimal of at most four places, kept in the database as ten-thousandths.</summary>
public readonly record struct Points : IComparable<Points>
{
    /// <param name="value">At most four decimal places; a fifth is refused with <c>points.too-fine</c>, never cut off.</param>
    public Points(decimal value)
    {
        Refusal.Unless(value == decimal.Round(value, 4), "points.too-fine", value);
        Value = value;
    }

    public decimal Value { get; }

    public long TenThousandths => (long)(Value * 10_000m);

    public static Points FromTenThousandths(long stored) => new(stored / 10_000m);

    /// <summary>四舍五入. The one place where a number is rounded; .NET's own default is half to even.</summary>
    public static Points Rounded(decimal value, int places) => new(Math.Round(value, places, MidpointRounding.AwayFromZero));

    public static Points Sum(IEnumerable<Points> points) => new(points.Sum(p => p.Value));

    public int CompareTo(Points other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.00##", System.Globalization.CultureInfo.InvariantCulture);

    public static bool operator <(Points left, Points right) => left.Value < right.Value;

    public static bool operator >(Points left, Points right) => left.Value > right.Value;

    public static bool operator <=(Points left, Points right) => left.Value <= right.Value;

    public static bool operator >=(Points left, Points right) => left.Value >= right.Value;
}
