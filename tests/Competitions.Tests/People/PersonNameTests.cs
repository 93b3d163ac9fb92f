using Competitions.People;

namespace Competitions.Tests.People;

public class PersonNameTests
{
    [Theory]
    [InlineData("𠮷野家")]
    [InlineData("㛃䶮")]
    [InlineData("𱁬")]
    [InlineData("〇一")]
    [InlineData("阿卜杜热合曼·买买提")]
    [InlineData("Mary-Jane O'Neil")]
    [InlineData("Nguyễn Văn Đức")]
    public void A_rare_name_is_kept_as_it_is_written(string name) => Assert.Equal(name, PersonName.Read(name).Value);

    [Theory]
    [InlineData("买买提•艾力")]
    [InlineData("买买提・艾力")]
    [InlineData("买买提･艾力")]
    [InlineData("买买提∙艾力")]
    [InlineData("买买提‧艾力")]
    [InlineData("买买提⋅艾力")]
    [InlineData("买买提.艾力")]
    [InlineData("买买提．艾力")]
    [InlineData(" 买买提 · 艾力　")]
    public void Whatever_looks_like_the_dot_becomes_the_dot(string typed) => Assert.Equal("买买提·艾力", PersonName.Read(typed).Value);

    [Fact]
    public void Spaces_become_one_space() => Assert.Equal("Anna Maria Lee", PersonName.Read("  Anna　Maria\u00A0 Lee ").Value);

    [Theory]
    [InlineData("Jose\u0301", "José")]
    [InlineData("王 伟", "王伟")]
    [InlineData("anna lee", "Anna Lee")]
    public void Two_ways_of_writing_compare_equal(string one, string other) => Assert.Equal(PersonName.Read(one).Key, PersonName.Read(other).Key);

    [Theory]
    [InlineData("张\0三", "U+0000")]
    [InlineData("张\t三", "U+0009")]
    [InlineData("张\u202E三", "U+202E")]
    [InlineData("张\u200D三", "U+200D")]
    [InlineData("张😀", "😀（U+1F600）")]
    [InlineData("张\uE000", "U+E000")]
    [InlineData("=张三", "=（U+003D）")]
    [InlineData("<b>张三", "<（U+003C）")]
    [InlineData("张三2", "2（U+0032）")]
    public void What_cannot_be_in_a_name_is_refused_and_named(string typed, string named)
    {
        var refused = Assert.Throws<Refusal>(() => PersonName.Read(typed));
        Assert.Equal(("person-name.character", (object)named), (refused.Code, refused.Details[0]));
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Equal("U+D842", Assert.Throws<Refusal>(() => PersonName.Read("张" + (char)0xD842)).Details[0]);

    [Fact]
    public void Two_hundred_are_enough()
    {
        Assert.Equal(200, PersonName.Read(new string('张', 200)).Value.Length);
        Assert.Equal("person-name.too-long", Assert.Throws<Refusal>(() => PersonName.Read(new string('张', 201))).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("·")]
    [InlineData(null)]
    public void A_name_needs_a_letter(string? typed) => Assert.Equal("person-name.missing", Assert.Throws<Refusal>(() => PersonName.Read(typed)).Code);
}
