using System.Globalization;

namespace Competitions.Honours;

/// <summary>临总工赛证〔2026〕第 0417 号.</summary>
/// <param name="Series">字头.</param>
/// <param name="Sequence">From 1, without a gap in its series and year.</param>
public sealed record CertificateNumber(string Series, int Year, int Sequence)
{
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Series}〔{Year}〕第 {Sequence:0000} 号");

    /// <summary>As somebody typed it: any brackets, with or without spaces. Null where it is none.</summary>
    public static CertificateNumber? Read(string? typed)
    {
        var text = string.Concat((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        var open = text.IndexOfAny(['〔', '[', '(', '【']);
        var close = text.IndexOfAny(['〕', ']', ')', '】'], Math.Max(0, open));
        return open > 0 && close > open
            && int.TryParse(text.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text.AsSpan(close + 1).Trim("第号"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new CertificateNumber(text[..open], year, sequence) : null;
    }
}

/// <summary>The counter of one series in one year. It advances in the transaction that stores the certificates: no number is lost or given twice.</summary>
public sealed class CertificateSeries
{
    public const int LongestName = 20;

    private CertificateSeries()
    {
    }

    /// <param name="ownerId">The grantor; nobody else numbers in his series.</param>
    /// <exception cref="Refusal">certificate.series-shape</exception>
    public CertificateSeries(string name, int year, int ownerId) => (Name, Year, OwnerId) = (NameOf(name), year, ownerId);

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public int Year { get; private set; }
    public int OwnerId { get; private set; }

    /// <summary>The last number that was given.</summary>
    public int Last { get; private set; }

    /// <summary>Letters alone: digits and brackets belong to year and number.</summary>
    /// <exception cref="Refusal">certificate.series-shape</exception>
    public static string NameOf(string typed)
    {
        var name = typed.Trim();
        Refusal.Unless(name.Length is > 0 and <= LongestName && name.All(char.IsLetter), "certificate.series-shape", LongestName);
        return name;
    }
}
