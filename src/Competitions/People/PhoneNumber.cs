using System.Text.RegularExpressions;

namespace Competitions.People;

/// <summary>A mobile number: eleven digits beginning 1, or one of another country or region with its + code.</summary>
public sealed partial record PhoneNumber
{
    private PhoneNumber(string value) => Value = value;

    /// <summary>Without spaces, hyphens and +86.</summary>
    public string Value { get; }

    /// <summary><c>138****5678</c> (data-protection.md §10.4).</summary>
    public string Masked => $"{Value[..3]}{new string('*', Value.Length - 7)}{Value[^4..]}";

    /// <exception cref="Refusal">phone.shape</exception>
    public static PhoneNumber Read(string? typed)
    {
        var value = Typed.Number(typed ?? "");
        value = value.StartsWith("+86", StringComparison.Ordinal) ? value[3..]
            : value.StartsWith("0086", StringComparison.Ordinal) ? value[4..]
            : value;
        Refusal.Unless(Shape().IsMatch(value), "phone.shape");
        return new PhoneNumber(value);
    }

    public override string ToString() => Masked;

    [GeneratedRegex(@"^(1[0-9]{10}|\+[1-9][0-9]{7,14})\z")]
    private static partial Regex Shape();
}
