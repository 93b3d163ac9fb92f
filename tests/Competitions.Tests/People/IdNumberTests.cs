using Competitions.People;
using FsCheck.Fluent;

namespace Competitions.Tests.People;

public class IdNumberTests
{
    /// <summary>Printed examples (the standard's own, the specimen of the 2023 card) and numbers whose last character was computed by the recursive form of ISO 7064.</summary>
    [Theory]
    [InlineData(IdKind.ResidentCard, "11010519491231002X", 1949, 12, 31, Sex.Female)]
    [InlineData(IdKind.ResidentCard, "990101198808081235", 1988, 8, 8, Sex.Male)]
    [InlineData(IdKind.ResidentCard, "990101199001010027", 1990, 1, 1, Sex.Female)]
    [InlineData(IdKind.ResidencePermit, "810000198001010014", 1980, 1, 1, Sex.Male)]
    [InlineData(IdKind.ResidencePermit, "820000200002290179", 2000, 2, 29, Sex.Male)]
    [InlineData(IdKind.ResidencePermit, "830000199006154322", 1990, 6, 15, Sex.Female)]
    [InlineData(IdKind.ForeignPermanentCard, "911124198108030024", 1981, 8, 3, Sex.Female)]
    public void Eighteen_digits_tell_birth_date_and_sex(IdKind kind, string typed, int year, int month, int day, Sex sex)
    {
        var number = IdNumber.Read(kind, typed);
        Assert.Equal((new DateOnly(year, month, day), sex), (number.BornOn, number.Sex));
    }

    [Theory]
    [InlineData("99010119900101006x")]
    [InlineData(" 990101 19900101 006X ")]
    [InlineData("９９０１０１１９９００１０１００６ｘ")]
    [InlineData("990101-19900101-006X")]
    [InlineData("\u200B99010119900101006X\u00A0")]
    public void However_it_is_typed_it_is_one_number(string typed) =>
        Assert.Equal("99010119900101006X", IdNumber.Read(IdKind.ResidentCard, typed).Value);

    [Theory]
    [InlineData("", "id-number.missing")]
    [InlineData("   ", "id-number.missing")]
    [InlineData("990101900101006", "id-number.old")]
    [InlineData("9901011990010100", "id-number.length")]
    [InlineData("99010119900101A06X", "id-number.shape")]
    [InlineData("X90101199001010060", "id-number.shape")]
    [InlineData("990101199013010019", "id-number.birth-date")]
    [InlineData("990101197002290017", "id-number.birth-date")]
    [InlineData("440524188001010014", "id-number.birth-date")]
    [InlineData("990101199001010018", "id-number.checksum")]
    [InlineData("990101199001010061", "id-number.checksum")]
    [InlineData("810000198001010014", "id-number.other-kind")]
    [InlineData("911124198108030024", "id-number.other-kind")]
    public void A_wrong_resident_number_is_refused_for_its_own_reason(string typed, string code) =>
        Assert.Equal(code, Refused(IdKind.ResidentCard, typed));

    [Theory]
    [InlineData(IdKind.HongKongMacauPass, "h12345678", "H12345678")]
    [InlineData(IdKind.HongKongMacauPass, "M1234567801", "M12345678")]
    [InlineData(IdKind.TaiwanPass, "12345678", "12345678")]
    [InlineData(IdKind.TaiwanPass, "1234567890（B）", "1234567890B")]
    [InlineData(IdKind.ForeignPermanentCard, "can110081080310", "CAN110081080310")]
    [InlineData(IdKind.Passport, "e 12345678", "E12345678")]
    public void Other_documents_have_their_own_shapes(IdKind kind, string typed, string value)
    {
        var number = IdNumber.Read(kind, typed);
        Assert.Equal((value, null, Sex.Unknown), (number.Value, number.BornOn, number.Sex));
    }

    [Theory]
    [InlineData(IdKind.HongKongMacauPass, "T12345678", "id-number.hong-kong-macau")]
    [InlineData(IdKind.HongKongMacauPass, "H1234567", "id-number.hong-kong-macau")]
    [InlineData(IdKind.TaiwanPass, "1234567", "id-number.taiwan")]
    [InlineData(IdKind.ResidencePermit, "990101199001010019", "id-number.residence-permit")]
    [InlineData(IdKind.ForeignPermanentCard, "CA1110081080310", "id-number.foreign-card")]
    [InlineData(IdKind.ForeignPermanentCard, "911124198108030025", "id-number.checksum")]
    [InlineData(IdKind.ForeignPermanentCard, "990101199001010019", "id-number.foreign-card")]
    [InlineData(IdKind.Passport, "ABCDEFGH", "id-number.passport")]
    [InlineData(IdKind.Passport, "E1", "id-number.passport")]
    public void A_number_of_another_shape_is_refused(IdKind kind, string typed, string code) => Assert.Equal(code, Refused(kind, typed));

    [Theory]
    [InlineData("990101199001011234", "990***********1234")]
    [InlineData("CAN110081080310", "CAN********0310")]
    [InlineData("H12345678", "H1*****78")]
    [InlineData("E1234", "*****")]
    public void Masked_shows_the_ends_only(string value, string masked) => Assert.Equal(masked, IdNumber.Mask(value));

    [Fact]
    public void Printing_it_by_mistake_prints_the_masked_form() =>
        Assert.Equal("990***********006X", $"{IdNumber.Read(IdKind.ResidentCard, "99010119900101006X")}");

    [Fact]
    public void Any_one_digit_mistyped_is_found() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 17).SelectMany(at => Gen.Choose(1, 9).Select(by => (at, by))).ToArbitrary(),
        typo =>
        {
            var digits = "990101199001010027".ToCharArray();
            digits[typo.at] = (char)('0' + (digits[typo.at] - '0' + typo.by) % 10);
            return Record.Exception(() => IdNumber.Read(IdKind.ResidentCard, new string(digits))) is Refusal;
        }));

    private static string Refused(IdKind kind, string typed) => Assert.Throws<Refusal>(() => IdNumber.Read(kind, typed)).Code;
}
