namespace Competitions.Innovations;

/// <summary>
/// 专利申请号 (ZC 0006-2003): year, kind, seven digits, a point and a check character: the digits by 2 to 9 and 2 to 5, their sum modulo 11,
/// X for 10. Older ones have a year of two digits and five of serial. The 专利号 is the same behind ZL.
/// </summary>
public static class PatentNumber
{
    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    /// <summary>As it is kept, 201710601862.3: without CN or ZL, spaces, in half width.</summary>
    /// <exception cref="Refusal">patent.number-wrong, .number-check, .number-kind (of another kind of patent)</exception>
    public static string Read(string typed, PatentKind kind)
    {
        var number = new string([.. typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Where(c => char.IsLetterOrDigit(c))]);
        number = number.StartsWith("CN", StringComparison.Ordinal) || number.StartsWith("ZL", StringComparison.Ordinal) ? number[2..] : number;
        if (kind is PatentKind.Software)
        {
            Refusal.Unless(number.Length is >= 8 and <= 20, "patent.number-wrong");
            return number;
        }

        Refusal.Unless(number.Length is 13 or 9 && number[..^1].All(char.IsAsciiDigit) && (char.IsAsciiDigit(number[^1]) || number[^1] == 'X'), "patent.number-wrong");
        var sum = number[..^1].Select((digit, i) => (digit - '0') * Weights[i]).Sum() % 11;
        Refusal.Unless(number[^1] == (sum == 10 ? 'X' : (char)('0' + sum)), "patent.number-check");
        Refusal.Unless(KindOf(number[number.Length == 13 ? 4 : 2]) == kind, "patent.number-kind");
        return $"{number[..^1]}.{number[^1]}";
    }

    /// <summary>1 and 8 (PCT) are inventions, 2 and 9 utility models, 3 designs.</summary>
    private static PatentKind? KindOf(char digit) => digit switch
    {
        '1' or '8' => PatentKind.Invention,
        '2' or '9' => PatentKind.UtilityModel,
        '3' => PatentKind.Design,
        _ => null,
    };
}
