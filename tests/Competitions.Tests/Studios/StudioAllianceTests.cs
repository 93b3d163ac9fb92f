using Competitions.Studios;

namespace Competitions.Tests.Studios;

/// <summary>创新工作室联盟 (studios.md §7.2).</summary>
public class StudioAllianceTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateTime At = new(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly AllianceStudio Lead = new(1, "沈嘉禾创新工作室", "衡远机电", true), Other = new(2, "陆一鸣创新工作室", "砺原传动", true);

    [Fact]
    public void It_stands_only_when_the_leads_unit_has_accepted()
    {
        var alliance = Proposed();
        Assert.Equal((AllianceStage.Proposed, AllianceMemberStage.Invited), (alliance.Stage, alliance.MemberOf(1)!.Stage));
        Refused("alliance.not-standing", () => alliance.Invite(Other, Day, "officer", At));

        alliance.Make(AllianceMove.Accept, Lead, "", Day.AddDays(2), "unit", At);

        Assert.Equal((AllianceStage.Standing, AllianceMemberStage.Joined, Day.AddDays(2)), (alliance.Stage, alliance.MemberOf(1)!.Stage, alliance.MemberOf(1)!.From));
        Refused("alliance.lead-stays", () => alliance.Make(AllianceMove.Leave, Lead, "退出", Day, "unit", At));
    }

    [Fact]
    public void A_lead_that_declines_says_why_and_nothing_comes_of_it()
    {
        var alliance = Proposed();
        Refused("alliance.reason-missing", () => alliance.Make(AllianceMove.Decline, Lead, " ", Day, "unit", At));
        alliance.Make(AllianceMove.Decline, Lead, "今年任务重", Day, "unit", At);
        Assert.Equal(AllianceStage.Declined, alliance.Stage);
        Refused("alliance.over", () => alliance.Make(AllianceMove.Accept, Lead, "", Day, "unit", At));
        Refused("alliance.move-not-allowed", () => alliance.Dissolve("不再需要", Day, "officer", At));
    }

    [Fact]
    public void Nobody_is_a_member_before_his_unit_accepted_and_who_left_may_be_invited_again()
    {
        var alliance = Standing();
        alliance.Invite(Other, Day, "lead", At);
        Assert.False(alliance.MemberOf(2)!.IsMember(stands: true));
        Refused("alliance.member-already", () => alliance.Invite(Other, Day, "lead", At));
        Refused("alliance.move-not-allowed", () => alliance.Make(AllianceMove.Leave, Other, "退出", Day, "unit", At));

        alliance.Make(AllianceMove.Accept, Other, "", Day.AddDays(1), "unit", At);
        Assert.True(alliance.MemberOf(2)!.IsMember(stands: true));
        Refused("alliance.move-not-allowed", () => alliance.Make(AllianceMove.Revoke, Other, "撤回", Day, "lead", At));
        alliance.Make(AllianceMove.Leave, Other, "方向调整", Day.AddDays(9), "unit", At);

        var left = alliance.MemberOf(2)!;
        Assert.Equal((false, true, true, false, false), (left.IsMember(true), left.IsOn(Day.AddDays(1)), left.IsOn(Day.AddDays(9)), left.IsOn(Day.AddDays(10)), left.IsOn(Day)));
        alliance.Invite(Other, Day.AddDays(20), "lead", At);
        Assert.Equal([AllianceMemberStage.Joined, AllianceMemberStage.Left, AllianceMemberStage.Invited], alliance.Members.Select(m => m.Stage));
    }

    [Fact]
    public void A_studio_without_its_plaque_is_neither_invited_nor_accepted_and_reads_as_no_member()
    {
        var alliance = Standing();
        Refused("alliance.studio-over", () => alliance.Invite(Other with { Stands = false }, Day, "lead", At));
        Refused("alliance.studio-over", () => Founded(Charter, Lead with { Stands = false }));
        alliance.Invite(Other, Day, "lead", At);
        Refused("alliance.studio-over", () => alliance.Make(AllianceMove.Accept, Other with { Stands = false }, "", Day, "unit", At));
        alliance.Make(AllianceMove.Accept, Other, "", Day, "unit", At);
        Assert.False(alliance.MemberOf(2)!.IsMember(stands: false));
    }

    [Fact]
    public void Dissolving_it_ends_every_membership_on_the_day()
    {
        var alliance = Standing();
        alliance.Invite(Other, Day, "lead", At);
        Refused("alliance.reason-missing", () => alliance.Dissolve("", Day, "officer", At));
        alliance.Dissolve("任务完成", Day.AddDays(30), "officer", At);
        Assert.Equal((AllianceStage.Dissolved, Day.AddDays(30)), (alliance.Stage, alliance.DissolvedOn));
        Assert.Equal([(AllianceMemberStage.Left, Day.AddDays(30)), (AllianceMemberStage.Revoked, (DateOnly?)null)], alliance.Members.Select(m => (m.Stage, m.To)));
        Refused("alliance.move-not-allowed", () => alliance.Dissolve("再次", Day, "officer", At));
    }

    [Fact]
    public void What_founds_it_has_a_name_a_document_and_a_day_that_has_come()
    {
        foreach (var (charter, code) in ((AllianceCharter, string)[])[(Charter with { Name = " " }, "alliance.name-missing"), (Charter with { Name = new string('盟', 61) }, "alliance.name-missing"), (Charter with { Document = "" }, "alliance.document-missing"), (Charter with { On = Day.AddDays(1) }, "alliance.date-ahead")])
        {
            Refused(code, () => Founded(charter, Lead));
        }
    }

    [Fact]
    public void It_is_not_older_than_the_name_of_the_studio_that_leads_it()
    {
        Refused("alliance.date-early", () => Founded(Charter, Lead with { NamedOn = Charter.On.AddDays(1) }));
        Assert.Equal(Charter.On, Founded(Charter, Lead with { NamedOn = Charter.On }).FoundedOn);
    }

    [Theory]
    [InlineData("交流", 1, 0, null)]
    [InlineData("交流", 100_000, 5, null)]
    [InlineData(" ", 1, 0, "alliance-activity.title-missing")]
    [InlineData("交流", 0, 0, "alliance-activity.people")]
    [InlineData("交流", 1, -1, "alliance-activity.date")]
    [InlineData("交流", 1, 6, "alliance-activity.date")]
    public void An_activity_falls_between_its_founding_and_today(string title, int people, int days, string? code)
    {
        var alliance = Standing();
        if (code is null)
        {
            Assert.Equal(people, Activity(alliance, title, people, Day.AddDays(days)).People);
        }
        else
        {
            Refused(code, () => Activity(alliance, title, people, Day.AddDays(days)));
        }

        Refused("alliance.not-standing", () => Activity(Proposed(), "交流", 1, Day));
    }

    private static AllianceCharter Charter => new("电气创新联盟", "电气", "共享师资", "临总工〔2026〕5 号", Day);

    private static StudioAlliance Proposed() => Founded(Charter, Lead);

    private static StudioAlliance Standing()
    {
        var alliance = Proposed();
        alliance.Make(AllianceMove.Accept, Lead, "", Day, "unit", At);
        return alliance;
    }

    private static void Refused(string code, Action act) => Assert.Equal(code, Assert.Throws<Refusal>(act).Code);

    private static StudioAlliance Founded(AllianceCharter charter, AllianceStudio lead) => new(charter, new AllianceFounder(1, "临平区总工会"), lead, Day, "officer", At);

    private static AllianceActivity Activity(StudioAlliance alliance, string title, int people, DateOnly on) => new(alliance, ActivityKind.Meeting, on, title, people, "", Day.AddDays(5), "lead", At);
}
