using Competitions.Programmes;
using static Competitions.Tests.Programmes.Called;

namespace Competitions.Tests.Programmes;

public class BlindTextTests
{
    [Theory]
    [InlineData("由沈嘉禾提出", "由〇〇提出")]
    [InlineData("由沈 嘉 禾提出", "由〇〇提出")]
    [InlineData("衡远机电有限公司工会组织", "〇〇组织")]
    [InlineData("衡远机电有限公司的车间", "〇〇的车间")]
    [InlineData("在衡远机电试用", "在〇〇试用")]
    [InlineData("HY 车间的数据", "〇〇 车间的数据")]
    [InlineData("机电设备检修", "机电设备检修")]
    public void Names_of_people_and_units_are_not_read_by_experts(string written, string shown) =>
        Assert.Equal(shown, BlindText.Of(written, BlindText.NamesOf(Draft(Call()), ["HY"])));

    [Fact]
    public void Codes_tell_nothing_of_the_order_in_which_they_came()
    {
        var codes = BlindCodes.For("WX", 500);
        Assert.Equal(500, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Matches("^WX-[0-9]{4}$", c));
        Assert.NotEqual(codes.Order(StringComparer.Ordinal), codes); // drawn, not counted: by chance once in 500!
    }
}
