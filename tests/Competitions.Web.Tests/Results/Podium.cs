using System.Globalization;
using Competitions.People;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>The event WELD, marked to the end and being checked; its works are sealed until the organiser opens them.</summary>
internal static class Podium
{
    public const string Code = "WELD";

    /// <summary>Theory and practical of each; the entries bear the numbers 0001 on and the names 选手01 on.</summary>
    public static async Task<Browser> Checking(this App app, params (decimal Theory, decimal Practical)[] marks)
    {
        await app.Ready(marks.Length);
        var organiser = await app.Organiser();
        await (await organiser.Visit($"/events/{Code}")).Submit("#Start");
        for (var i = 0; i < marks.Length; i++)
        {
            await app.Mark($"{i + 1:0000}", "theory", marks[i].Theory);
            await app.Mark($"{i + 1:0000}", "practical", marks[i].Practical);
        }

        await (await organiser.Visit($"/events/{Code}")).Submit("#Finish");
        return organiser;
    }

    /// <summary>The same with its codes opened.</summary>
    public static async Task<Browser> Opened(this App app, params (decimal Theory, decimal Practical)[] marks)
    {
        var organiser = await app.Checking(marks);
        return await (await organiser.Visit($"/events/{Code}")).Submit("#OpenCodes");
    }

    /// <summary>A line of the ledger for the work of an entry, whether the event takes marks or not: as by a correction slip.</summary>
    public static Task Mark(this App app, string admission, string module, decimal value) => app.WithDb(async db =>
    {
        var (entry, now) = (await db.Entries.SingleAsync(e => e.AdmissionNumber == admission), app.Clock.GetUtcNow().UtcDateTime);
        var work = await db.CodeBook.Where(l => l.EventCode == Code && l.Module == module && l.EntryId == entry.Id).Select(l => l.Work).SingleAsync();
        var head = await db.LedgerHeads.SingleAsync(h => h.EventCode == Code);
        var locked = head.Locked;
        head.Take(marks: true);
        db.Add(head.Append(new GivenMark(Guid.NewGuid(), work, MarkItem.Panel, value, now), "judge", new Sheet(module, DateOnly.FromDateTime(now)), now));
        head.Take(marks: !locked);
        await db.SaveChangesAsync();
    });

    /// <summary>Fills the form and presses the button; gives the result's address.</summary>
    public static async Task<string> Compute(this Browser browser, IReadOnlyDictionary<string, string>? fields = null, int? corrects = null)
    {
        await browser.Visit($"/events/{Code}/results/new{(corrects is { } id ? $"?corrects={id}" : "")}");
        await browser.Submit("form#result", fields);
        return browser.Address;
    }

    public static async Task<Browser> Press(this Browser browser, string address, string form)
    {
        await browser.Visit(address);
        return await browser.Submit(form);
    }

    /// <summary>Computed by the organiser, confirmed by the leader, published.</summary>
    public static async Task<string> Publish(this App app, Browser organiser, IReadOnlyDictionary<string, string>? fields = null, int? corrects = null)
    {
        var address = await organiser.Compute(fields, corrects);
        await (await app.Open(DutyKind.FederationLeader)).Press(address, "form#confirm");
        await organiser.Press(address, "form#publish");
        return address;
    }

    public static int Id(string address) => int.Parse(address[(address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    public static Task<Result> ResultAt(this App app, string address) => app.WithDb(db => db.Results.AsNoTracking().SingleAsync(r => r.Id == Id(address)));
}
