using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Innovations;

/// <summary>What tests of proposals do again and again.</summary>
internal static class Proposing
{
    public static readonly Dictionary<string, string> Typed = new()
    {
        ["Title"] = "减速机合箱间隙在线检测改造", ["Category"] = "equipment", ["Problem"] = "合箱间隙由人工用塞尺逐点测量，每台需测16点，约11分钟，班组之间差异大。", ["Measures"] = "在合箱工位加装四路激光测距头，压紧后自动扫描整圈间隙，超差时锁止下料。",
    };

    /// <summary>The worker signed in by himself.</summary>
    public static Task<Browser> Own(this App app, Worker worker) => MyEntriesTests.Account(app, worker);

    public static async Task<Browser> Propose(this Browser own, IReadOnlyDictionary<string, string>? other = null) =>
        await (await own.Visit("/my/proposals/new")).Submit("#proposal", new Dictionary<string, string>(Typed.Concat(other ?? new Dictionary<string, string>()).GroupBy(f => f.Key).Select(g => g.Last())));

    /// <summary>A worker of the unit with his proposal; its id.</summary>
    public static async Task<int> Proposal(this App app, int number = 1, string unit = "E1", IReadOnlyDictionary<string, string>? other = null)
    {
        await app.Organisations();
        var worker = await app.Worker($"建议人{number:00}", number, unit);
        await (await app.Own(worker)).Propose(other);
        return await app.WithDb(db => db.Proposals.Where(p => p.WorkerId == worker.Id).Select(p => p.Id).SingleAsync());
    }

    public static Task<Proposal> Find(this App app, int id) => app.WithDb(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id));

    public static async Task<Browser> Accept(this Browser officer, int id) => await (await officer.Visit($"/proposals/{id}")).Submit("#accept");

    public static async Task<Browser> Move(this Browser officer, int id, ProposalMove move, IReadOnlyDictionary<string, string>? fields = null) =>
        await (await officer.Visit($"/proposals/{id}/moves/new?move={move}")).Submit("#move", fields);

    /// <summary>Accepted, assessed and adopted.</summary>
    public static async Task Adopt(this Browser officer, int id)
    {
        await officer.Accept(id);
        await officer.Move(id, ProposalMove.Assess, new Dictionary<string, string> { ["Department"] = "设备部", ["Text"] = "可行，投入不大" });
        await officer.Move(id, ProposalMove.Adopt);
    }

    /// <summary>Carried out today and its effect confirmed: 148 × 1860 − 86000.</summary>
    public static async Task Carry(this Browser officer, int id, DateOnly today)
    {
        await officer.Move(id, ProposalMove.Start, new Dictionary<string, string> { ["Responsible"] = "王主任", ["On"] = $"{today.AddDays(20):yyyy-MM-dd}" });
        await officer.Move(id, ProposalMove.Finish, new Dictionary<string, string> { ["On"] = $"{today:yyyy-MM-dd}" });
        await officer.Move(id, ProposalMove.Confirm, new Dictionary<string, string>
        {
            ["Lines[0].What"] = "减少返工", ["Lines[0].UnitValue"] = "1860", ["Lines[0].Quantity"] = "148", ["Lines[0].QuantityUnit"] = "台", ["Lines[0].Proof"] = "质量台账",
            ["Lines[4].What"] = "设备与调试", ["Lines[4].UnitValue"] = "86000", ["Lines[4].Quantity"] = "1", ["Lines[4].QuantityUnit"] = "次", ["Text"] = "每台检测由 11 分钟降到 1.5 分钟",
        });
    }

    /// <summary>Makes the worker's own account an officer's of that unit too.</summary>
    public static Task<string> OfficerWho(this App app, Worker worker, string unit = "E1") => app.WithDb(async db =>
    {
        var account = await db.Users.Where(u => u.WorkerId == worker.Id).Select(u => u.Id).SingleAsync();
        db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == unit), account, DutyKind.EnterpriseOfficer, new DateOnly(2020, 1, 1), null, account));
        await db.SaveChangesAsync();
        return account;
    });
}
