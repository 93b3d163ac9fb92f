using System.Text;

namespace Competitions.Honours;

/// <summary>When two names of an honour are the same, and when they may be: old lists write one honour in many ways.</summary>
public static class HonourNames
{
    /// <summary>Longer words first, so that a part of one is not taken for another.</summary>
    private static readonly (string Written, string Meant)[] Synonyms =
    [
        ("五一劳动奖章", "五一奖章"), ("劳动模范", "劳模"), ("技术操作能手", "技术能手"), ("优秀指导教师", "优秀教练"), ("优秀指导教练", "优秀教练"), ("优秀教练员", "优秀教练"),
        ("优秀组织单位", "优秀组织"), ("优秀组织奖", "优秀组织"), ("先进个人", "先进"), ("先进集体", "先进"), ("第一名", "冠军"), ("1等奖", "一等奖"), ("2等奖", "二等奖"), ("3等奖", "三等奖"),
        ("荣誉称号", ""), ("称号", ""), ("荣誉", ""),
    ];

    private static readonly char[] Places = ['省', '市', '区', '县', '镇'];

    /// <summary>The same honour whichever keyboard wrote it: full width and half width, spaces around.</summary>
    public static string Plain(string name) => name.Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>
    /// What is left without spaces, quotes, what stands in brackets, years, the place before it, and with one word for what is said in several.
    /// Two names of one core are shown to a person, never dropped by themselves.
    /// </summary>
    public static string Core(string name)
    {
        var core = WithoutPlace(WithoutYear(WithoutBrackets(Plain(name))));
        foreach (var (written, meant) in Synonyms)
        {
            core = core.Replace(written, meant, StringComparison.Ordinal);
        }

        return core.Length == 0 ? Plain(name) : core;
    }

    private static string WithoutBrackets(string name)
    {
        var (kept, depth) = (new StringBuilder(name.Length), 0);
        foreach (var c in name)
        {
            depth += c is '(' or '[' or '〔' or '【' ? 1 : 0;
            if (depth == 0 && char.IsLetterOrDigit(c))
            {
                kept.Append(c);
            }

            depth -= c is ')' or ']' or '〕' or '】' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }

    /// <summary>2019年度, 2019年 or 2019 before the rest.</summary>
    private static string WithoutYear(string name)
    {
        if (name.Length <= 4 || !name[..4].All(char.IsAsciiDigit))
        {
            return name;
        }

        var rest = name[4..];
        return rest.StartsWith("年度", StringComparison.Ordinal) ? rest[2..] : rest.StartsWith('年') ? rest[1..] : rest;
    }

    /// <summary>临平区, 杭州市, 浙江省: two to four letters that end in the word for a place, once or one behind another.</summary>
    private static string WithoutPlace(string name)
    {
        for (var end = name.IndexOfAny(Places); end is >= 2 and <= 3 && end < name.Length - 2; end = name.IndexOfAny(Places))
        {
            name = name[(end + 1)..];
        }

        return name;
    }
}
