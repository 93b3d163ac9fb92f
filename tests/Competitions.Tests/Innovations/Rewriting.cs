using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

internal enum Severity
{
    /// <summary>Other numbers, a few words, another width.</summary>
    Light,

    /// <summary>Another title and order too, half of the words that have a synonym, a sentence cut and one added.</summary>
    Medium,

    /// <summary>All of it: four of five synonyms, a quarter of the sentences cut, one or two added from elsewhere in each part, words dropped.</summary>
    Heavy,
}

/// <summary>How a paper is handed in a second time.</summary>
internal sealed partial class Rewriting(int seed)
{
    private static readonly (string From, string To)[] Synonyms =
    [
        ("提高", "提升"), ("降低", "减少"), ("更换", "替换"), ("加装", "增设"), ("安装在", "装设于"), ("经常", "时常"), ("问题", "难题"), ("原因", "缘由"), ("由于", "因为"), ("改造", "改进"), ("耗时", "用时"),
        ("操作工", "操作人员"), ("影响了", "拖慢了"), ("减轻了", "降低了"), ("建立", "制定"), ("编制", "编写"), ("要求", "规定"), ("出现", "发生"), ("利用", "使用"), ("加工", "制作"), ("自制", "自行制作"), ("避免", "防止"),
        ("推广", "应用"), ("每年", "一年"), ("约", "大约"), ("现有", "共有"), ("长期存在", "一直有"), ("日常", "平时"), ("反复", "多次"), ("难掌握", "不易学会"), ("调整为", "改成"), ("明确", "规定"), ("逐台", "逐一"), ("消除了", "排除了"),
        ("职工", "员工"), ("费用", "成本"), ("效果", "作用"), ("人手少", "人员不足"), ("增加", "添加"), ("装置", "设备"), ("车间", "工场"), ("检查", "查看"), ("记录", "登记"), ("清理", "打扫"), ("人工", "手工"), ("一次", "一回"),
        ("自动", "自行"), ("设计", "研制"), ("mm", "毫米"), ("分钟", "min"), ("小时", "h"), ("元", "块钱"), ("处", "位置"), ("台账", "记录"), ("配合", "协作"), ("专用", "自制"), ("维持", "保持"), ("同样", "相同"),
    ];

    private static readonly string[] Places = ["一分厂", "新区车间", "三号线", "甲班", "成品工段"];
    private static readonly string[] Titles = ["合理化建议一则", "关于现场改善的几点建议", "设备小改小革", "提质增效金点子", "岗位创新成果申报"];

    private readonly Random _random = new(seed);
    private readonly InventedProposals _other = new(seed + 1);

    public InnovationText Of(InnovationText text, Severity severity)
    {
        var title = severity is Severity.Light ? Words(text.Title, 30) : _random.Next(2) == 0 ? Words(text.Title, 100) + "及应用" : Titles[_random.Next(Titles.Length)];
        return new InnovationText(title, Part(text.Problem, severity), Part(text.Measures, severity));
    }

    private string Part(string text, Severity severity)
    {
        List<string> sentences = [.. text.Split('。', StringSplitOptions.RemoveEmptyEntries)];
        var (percent, cut, added) = severity switch { Severity.Light => (25, 0, 0), Severity.Medium => (50, sentences.Count > 4 ? 1 : 0, 1), _ => (80, (sentences.Count + 1) / 4, _random.Next(1, 3)) };
        for (; cut > 0; cut--)
        {
            sentences.RemoveAt(_random.Next(sentences.Count));
        }

        sentences = [.. sentences.Select(s => Dropped(Words(Numbers(s), percent), severity))];
        for (; added > 0; added--)
        {
            sentences.Insert(_random.Next(sentences.Count + 1), _random.Next(3) == 0 ? _other.Next().Problem.Split('。')[0] : _other.Phrase().TrimEnd('。'));
        }

        if (severity is not Severity.Light)
        {
            var order = sentences.ToArray();
            _random.Shuffle(order);
            sentences = [.. order];
        }

        var whole = string.Join(_random.Next(4) == 0 ? "；" : "。", sentences) + "。";
        return _random.Next(2) == 0 ? Wide(whole) : whole.Replace("，", _random.Next(2) == 0 ? "," : "， ", StringComparison.Ordinal);
    }

    private string Words(string text, int percent)
    {
        foreach (var (from, to) in Synonyms.Where(_ => _random.Next(100) < percent))
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        var place = Places[_random.Next(Places.Length)];
        return _random.Next(100) < percent / 2 ? InventedTrade.All.SelectMany(t => t.Places).Aggregate(text, (t, old) => t.Replace(old, place, StringComparison.Ordinal)) : text;
    }

    private string Numbers(string text) => Digits().Replace(text, _ => _random.Next(2, 999).ToString(CultureInfo.InvariantCulture));

    /// <summary>A word or two that went missing, from a comma on.</summary>
    private string Dropped(string sentence, Severity severity) =>
        severity is Severity.Heavy && _random.Next(3) == 0 && sentence.Split('，') is { Length: > 1 } parts ? string.Join('，', parts[..^1]) : sentence;

    private static string Wide(string text)
    {
        var wide = new StringBuilder(text);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = char.IsAsciiLetterOrDigit(wide[i]) ? (char)(wide[i] + 0xFEE0) : wide[i];
        }

        return wide.ToString();
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
