using Competitions.Data;
using Competitions.People;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Contests.Judges;
using Competitions.Web.Honours;
using Competitions.Web.Innovations.Patents;
using Competitions.Web.Innovations.Proposals;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Mine;

/// <summary>A copy of all that is kept about a worker, for himself and with his numbers whole (PIPL Art. 45).</summary>
[Route("my/data/copy.xlsx"), Authorize(Policies.Own)]
public sealed class MyDataCopiesController(CompetitionsDb db, FieldCipher cipher, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        var id = this.WorkerId();
        var worker = Missing.Unless(await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id));
        IReadOnlyList<(string Name, string[] Heads, IReadOnlyList<string?[]> Rows)> sheets = [
            ("本人", ["项目", "内容"], await Record(worker)),
            ("会籍", ["工会", "会员证号", "起", "止"], [.. worker.Memberships.Select(m => new[] { m.OrganisationName, m.CardNumber, m.From.Iso(), m.To?.Iso() ?? "至今" })]),
            ("报名", ["赛项", "单位", "准考证号", "状态", "报名时间"], await Entries(id)),
            ("荣誉", ["名称", "赛事", "年度", "颁发单位", "状态"], await Honours(id)),
            ("建议", ["名称", "单位", "提交日期", "状态", "现状与问题", "改进措施", "答复"], await Proposals(id)),
            ("专利", ["名称", "申请号", "单位", "排序", "状态"], await Patents(id)),
            ("同意", ["事项", "文本版本", "同意时间", "撤回时间"], [.. (await db.Consents.AsNoTracking().Where(c => c.WorkerId == id).OrderBy(c => c.Id).ToListAsync()).Select(c => new[] { c.Kind is ConsentKind.Processing ? "处理个人信息" : "公示与公布", c.TextVersion, c.At.Moment(), c.WithdrawnAt?.Moment() })]),
            ("执裁", ["赛项", "事项", "内容", "时间"], await Judging(id)),
            ("申请", ["事项", "内容", "时间", "答复"], [.. (await db.CorrectionRequests.AsNoTracking().Where(r => r.WorkerId == id).OrderBy(r => r.Id).ToListAsync()).Select(r => new[] { r.Field.Name(), r.Text, r.At.Moment(), r.Answer })])];
        await audit.Write("my-data.copy", $"{id}");
        Response.Headers.CacheControl = "no-store";
        return SheetFile.Of($"我的资料-{clock.Today().Iso()}.xlsx", to =>
        {
            using var book = new SheetWriter(to);
            foreach (var (name, heads, rows) in sheets)
            {
                book.Begin(name, heads.Select(_ => 24));
                book.Row(heads.Select(h => new Cell(h, Look.Header)));
                foreach (var row in rows)
                {
                    book.Row(row.Select(c => (Cell)(c ?? "")));
                }
            }
        });
    }

    private async Task<IReadOnlyList<string?[]>> Record(Worker worker) => [
        ["姓名", worker.Name], ["性别", worker.Sex.Name()], ["出生日期", worker.BornOn.Iso()],
        [worker.IdKind.Name(), cipher.Open("worker.id-number", worker.IdNumberSealed)], ["手机", worker.PhoneSealed is { } phone ? cipher.Open("worker.phone", phone) : null],
        ["职业（工种）", await db.Occupations.Where(o => o.Code == worker.OccupationCode).Select(o => o.Name).SingleOrDefaultAsync()],
        ["技能等级", await db.SkillLevels.Where(l => l.Code == worker.SkillLevelCode).Select(l => l.Name).SingleOrDefaultAsync()],
        ["等级证书", worker.SkillCertificateNumber], ["从业起始", $"{worker.InTradeSince}"], ["本地社保", worker.InsuredSince is { } since ? $"{since:yyyy-MM} 起" : null]];

    private async Task<IReadOnlyList<string?[]>> Entries(int id) => [.. (await (
        from entry in db.Entries.AsNoTracking() where entry.Members.Any(m => m.WorkerId == id)
        join of in db.Events on entry.EventId equals of.Id orderby entry.Id
        select new { of.Title, entry.UnitName, entry.AdmissionNumber, entry.Stage, entry.At }).ToListAsync()).Select(e => new[] { e.Title, e.UnitName, e.AdmissionNumber, e.Stage.Name(), e.At.Moment() })];

    /// <summary>What he brought, signed, declared and asked as a judge.</summary>
    private async Task<IReadOnlyList<string?[]>> Judging(int id)
    {
        var accounts = await db.Users.Where(u => u.WorkerId == id).Select(u => u.Id).ToListAsync();
        var records = await db.JudgeRecords.AsNoTracking().Where(r => accounts.Contains(r.Account)).OrderBy(r => r.Id).ToListAsync();
        var declared = await db.Declarations.AsNoTracking().Where(d => accounts.Contains(d.Account)).OrderBy(d => d.Id).ToListAsync();
        var recusals = await db.Recusals.AsNoTracking().Where(r => accounts.Contains(r.Account)).OrderBy(r => r.Id).ToListAsync();
        int[] events = [.. records.Select(r => r.EventId), .. declared.Select(d => d.EventId), .. recusals.Select(r => r.EventId)];
        var titles = await db.Events.Where(e => events.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title);
        return [
            .. from r in records where r.Qualification is not null select new[] { titles[r.EventId], "执裁资格", $"{r.Qualification!.Kind.Name()} {r.Qualification.Number}", r.Qualification.At.Moment() },
            .. from r in records from t in r.Trainings select new[] { titles[r.EventId], "赛前培训", $"{t.On.Iso()} {t.Topic}", t.At.Moment() },
            .. from d in declared select new[] { titles[d.EventId], "回避申报", $"{d.Relation.Name()} {d.Whom()} {d.Text}", d.At.Moment() },
            .. from r in recusals select new[] { titles[r.EventId], "申请回避", $"{r.Why}（{r.Stage.Name()}）{r.Answer}", r.AskedAt.Moment() }];
    }

    private async Task<IReadOnlyList<string?[]>> Proposals(int id) =>
        [.. (await db.Proposals.AsNoTracking().Where(p => p.WorkerId == id).OrderBy(p => p.Id).ToListAsync()).Select(p => new[] { p.Title, p.UnitName, p.SubmittedOn.Iso(), p.Stage.Name(), p.Problem, p.Measures, p.Answer })];

    private async Task<IReadOnlyList<string?[]>> Patents(int id) => [.. (await db.Patents.AsNoTracking().Where(p => p.Inventors.Any(i => i.WorkerId == id)).OrderBy(p => p.Id).ToListAsync())
        .Select(p => new[] { p.Title, p.ApplicationNumber, p.UnitName, $"{p.Inventors.First(i => i.WorkerId == id).Order}", p.Stage.Name() })];

    private async Task<IReadOnlyList<string?[]>> Honours(int id) => [.. (await db.Honours.AsNoTracking().Where(h => h.People.Any(p => p.WorkerId == id)).OrderBy(h => h.Id)
        .Select(h => new { h.Name, h.Occasion, h.Year, h.GrantorName, h.Stage }).ToListAsync()).Select(h => new[] { h.Name, h.Occasion, $"{h.Year}", h.GrantorName, h.Stage.Name() })];
}
