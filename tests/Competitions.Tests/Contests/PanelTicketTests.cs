using System.Security.Cryptography;
using Competitions.Contests;

namespace Competitions.Tests.Contests;

public class PanelTicketTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_ticket_is_for_who_is_seated() => Assert.Equal("panel.not-seated", Refused(() => _ = new PanelTicket(Panel("anna"), "bela", "hash", "chief", Now)));

    [Fact]
    public void It_works_once_within_its_day_before_the_end_of_the_marking_and_with_a_key()
    {
        Assert.Equal("panel-ticket.key", Refused(() => Ticket().Use("no key", EventStage.Running, Now)));
        Assert.Equal("panel-ticket.key", Refused(() => Ticket().Use(Key(ECCurve.NamedCurves.nistP384), EventStage.Running, Now)));
        Assert.Equal("panel-ticket.expired", Refused(() => Ticket().Use(Key(), EventStage.Running, Now.AddHours(24).AddSeconds(1))));
        Assert.Equal("panel-ticket.over", Refused(() => Ticket().Use(Key(), EventStage.Checking, Now)));
        var ended = Ticket();
        ended.End(Now);
        Assert.Equal("panel-ticket.ended", Refused(() => ended.Use(Key(), EventStage.Running, Now)));

        var ticket = Ticket();
        ticket.Use(Key(), EventStage.Running, Now.AddHours(24));
        Assert.Equal("panel-ticket.used", Refused(() => ticket.Use(Key(), EventStage.Running, Now)));
    }

    [Theory]
    [InlineData(EventStage.Ready, true)]
    [InlineData(EventStage.Running, true)]
    [InlineData(EventStage.Suspended, true)]
    [InlineData(EventStage.Checking, false)]
    [InlineData(EventStage.Opened, false)]
    [InlineData(EventStage.Cancelled, false)]
    public void A_place_lasts_while_the_event_is_marked(EventStage stage, bool lasts)
    {
        var ticket = Ticket();
        Assert.False(ticket.Lasts(true, stage, false)); // nobody has used it
        ticket.Use(Key(), EventStage.Running, Now);

        Assert.Equal(lasts, ticket.Lasts(true, stage, false));
        Assert.False(ticket.Lasts(isSeated: false, stage, false));
        Assert.False(ticket.Lasts(true, stage, isLocked: true));
        ticket.End(Now);
        Assert.False(ticket.Lasts(true, stage, false));
    }

    private static PanelTicket Ticket() => new(Panel("anna"), "anna", "hash", "chief", Now);

    private static Panel Panel(string judge)
    {
        var preset = new RulePreset("p", 1, "", 10, 1, new EventRules { PresetCode = "p", PresetVersion = 1 },
            [new EventModule("practical", "实操", "final", ModuleKind.Practical, ModuleWay.Panel, 100, 60, 100, 240, 0)], [new EventGroup("workers", "职工组", GroupFor.Workers)], [new EventRound("final", "决赛", 1)]);
        var panel = new Panel(new Event(1, "WELD", new EventText("焊工", "x", "焊工", null, false, 10, 1), preset), "practical", "实操组", []);
        panel.Seat(judge, judge, leads: false);
        return panel;
    }

    private static string Key(ECCurve? curve = null)
    {
        using var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Code;
}
