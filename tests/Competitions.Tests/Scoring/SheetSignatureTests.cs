using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

/// <summary>skills-contests.md §4.3: a process sheet is signed by judge and chief judge.</summary>
public sealed class SheetSignatureTests
{
    private static readonly SheetToSign Sheet = new("WELD", "W1", 7, true);

    [Fact]
    public void The_judge_signs_first_and_the_chief_is_another_person()
    {
        Assert.Equal("sheet.judge-first", Refused(() => Sign(SignedAs.Chief, "tan")));
        var judge = Sign(SignedAs.Judge, "kang");
        Assert.Equal("sheet.second-person", Refused(() => Sign(SignedAs.Chief, "kang", judge)));
        Assert.Equal("sheet.already-signed", Refused(() => Sign(SignedAs.Judge, "lu", judge)));
        Assert.True(Sign(SignedAs.Chief, "tan", judge).Holds(7));
    }

    [Fact]
    public void What_is_written_later_leaves_a_signature_without_force()
    {
        var judge = Sign(SignedAs.Judge, "kang");
        var later = Sheet with { Sequence = 8 };

        Assert.False(judge.Holds(8));
        Assert.Equal("sheet.judge-first", Refused(() => SheetSignature.Sign(later, SignedAs.Chief, "tan", "tan", "tan", 8, [judge], Some.Noon)));
        Assert.Equal("sheet.changed", Refused(() => SheetSignature.Sign(later, SignedAs.Judge, "kang", "kang", "kang", 7, [judge], Some.Noon)));
    }

    [Fact]
    public void Nobody_signs_under_another_name_nor_half_a_sheet()
    {
        Assert.Equal("sheet.name", Refused(() => SheetSignature.Sign(Sheet, SignedAs.Judge, "kang", "别人", "康岩", 7, [], Some.Noon)));
        Assert.Equal("sheet.not-whole", Refused(() => SheetSignature.Sign(Sheet with { IsWhole = false }, SignedAs.Judge, "kang", " 康岩 ", "康岩", 7, [], Some.Noon)));
    }

    private static SheetSignature Sign(SignedAs by, string who, params SheetSignature[] earlier) => SheetSignature.Sign(Sheet, by, who, who, who, 7, earlier, Some.Noon);

    private static string? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }
}
