using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Craftsmen;
using Competitions.Honours;
using Competitions.Innovations;
using Competitions.Notices;
using Competitions.Programmes;
using Competitions.Results;
using Competitions.Studios;

namespace Competitions.Tests;

/// <summary>The pictures of the README are the tables of the program.</summary>
public class ReadmeTests
{
    public static TheoryData<string> Pictures => [EventLifecycle.ToMermaid(), EntryLifecycle.ToMermaid(), PromotionLifecycle.ToMermaid(), ResultSheetLifecycle.ToMermaid(), HonourLifecycle.ToMermaid(), ResultLifecycle.ToMermaid(), DrawLifecycle.ToMermaid(), NoticeLifecycle.ToMermaid(), AppealLifecycle.ToMermaid(), RecheckLifecycle.ToMermaid(), RecusalLifecycle.ToMermaid(), ProposalLifecycle.ToMermaid(), PatentLifecycle.ToMermaid(), SpreadingLifecycle.ToMermaid(), KeyProjectLifecycle.ToMermaid(), NeedLifecycle.ToMermaid(), ClaimLifecycle.ToMermaid(), CallLifecycle.ToMermaid(), ApplicationLifecycle.ToMermaid(), StudioLifecycle.ToMermaid(), AssessmentLifecycle.ToMermaid(), AllianceLifecycle.ToMermaid(), AllianceMemberLifecycle.ToMermaid(), CraftsmanLifecycle.ToMermaid(), CaseLifecycle.ToMermaid(), DutyCheckLifecycle.ToMermaid()];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void The_readme_shows_the_table_as_it_is(string picture) =>
        Assert.Contains(picture, File.ReadAllText(Support.Repository.File("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
}
