using Competitions.Blinding;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Notices;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>The event WELD was held in one session of an hour; the practical of 0001 was given twenty minutes more. Leaders of E1 and E2.</summary>
internal static class Appealing
{
    public static readonly DateTime Started = Noticing.Monday;

    /// <summary>When all ended but 0001, and when he did.</summary>
    public static readonly DateTime Ended = Started.AddMinutes(60);
    public static readonly DateTime EndedLate = Started.AddMinutes(80);

    public static readonly IReadOnlyDictionary<string, string> Facts = new Dictionary<string, string> { ["Kind"] = "Judging", ["Facts"] = "第三道焊缝的评分与实测不符，请按实测记录复核。" };

    /// <summary>Checked, published and announced; the session held. The organiser.</summary>
    public static async Task<Browser> Held(this App app)
    {
        app.Clock.Stop(Started);
        var organiser = await app.Opened(Noticing.Ten);
        await app.Publish(organiser);
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        await app.HoldSession(Started);
        return organiser;
    }

    /// <summary>All sat in it, and it has ended; 0001 twenty minutes after the others.</summary>
    public static Task HoldSession(this App app, DateTime started) => app.WithDb(async db =>
    {
        var of = await db.Events.SingleAsync();
        var session = new Session(of, "practical", "第一场", "一号厂房", started, 60);
        db.Add(session);
        await db.SaveChangesAsync();
        session.Make(SessionMove.Start, "test", started);
        foreach (var entry in await db.Entries.OrderBy(e => e.Id).ToListAsync())
        {
            var seat = new Seat(session.Id, $"{entry.Id:00}", null);
            seat.Assign(entry.Id);
            seat.SignIn(session, of.Rules.Day, "test", started);
            if (entry.AdmissionNumber == "0001")
            {
                seat.GiveExtraTime(20, "焊机故障", "test", started.AddMinutes(5));
            }

            seat.End(session, started.AddMinutes(100));
            db.Add(seat);
        }

        session.Make(SessionMove.End, "test", started.AddMinutes(100));
        await db.SaveChangesAsync();
    });

    /// <summary>The leader of that enterprise's team.</summary>
    public static async Task<Browser> Leader(this App app, string unit)
    {
        var of = await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync());
        var (account, worker) = (await app.Judge(of, DutyKind.TeamLeader, $"leader-{unit}"), await app.Worker("领队" + unit, unit == "E1" ? 901 : 902, unit));
        await app.WithDb(db => db.Users.Where(u => u.Id == account).ExecuteUpdateAsync(set => set.SetProperty(u => u.WorkerId, worker.Id)));
        return app.As(account);
    }

    /// <summary>参赛编号, drawn by lot.</summary>
    public static async Task<string> NumberOf(this App app, string admission)
    {
        var entry = await app.EntryOf(admission);
        return CodeBookLine.NumberOf(await app.WithDb(db => db.CodeBook.Where(l => l.Module == CodeBookLine.RowsOf("final") && l.EntryId == entry).Select(l => l.Work).SingleAsync()));
    }

    public static Task<int> EntryOf(this App app, string admission) => app.WithDb(db => db.Entries.Where(e => e.AdmissionNumber == admission).Select(e => e.Id).SingleAsync());

    public static async Task<Browser> Appeal(this App app, Browser leader, string admission, bool forged = false)
    {
        var fields = new Dictionary<string, string>(Facts) { ["Ground"] = $"{await app.EntryOf(admission)}/practical" };
        return await (await leader.Visit("/events/WELD/appeals/new")).Submit("form#appeal", fields, forged);
    }

    /// <summary>By the page of the move.</summary>
    public static async Task<Browser> Move(this Browser browser, string move, string text, string outcome = "None", int appeal = 1)
    {
        await browser.Visit($"/events/WELD/appeals/{appeal}/moves/new?move={move}");
        var fields = new Dictionary<string, string> { ["Text"] = text };
        if (outcome != "None")
        {
            fields["Outcome"] = outcome;
        }

        return await browser.Submit("form#move", fields);
    }

    public static async Task<Browser> Press(this Browser browser, string form, int appeal = 1) => await (await browser.Visit($"/events/WELD/appeals/{appeal}")).Submit(form);
}
