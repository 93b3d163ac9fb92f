using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Contests.ResultSheets;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Contests.Promotions;

/// <summary>What leads from one contest to the next: workers with real ID numbers, marked events, filled workbooks, the pages' forms.</summary>
internal static class Ladder
{
    public static readonly string[] Header = [.. ResultSheetReader.Columns.Select(c => c.Name)];

    /// <summary>A made-up number of the unassigned area 990101.</summary>
    public static string Number(int n) => $"990101199001{n / 1000 + 1:00}{n % 1000:000}" is var seventeen ? seventeen + IdNumber.CheckCharacter(seventeen) : "";

    public static Task<Worker> Registered(this App app, string name, int n, string unit = "E1") => app.WithDb(async db =>
    {
        var number = IdNumber.Read(IdKind.ResidentCard, Number(n));
        var worker = new Worker(name, IdKind.ResidentCard, app.Services.GetRequiredService<FieldCipher>().Seal("worker.id-number", number.Value), number.Sex, number.BornOn!.Value)
            .Reachable(app.Services.GetRequiredService<FieldCipher>().Seal("worker.phone", $"1380000{n:0000}"))
            .Employed(false, new DateOnly(2015, 1, 1)).Skilled("6-18-02-04", "3", null, 2012).Join(await db.Organisations.SingleAsync(o => o.Code == unit), new DateOnly(2020, 1, 1));
        db.Add(worker);
        await db.SaveChangesAsync();
        return worker;
    });

    /// <summary>An event of the organisation that is over: these were entered, marked in this order of points, and its codes are open.</summary>
    public static async Task<int> Held(this App app, string code, string owner, params (Worker Worker, decimal Points)[] field)
    {
        var id = await app.Registering(code, owner);
        await app.WithDb(async db =>
        {
            var (of, now) = (await db.Events.SingleAsync(e => e.Id == id), app.Clock.GetUtcNow().UtcDateTime);
            foreach (var ((worker, _), i) in field.Select((f, i) => (f, i)))
            {
                var entry = new Entry(of, "workers", worker.Memberships[0].OrganisationId, worker.Memberships[0].OrganisationName, "test", now).With(worker.Id, worker.Name).Stated(null, true).Declared("");
                foreach (var kind in Enum.GetValues<ConsentKind>())
                {
                    entry.Consent(worker.Id, kind, "2026-1", now, himself: true);
                }

                entry.Submit(of.Groups[0], "test", now);
                entry.Make(EntryMove.PassUnit, "test", now);
                entry.Make(EntryMove.PassTown, "test", now);
                entry.Accept($"{i + 1:0000}", "test", now);
                db.Add(entry);
            }

            await db.SaveChangesAsync();
        });
        await app.Marked(code, [.. field.Select(f => (f.Worker.Id, f.Points))]);
        return id;
    }

    /// <summary>Everybody's modules are marked alike, the codes opened and the results announced.</summary>
    public static Task Marked(this App app, string code, params (int Worker, decimal Points)[] points) => app.WithDb(async db =>
    {
        var (of, now) = (await db.Events.SingleAsync(e => e.Code == code), app.Clock.GetUtcNow().UtcDateTime);
        foreach (var move in (EventMove[])[EventMove.CloseRegistration, EventMove.FinishVetting, EventMove.Start, EventMove.Finish, EventMove.OpenCodes, EventMove.Announce])
        {
            of.Make(move, new EventFacts(points.Length), "test", now, "test");
        }

        var head = new LedgerHead(code);
        head.Take(marks: true);
        db.Add(head);
        foreach (var (worker, value) in points)
        {
            var entry = await db.Entries.SingleAsync(e => e.EventId == of.Id && e.Stage == EntryStage.Accepted && e.Members.Any(m => m.WorkerId == worker));
            foreach (var module in of.Modules)
            {
                var (work, line) = CodeBookLine.For(code, module.Code, entry.Id, 0, $"{module.Code}-{entry.Id}", now);
                db.AddRange(work, line, head.Append(new GivenMark(Guid.NewGuid(), work.Code, MarkItem.Panel, value, now), "judge", new Sheet(module.Code, DateOnly.FromDateTime(now)), now));
            }
        }

        await db.SaveChangesAsync();
    });

    /// <summary>A workbook of results with these rows, in the order of the template's columns.</summary>
    public static byte[] Results(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var sheet = new SheetWriter(file))
        {
            sheet.Begin("填写", Header.Select(_ => 12));
            sheet.Row(Header.Select(h => new Cell(h, Look.Header)));
            foreach (var row in rows)
            {
                sheet.Row(row.Select(c => (Cell)c));
            }
        }

        return file.ToArray();
    }

    /// <summary>Name, number, total; the unit is E1's, nothing else is filled.</summary>
    public static string[] Row(string name, int n, string total, string place = "") => [place, name, Number(n), "临平衡远机电有限公司", total, "", "", "", "", ""];

    public static async Task<Browser> Import(this Browser browser, byte[] file, string contest = "衡远机电 2026 年岗位练兵", string? receiver = "LP01", IReadOnlyDictionary<string, string>? more = null)
    {
        await browser.Visit("/result-sheets/new");
        var fields = new Dictionary<string, string> { ["ContestName"] = contest, ["Organiser"] = "衡远机电工会", ["EventTitle"] = "焊工", ["HeldOn"] = "2026-01-20", ["Level"] = "Enterprise" };
        if (receiver is not null)
        {
            fields["Receiver"] = receiver;
        }

        foreach (var (key, value) in more ?? new Dictionary<string, string>())
        {
            fields[key] = value;
        }

        return await browser.Upload("form#sheet", "File", "成绩.xlsx", file, fields);
    }

    /// <summary>Fills the form and presses the button; gives the list's address.</summary>
    public static async Task<string> Compute(this Browser browser, string code, string source, IReadOnlyDictionary<string, string>? fields = null)
    {
        await browser.Visit($"/events/{code}/promotions/new");
        await browser.Submit("form#promotion", new Dictionary<string, string>(fields ?? new Dictionary<string, string>()) { ["Source"] = source });
        return browser.Address;
    }

    /// <summary>Computed, confirmed by the leader, published.</summary>
    public static async Task<string> Publish(this App app, Browser organiser, string code, string source, IReadOnlyDictionary<string, string>? fields = null)
    {
        var address = await organiser.Compute(code, source, fields);
        var leader = await app.Open(DutyKind.FederationLeader);
        await leader.Visit(address);
        await leader.Submit("form#confirm");
        await organiser.Visit(address);
        await organiser.Submit("form#publish");
        return address;
    }

    public static Task<PromotionList> ListAt(this App app, string address)
    {
        var id = int.Parse(address[(address.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return app.WithDb(db => db.PromotionLists.AsNoTracking().SingleAsync(l => l.Id == id));
    }
}
