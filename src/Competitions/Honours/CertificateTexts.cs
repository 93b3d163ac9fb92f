using System.Globalization;

namespace Competitions.Honours;

/// <summary>The words of a certificate, by who holds it and what for.</summary>
public static class CertificateTexts
{
    private static readonly string[] Digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <param name="on">As the certificate is dated.</param>
    public static CertificateText Of(Honour honour, DateOnly on)
    {
        var addressee = honour.HolderName;
        var at = "在" + Dated(honour) + (honour.EventTitle.Length == 0 ? "中" : $"“{honour.EventTitle}”赛项{(honour.GroupName.Length == 0 ? "" : honour.GroupName + "比赛")}中");
        var (salutation, body) = honour.HolderKind switch
        {
            HolderKind.Person when honour.Kind is HonourKind.Title => ("同志：", $"{at}成绩优异，授予"),
            HolderKind.Person when honour.Kind is HonourKind.Level => ("同志：", $"{at}理论与实操均达到要求，准予晋升"),
            HolderKind.Person => ("同志：", $"{at}成绩优异，荣获"),
            HolderKind.Coach => ("同志：", $"{at}悉心指导，成绩显著，荣获"),
            HolderKind.Team => ("：", $"{at}团结协作，成绩优异，荣获"),
            _ => ("：", $"{at}组织有力，成绩突出，荣获"),
        };
        var award = honour.Rank is { } rank and <= 99 ? $"{honour.Name}·第{InWords(rank)}名" : honour.Name;
        var members = honour is { HolderKind: HolderKind.Team, TeamName: not null } ? string.Join('、', honour.People.Select(p => p.Name)) : "";
        return new CertificateText("荣誉证书", addressee, salutation, body, award, "特发此证，以资鼓励。", members, honour.GrantorName, on);
    }

    /// <summary>二〇二六年六月三日.</summary>
    public static string InWords(DateOnly day) =>
        $"{string.Concat($"{day.Year}".Select(c => Digits[c - '0']))}年{InWords(day.Month)}月{InWords(day.Day)}日";

    /// <summary>1 to 99: 一, 十, 十一, 二十三.</summary>
    public static string InWords(int number) => number switch
    {
        < 10 => Digits[number],
        < 20 => "十" + (number == 10 ? "" : Digits[number % 10]),
        _ => Digits[number / 10] + "十" + (number % 10 == 0 ? "" : Digits[number % 10]),
    };

    /// <summary>The year stands before the name unless it is in it; a gap before a digit.</summary>
    private static string Dated(Honour honour)
    {
        var year = honour.Year.ToString(CultureInfo.InvariantCulture);
        var dated = honour.Occasion.Contains(year, StringComparison.Ordinal) ? honour.Occasion : $"{year} 年{honour.Occasion}";
        return dated.Length > 0 && char.IsAsciiDigit(dated[0]) ? " " + dated : dated;
    }
}
