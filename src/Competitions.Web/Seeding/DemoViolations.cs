using Competitions.Contests;
using Competitions.Data;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>What the floor judge of the demo registered: two that the chief judge confirmed, one that waits for him, one of a judge.</summary>
internal sealed class DemoViolations(CompetitionsDb db)
{
    private static readonly string Floor = DemoAccounts.OnFloor.First().Account;
    private const string Chief = "demo-chief";

    public async Task Register(Event of, IReadOnlyList<int> entries, DateTime at)
    {
        var module = of.Modules.First(m => m.Kind is ModuleKind.Practical);
        var works = await db.CodeBook.AsNoTracking().Where(l => l.EventCode == of.Code && l.Module == module.Code && entries.Contains(l.EntryId)).OrderBy(l => l.Work).Select(l => l.Work).Take(3).ToListAsync();
        Violation Of(string work, string what, ViolationRuling ruling, int minutes) =>
            new(of, new ViolationSubject(ViolationPart.Competitor, work, Work: work), module.Code, what, ruling, at.AddMinutes(minutes), Floor, at.AddMinutes(minutes + 4));
        List<Violation> confirmed =
        [
            Of(works[0], "未按要求佩戴防护眼镜，经提醒后改正。", new ViolationRuling(ViolationEffect.Warning), 0),
            Of(works[1], "比赛结束信号发出后继续操作约一分钟。", new ViolationRuling(ViolationEffect.PointsOff, new Points(2)), 6),
        ];
        confirmed.ForEach(v => v.Confirm(Chief, at.AddMinutes(20)));
        var judge = DemoAccounts.Judges.First(j => !j.Leads);
        db.AddRange(confirmed);
        db.Add(Of(works[2], "离开赛位时把自带手机放在工作台上。", new ViolationRuling(ViolationEffect.ModuleZero), 9));
        db.Add(new Violation(of, new ViolationSubject(ViolationPart.Judge, judge.Name, Account: judge.Account), null, "评分期间在赛场内接听电话。", new ViolationRuling(ViolationEffect.Talk), at.AddMinutes(12), Floor, at.AddMinutes(15)));
        await db.SaveChangesAsync();
    }
}
