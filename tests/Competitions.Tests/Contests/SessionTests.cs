using Competitions.Contests;

namespace Competitions.Tests.Contests;

public class SessionTests
{
    private static readonly DateTime Nine = new(2026, 5, 21, 1, 0, 0, DateTimeKind.Utc); // 9:00 in China
    private static readonly DayRules Rules = new();

    [Fact]
    public void The_clock_stands_still_while_it_is_paused()
    {
        var session = Running();
        session.Make(SessionMove.Pause, "c", Nine.AddMinutes(30), "停电");
        session.Make(SessionMove.Resume, "c", Nine.AddMinutes(45));

        Assert.Equal(TimeSpan.FromMinutes(30), session.ElapsedAt(Nine.AddMinutes(40)));
        Assert.Equal(TimeSpan.FromMinutes(45), session.ElapsedAt(Nine.AddMinutes(60)));
        Assert.Equal(TimeSpan.FromMinutes(75), session.RemainingAt(Nine.AddMinutes(60)));
        Assert.Equal(Nine.AddMinutes(135), session.TimeUpAt(0, Nine.AddMinutes(200)));
        Assert.Equal(Nine.AddMinutes(145), session.TimeUpAt(10, Nine.AddMinutes(200)));
    }

    [Fact]
    public void A_pause_without_a_reason_is_refused() =>
        Assert.Equal("session.reason-missing", Assert.Throws<Refusal>(() => Running().Make(SessionMove.Pause, "c", Nine.AddMinutes(1))).Code);

    [Fact]
    public void A_server_clock_set_back_makes_no_negative_time()
    {
        var session = Running();
        session.Make(SessionMove.Pause, "c", Nine.AddHours(-1), "校时");
        Assert.Equal(TimeSpan.Zero, session.ElapsedAt(Nine.AddMinutes(5)));
    }

    [Fact]
    public void Twenty_minutes_late_is_let_in_and_a_second_more_is_not()
    {
        var session = Running();
        var seat = Seat();
        Assert.Equal("seat.too-late", Assert.Throws<Refusal>(() => seat.SignIn(session, Rules, "c", Nine.AddMinutes(20).AddSeconds(1))).Code);
        Assert.Equal("seat.may-still-come", Assert.Throws<Refusal>(() => seat.MarkAbsent(session, Rules, Nine.AddMinutes(20))).Code);

        seat.SignIn(session, Rules, "c", Nine.AddMinutes(20));

        Assert.Equal((Attendance.SignedIn, true), (seat.Attendance, seat.CameLate));
    }

    [Fact]
    public void A_seat_ends_when_its_own_time_ran_out_extra_time_included()
    {
        var session = Running();
        var (plain, longer) = (Seat(), Seat());
        plain.SignIn(session, Rules, "c", Nine);
        longer.SignIn(session, Rules, "c", Nine);
        longer.GiveExtraTime(15, "设备故障", "c", Nine.AddMinutes(50));

        Assert.False(plain.HasTime(session, Nine.AddMinutes(120)));
        Assert.True(longer.HasTime(session, Nine.AddMinutes(120)));
        plain.End(session, Nine.AddMinutes(130));
        longer.End(session, Nine.AddMinutes(130));

        Assert.Equal(Nine.AddMinutes(120), plain.EndedAt);
        Assert.Equal(Nine.AddMinutes(130), longer.EndedAt); // stopped five minutes early, by somebody who gave a reason
    }

    [Fact]
    public void Ending_while_somebody_has_time_needs_a_reason() =>
        Assert.Equal("session.seats-have-time", Assert.Throws<Refusal>(() => Running().Make(SessionMove.End, "c", Nine.AddMinutes(60), unfinished: 1)).Code);

    [Fact]
    public void Nobody_hands_in_during_the_first_thirty_minutes()
    {
        var (session, seat) = (Running(), Seat());
        seat.SignIn(session, Rules, "c", Nine);
        Assert.Equal("seat.hand-in-too-early", Assert.Throws<Refusal>(() => seat.HandIn(session, Rules, Nine.AddMinutes(29))).Code);

        seat.HandIn(session, Rules, Nine.AddMinutes(30));

        Assert.Equal(Nine.AddMinutes(30), seat.EndedAt);
    }

    [Fact]
    public void Neighbours_are_of_different_units_where_that_is_possible()
    {
        (int Entry, int Unit)[] entries = [.. Enumerable.Range(1, 12).Select(n => (n, n <= 6 ? 1 : n <= 9 ? 2 : 3))];

        var order = Seating.Spread(entries, "seed");
        var units = order.Select(e => entries.Single(x => x.Entry == e).Unit).ToList();

        Assert.Equal(Enumerable.Range(1, 12), order.Order());
        Assert.DoesNotContain(units.Zip(units.Skip(1)), pair => pair.First == pair.Second);
        Assert.Equal(order, Seating.Spread(entries.Reverse(), "seed"));
        Assert.NotEqual(order, Seating.Spread(entries, "another"));
    }

    private static Session Running()
    {
        var session = new Session(Some.Event(), "practical", "第一场", "1 号车间", Nine, 120);
        session.Make(SessionMove.Start, "c", Nine);
        return session;
    }

    private static Seat Seat()
    {
        var seat = new Seat(1, "01", null);
        seat.Assign(1);
        return seat;
    }
}
