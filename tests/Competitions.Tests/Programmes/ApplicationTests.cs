using Competitions.Programmes;
using static Competitions.Tests.Programmes.Called;

namespace Competitions.Tests.Programmes;

/// <summary>The chain of an application, for every kind there is.</summary>
public class ApplicationTests
{
    [Theory, MemberData(nameof(Kinds), MemberType = typeof(Called))]
    public void It_goes_from_the_unit_over_the_union_to_who_calls(string kind)
    {
        var call = Call(Rules with { UnitNoticeDays = 5 }, kind);
        var made = Accepted(call);

        Assert.Equal(
            [ApplicationStage.Submitted, ApplicationStage.UnitNoticed, ApplicationStage.UnitPassed, ApplicationStage.Recommended, ApplicationStage.Accepted],
            made.History.Select(h => h.To));
        Assert.Equal([Unit, Unit, Unit, Town, Officer], made.History.Select(h => h.By));
    }

    [Theory, MemberData(nameof(Kinds), MemberType = typeof(Called))]
    public void A_statement_that_was_not_accepted_holds_it_back_and_one_that_was_stays_with_its_version(string kind)
    {
        var call = Call(kind: kind);
        var made = Draft(call);

        Assert.Equal("application.statement-missing", Refused(() => made.Submit(call, [], [], new Recommender(5, "东湖"), "WX2026-001", Unit, In)));
        Assert.Equal(ApplicationStage.Draft, made.Stage);
        made.Submit(call, [], ["true"], new Recommender(5, "东湖"), "WX2026-001", Unit, In);
        Assert.Equal(("true", "1", Unit, In), made.Statements.Select(s => (s.Key, s.Version, s.By, s.At)).Single());
    }

    [Fact]
    public void Shares_that_do_not_add_to_a_hundred_are_told_with_what_they_add_to()
    {
        var call = Call();
        var made = Draft(call);
        made.Write(call, made.Title, new Answers(), [Person(1, 60), Person(2, 39.99m)]);

        var wrong = Assert.Single(made.Check(call, ApplicationFacts.None, [], new DateOnly(2026, 3, 10)), f => f.Code == "application.shares-sum");
        Assert.Equal(99.99m, wrong.Details[0]);
        Assert.True(wrong.IsBlocking);
        Assert.Equal("application.incomplete", Refused(() => made.Submit(call, [wrong], ["true"], new Recommender(5, "东湖"), "n", Unit, In)));
    }

    [Fact]
    public void A_draft_is_written_by_nobody_any_more_once_it_was_handed_in()
    {
        var call = Call();
        var made = Submitted(call);

        Assert.Equal("application.not-open", Refused(() => made.Write(call, "另一个名称", new Answers(), [])));
    }

    [Fact]
    public void Server_time_closes_the_window_to_the_second()
    {
        var call = Call();
        var made = Draft(call);

        Assert.Equal("call.not-taking", Refused(() => made.Submit(call, [], ["true"], new Recommender(5, "东湖"), "n", Unit, Closes)));
        made.Submit(call, [], ["true"], new Recommender(5, "东湖"), "n", Unit, Closes.AddSeconds(-1));
        made.PassUnit(call, new DateOnly(2026, 4, 15), Unit, RecommendBy.AddSeconds(-1));
        Assert.Equal("call.too-late", Refused(() => made.Recommend(call, Town, RecommendBy, "")));
    }

    [Fact]
    public void What_was_returned_is_handed_in_again_under_its_number_until_the_day_of_recommending()
    {
        var call = Call();
        var made = Submitted(call);
        Assert.Equal("application.reason-missing", Refused(() => made.Make(ApplicationMove.Return, Unit, In)));
        made.Make(ApplicationMove.Return, Unit, In, "缺台账");
        Assert.Equal("缺台账", made.Why);

        made.Write(call, "新的名称", new Answers(), made.People.ToList());
        made.Submit(call, [], ["true"], new Recommender(5, "东湖"), "WX2026-099", Unit, Closes.AddDays(1));
        Assert.Equal(("WX2026-001", ApplicationStage.Submitted), (made.Number, made.Stage));
    }

    [Fact]
    public void A_correction_changes_neither_title_nor_people_nor_shares_for_they_were_published()
    {
        var call = Call();
        var made = Recommended(call);
        made.AskCorrection(call, new DateOnly(2026, 4, 1), Officer, In, "缺财务章");

        Assert.Equal("application.published-fixed", Refused(() => made.Write(call, "另一个名称", new Answers(), made.People.ToList())));
        Assert.Equal("application.published-fixed", Refused(() => made.Write(call, made.Title, new Answers(), [Person(7, 100)])));
        made.Write(call, made.Title, new Answers([new("problem", [["补充说明"]])]), made.People.ToList());
        made.Correct(call, [], ["true"], new DateOnly(2026, 3, 12), Unit, In.AddDays(2));
        Assert.Equal(ApplicationStage.Recommended, made.Stage);
    }

    [Fact]
    public void A_correction_is_taken_on_its_last_day_and_after_it_only_when_it_is_asked_for_again()
    {
        var call = Call();
        var made = Recommended(call);
        made.AskCorrection(call, new DateOnly(2026, 4, 1), Officer, In, "缺财务章");
        Assert.Equal("application.correct-late", Refused(() => made.Correct(call, [], ["true"], new DateOnly(2026, 4, 2), Unit, In)));
        Assert.Equal(ApplicationStage.Correcting, made.Stage);

        made.AskCorrection(call, new DateOnly(2026, 4, 10), Officer, In, "再给几天");
        made.Correct(call, [], ["true"], new DateOnly(2026, 4, 10), Unit, In);
        Assert.Equal(ApplicationStage.Recommended, made.Stage);
    }

    [Fact]
    public void The_unit_notice_runs_to_its_last_day()
    {
        var call = Call(Rules with { UnitNoticeDays = 5 });
        var made = Submitted(call);

        Assert.Equal("application.unit-notice-first", Refused(() => made.PassUnit(call, new DateOnly(2026, 3, 12), Unit, In)));
        made.GiveUnitNotice(call, new UnitNotice("公告栏", new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 17)), Unit, In);
        Assert.Equal("application.unit-notice-running", Refused(() => made.PassUnit(call, new DateOnly(2026, 3, 17), Unit, In)));
        made.PassUnit(call, new DateOnly(2026, 3, 18), Unit, In);
        Assert.Equal(ApplicationStage.UnitPassed, made.Stage);
    }

    [Fact]
    public void Who_recommended_it_does_not_check_it()
    {
        var call = Call();
        var made = Submitted(call);
        made.PassUnit(call, new DateOnly(2026, 3, 18), Unit, In);
        made.Recommend(call, Officer, In, "");

        Assert.Equal("application.own-check", Refused(() => made.Accept(call, Officer, In, "")));
    }

    /// <summary>Where an application ends, nothing goes on from there but a cancelled name.</summary>
    [Fact]
    public void What_ended_does_not_move()
    {
        foreach (var stage in Enum.GetValues<ApplicationStage>().Where(ApplicationLifecycle.HasEnded))
        {
            var onward = Enum.GetValues<ApplicationMove>().Where(m => ApplicationLifecycle.Next(stage, m) is not null).ToList();
            ApplicationMove[] allowed = stage switch { ApplicationStage.Named => [ApplicationMove.Cancel], ApplicationStage.Unselected => [ApplicationMove.ReviewAgain], _ => [] };
            Assert.Equal(allowed, onward);
        }
    }

    private static ApplicationPerson Person(int id, decimal share) => new(id, id, $"职工{id}", 10, "衡远机电有限公司工会", "", true, share);
}
