using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

public class ExhibitTests
{
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly ExhibitText Text = new("合箱间隙由人工逐点测量改为在线检测。", "每台需测十六点，约十一分钟。", "在合箱工位加装四路激光测距头。");

    [Fact]
    public void It_is_shown_when_its_unit_agreed_and_nobody_hid_it()
    {
        var exhibit = Written();
        Assert.False(exhibit.IsShown);
        exhibit.Agree(true, Day);
        Assert.True(exhibit.IsShown);
        exhibit.Hide("照片不清楚");
        Assert.False(exhibit.IsShown);
        exhibit.Hide(" ");
        Assert.True(exhibit.IsShown);
        exhibit.Agree(true, Day.AddDays(3));
        Assert.Equal(Day, exhibit.AgreedOn); // since when, not when it was last ticked
        exhibit.Agree(false, Day);
        Assert.False(exhibit.IsShown);
    }

    [Theory]
    [InlineData("请联系 13812345678 了解", true)]
    [InlineData("请联系 138-1234-5678 了解", true)]
    [InlineData("身份证 330106199001011234", true)]
    [InlineData("身份证 33010619900101123X", true)]
    [InlineData("全年 12812345678 次", false)]
    [InlineData("图号 2026013812345678", false)]
    [InlineData("由 11 分钟降到 1.5 分钟，节约 275280 元", false)]
    public void Numbers_that_lead_to_a_person_are_refused_in_every_part(string text, bool tells)
    {
        Assert.Equal(tells, Exhibit.TellsANumber(text));
        foreach (var part in new[] { Text with { Summary = text + "，请看说明文字" }, Text with { Problem = text + "，请看说明文字" }, Text with { Solution = text + "，请看说明文字" } })
        {
            Assert.Equal(tells ? "exhibit.personal-number" : null, Record.Exception(() => Written(part))?.Message);
        }
    }

    [Fact]
    public void Pictures_are_pictures_stay_until_they_are_replaced_and_go_together()
    {
        var exhibit = Written();
        Refuses("exhibit.not-picture", () => exhibit.Write(Text, new InnovationFile("a", "说明.pdf", "application/pdf", 1), null));
        exhibit.Write(Text, new InnovationFile("a", "前.png", "image/png", 1), null);
        exhibit.Write(Text, null, new InnovationFile("b", "后.png", "image/png", 1));
        Assert.Equal(("a", "b"), (exhibit.Before?.Hash, exhibit.After?.Hash));
        exhibit.RemovePictures();
        Assert.Equal((null, null), (exhibit.Before, exhibit.After));
    }

    [Fact]
    public void What_is_too_short_or_too_long_is_refused_at_its_border()
    {
        Refuses("exhibit.summary-missing", () => Written(Text with { Summary = new string('短', 9) }));
        Refuses("exhibit.summary-missing", () => Written(Text with { Summary = new string('长', Exhibit.MostSummary + 1) }));
        Refuses("exhibit.problem-missing", () => Written(Text with { Problem = "太短" }));
        Refuses("exhibit.solution-missing", () => Written(Text with { Solution = new string('长', Exhibit.MostText + 1) }));
        Assert.Equal(Exhibit.MostSummary, Written(Text with { Summary = new string('长', Exhibit.MostSummary) }).Summary.Length);
    }

    private static Exhibit Written(ExhibitText? text = null)
    {
        var exhibit = new Exhibit(new NamedInnovation(5, "five-small", "合箱间隙在线检测", 3, "衡远机电"), "小改造", "装备制造", 2026);
        exhibit.Write(text ?? Text, null, null);
        return exhibit;
    }

    private static void Refuses(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);
}
