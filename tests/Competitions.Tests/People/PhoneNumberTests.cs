using Competitions.People;

namespace Competitions.Tests.People;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("13800005678", "13800005678")]
    [InlineData("138 0000 5678", "13800005678")]
    [InlineData("+86 138-0000-5678", "13800005678")]
    [InlineData("008613800005678", "13800005678")]
    [InlineData("１３８００００５６７８", "13800005678")]
    [InlineData("+852 5123 4567", "+85251234567")]
    public void However_it_is_typed_it_is_one_number(string typed, string value) => Assert.Equal(value, PhoneNumber.Read(typed).Value);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1380000567")]
    [InlineData("23800005678")]
    [InlineData("0571-86000000")]
    [InlineData("1380000567a")]
    public void Anything_else_is_refused(string? typed) => Assert.Equal("phone.shape", Assert.Throws<Refusal>(() => PhoneNumber.Read(typed)).Code);

    [Fact]
    public void Masked_shows_three_and_four() => Assert.Equal("138****5678", PhoneNumber.Read("13800005678").Masked);
}
