using System.Globalization;
using System.Text.RegularExpressions;

namespace Competitions.People;

/// <summary>
/// The number of an identity document, checked by its kind. Where the number itself says so, birth date and sex are read from it.
/// Nothing here may be written to a log: <see cref="ToString"/> gives the masked form.
/// </summary>
public sealed partial record IdNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdNumber(IdKind kind, string value)
    {
        (Kind, Value) = (kind, value);
        if (value.Length is 18 && Dated().IsMatch(value))
        {
            BornOn = DateOnly.ParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);
            Sex = (value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;
        }
    }

    public IdKind Kind { get; }

    /// <summary>Half-width, capitals, without spaces: the form that is sealed and indexed.</summary>
    public string Value { get; }

    /// <summary>From an 18-digit number; null for the other documents.</summary>
    public DateOnly? BornOn { get; }

    /// <summary>From the parity of the sequence number; <see cref="Sex.Unknown"/> for the other documents.</summary>
    public Sex Sex { get; }

    /// <summary>First three and last four stay (data-protection.md §10.4); of a short number two and two.</summary>
    public string Masked => Mask(Value);

    /// <summary>Reads what was typed. Full-width, spaces, hyphens and a lower-case x are accepted.</summary>
    /// <exception cref="Refusal">id-number.missing, .length, .old, .shape, .birth-date, .checksum, .other-kind</exception>
    public static IdNumber Read(IdKind kind, string? typed)
    {
        var value = Typed.Number(typed ?? "");
        Refusal.Unless(value.Length > 0, "id-number.missing");
        switch (kind)
        {
            case IdKind.ResidentCard:
                Refusal.Unless(!FifteenDigits().IsMatch(value), "id-number.old");
                Eighteen(value);
                Refusal.Unless(!IsResidencePermit(value), "id-number.other-kind", "港澳台居民居住证");
                Refusal.Unless(!IsForeigner(value), "id-number.other-kind", "外国人永久居留身份证");
                break;
            case IdKind.ResidencePermit:
                Eighteen(value);
                Refusal.Unless(IsResidencePermit(value), "id-number.residence-permit");
                break;
            case IdKind.ForeignPermanentCard when !OldForeignCard().IsMatch(value):
                Refusal.Unless(value.Length is 18 && IsForeigner(value), "id-number.foreign-card");
                Eighteen(value);
                break;
            case IdKind.HongKongMacauPass:
                Refusal.Unless(HongKongMacau().IsMatch(value), "id-number.hong-kong-macau");
                value = value[..9]; // the two digits after it count the issues and change with every renewal
                break;
            case IdKind.TaiwanPass:
                value = value.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
                Refusal.Unless(Taiwan().IsMatch(value), "id-number.taiwan");
                break;
            case IdKind.Passport:
                Refusal.Unless(PassportNumber().IsMatch(value), "id-number.passport");
                break;
        }

        return new IdNumber(kind, value);
    }

    /// <summary>The check character of GB 11643 (ISO 7064, MOD 11-2) for the first seventeen digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> seventeen)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (seventeen[i] - '0') * Weights[i];
        }

        return "10X98765432"[sum % 11];
    }

    /// <summary>Stars for all but the ends, as many as characters are hidden.</summary>
    public static string Mask(string value)
    {
        var (head, tail) = value.Length >= 15 ? (3, 4) : value.Length >= 7 ? (2, 2) : (0, 0);
        return $"{value[..head]}{new string('*', value.Length - head - tail)}{value[^tail..]}";
    }

    public override string ToString() => Masked;

    private static void Eighteen(string value)
    {
        Refusal.Unless(value.Length is 18, "id-number.length", value.Length);
        Refusal.Unless(EighteenShape().IsMatch(value), "id-number.shape");
        Refusal.Unless(
            DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year >= 1900,
            "id-number.birth-date");
        Refusal.Unless(value[17] == CheckCharacter(value), "id-number.checksum");
    }

    private static bool IsResidencePermit(string value) =>
        value.StartsWith("810000", StringComparison.Ordinal) || value.StartsWith("820000", StringComparison.Ordinal) || value.StartsWith("830000", StringComparison.Ordinal);

    // 2023: 9, province of issue (11–65), country (GB/T 2659), then as GB 11643. A 99… is nobody's and stays with the residents.
    private static bool IsForeigner(string value) => value[0] is '9' && value[1] is >= '1' and <= '6';

    [GeneratedRegex(@"^[0-9]{17}[0-9X]\z")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^[1-9][0-9]{16}[0-9X]\z")]
    private static partial Regex EighteenShape();

    [GeneratedRegex(@"^[0-9]{15}\z")]
    private static partial Regex FifteenDigits();

    [GeneratedRegex(@"^[A-Z]{3}[0-9]{12}\z")]
    private static partial Regex OldForeignCard();

    [GeneratedRegex(@"^[HM][0-9]{8}([0-9]{2})?\z")]
    private static partial Regex HongKongMacau();

    [GeneratedRegex(@"^([0-9]{8}|[0-9]{10}[A-Z]?)\z")]
    private static partial Regex Taiwan();

    [GeneratedRegex(@"^(?=.*[0-9])[A-Z0-9]{5,17}\z")]
    private static partial Regex PassportNumber();
}
