using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>A year of calls: one named last year, one with the experts, one that is being declared. Made by the moves that people make.</summary>
internal sealed class DemoProgrammes(CompetitionsDb db, DemoPeople people, UploadStore store, DateTime now)
{
    private const string Officer = DemoContests.Officer, Leader = "demo-leader";

    private readonly InventedInnovations _invented = new(20260601);
    private readonly List<string> _enterprises = [.. people.Employed.Keys.Order(StringComparer.Ordinal)];
    private Dictionary<int, string> _officers = [];

    /// <summary>Where it stands when the demo begins.</summary>
    private enum Until
    {
        Reviewing,
        Named,
        Declaring,
    }

    public async Task Load()
    {
        _officers = await db.Duties.Where(d => d.OrganisationId != null && (d.Kind == DutyKind.TownOfficer || d.Kind == DutyKind.EnterpriseOfficer)).GroupBy(d => d.OrganisationId!.Value).Select(g => new { g.Key, Account = g.Min(d => d.AccountId)! }).ToDictionaryAsync(g => g.Key, g => g.Account);
        var preset = (await db.NewestProgrammePresets()).Single(p => p.Code == "five-small");
        var year = now.InChina().Year;
        await Run(preset, year - 1, "", 330, 110, Until.Named);
        await Run(preset, year, "第一批", 120, 60, Until.Reviewing);
        await Run(preset, year, "第二批", 20, 90, Until.Declaring);
    }

    private async Task Run(ProgrammePreset preset, int year, string batch, int daysAgo, int count, Until until)
    {
        var opens = now.AddDays(-daysAgo);
        var window = new CallWindow(opens, opens.AddDays(30), opens.AddDays(45));
        var owner = people.Organisations["LP"];
        var call = new Call(preset.Kind, year, preset.Rules, new Caller(owner.Id, owner.Name, owner.Level), new CallNotice(
            $"{year} 年{batch}{preset.Name}", $"临总工〔{year}〕{(batch.Length == 0 ? 12 : batch == "第一批" ? 9 : 21)} 号", "面向全区一线职工，已经应用并产生效益的成果均可申报。每名完成人限报两项。", "区总工会经济技术部 0571-0000 0000"), window, Officer);
        db.Add(call);
        await db.SaveChangesAsync();
        foreach (var union in people.Organisations.Values.Where(o => o.Level is OrganisationLevel.Town))
        {
            db.Add(new CallQuota(call.Id, union.Id, union.Name, 2, until is Until.Declaring ? 8 : 14));
        }

        await db.SaveChangesAsync();
        call.Publish(1, Officer, opens.AddDays(-3));
        foreach (var expert in await db.Users.Where(u => u.Id.StartsWith("demo-expert")).OrderBy(u => u.Id).ToListAsync())
        {
            call.Seat(new Reviewer(expert.Id, expert.DisplayName, expert.OrganisationId, expert.WorkerId));
        }

        var quotas = await db.CallQuotas.Where(q => q.CallId == call.Id).ToDictionaryAsync(q => q.OrganisationId, q => q.Most);
        List<Application> all = [.. Enumerable.Range(0, count).Select(i => Drafted(call, i, opens, until))];
        db.AddRange(all);
        await db.SaveChangesAsync();
        await Papers(call, all);
        foreach (var (application, i) in all.Select((a, i) => (a, i)))
        {
            Advance(call, application, i, until, quotas);
        }

        await db.SaveChangesAsync();
        await db.Calls.Where(c => c.Id == call.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastNumber, all.Count(a => a.Number != null)));
        foreach (var held in all.Where(a => ApplicationLifecycle.HoldsPlace(a.Stage)).GroupBy(a => a.RecommenderId!.Value))
        {
            await db.CallQuotas.Where(q => q.CallId == call.Id && q.OrganisationId == held.Key).ExecuteUpdateAsync(set => set.SetProperty(q => q.Used, held.Count()));
        }

        if (until is not Until.Declaring)
        {
            await Review(call, all, window.RecommendBy.AddDays(2), until);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private Application Drafted(Call call, int i, DateTime opens, Until until)
    {
        var unit = people.Organisations[_enterprises[(i * 7 + i / 5) % _enterprises.Count]];
        var (title, answers) = _invented.Next(call.Rules.Options["category"], call.OpensAt.AddDays(-60 - _invented.Below(120)).InChina().Date());
        var at = opens.AddDays(2 + _invented.Below(until is Until.Declaring ? 10 : 24));
        var made = new Application(call, ApplicationChannel.Unit, unit.Id, unit.Name, title, _officers.GetValueOrDefault(unit.Id, "demo-enterprise"), at);
        var authors = people.Employed[unit.Code].Skip((i * 13 + 3) % 60).Take(1 + i % 3).ToList();
        decimal[][] shares = [[100], [60, 40], [50, 30, 20]];
        made.Write(call, title, answers, [.. authors.Select((w, n) => new ApplicationPerson(n + 1, w.Id, w.Name, unit.Id, unit.Name, n == 0 ? "班组长" : "操作工", true, shares[authors.Count - 1][n]))]);
        return made;
    }

    /// <summary>As far as it came: of those being declared some are drafts, some wait at each desk, some were sent back.</summary>
    private void Advance(Call call, Application made, int i, Until until, Dictionary<int, int> left)
    {
        var step = until is Until.Declaring ? i % 10 : 9;
        if (step == 0)
        {
            return;
        }

        var (unit, at, own) = (people.Organisations.Values.Single(o => o.Id == made.UnitId), call.OpensAt.AddDays(3 + i % (until is Until.Declaring ? 6 : 20)), made.MadeBy);
        var union = people.Organisations.Values.Single(o => o.Id == unit.ParentId);
        made.Submit(call, [], [.. call.Rules.Statements.Select(s => s.Key)], new Recommender(union.Id, union.Name), call.NumberOf(i + 1), own, at);
        if (step == 1)
        {
            return;
        }

        if (step == 2)
        {
            made.Make(ApplicationMove.Return, own, at.AddDays(1), "前后对比表缺少数据来源，请补充计量或台账后再交。");
            return;
        }

        made.GiveUnitNotice(call, new UnitNotice("厂区公告栏", at.AddDays(1).InChina().Date(), at.AddDays(8).InChina().Date()), own, at.AddDays(1));
        if (step == 3)
        {
            return;
        }

        made.PassUnit(call, at.AddDays(9).InChina().Date(), own, at.AddDays(9));
        if (step is 4 or 5 || left[union.Id] == 0)
        {
            return;
        }

        left[union.Id]--;
        made.Recommend(call, _officers.GetValueOrDefault(union.Id, "demo-town"), at.AddDays(10), "成果已在车间稳定应用，同意推荐。");
        if (step == 8)
        {
            made.AskCorrection(call, now.AddDays(4).InChina().Date(), Officer, at.AddDays(11), "经济效益证明缺财务部门盖章，请补交。");
        }
        else if (step == 9)
        {
            made.Accept(call, Officer, at.AddDays(11), "");
        }
    }

    /// <summary>The same sample for every paper that is asked for.</summary>
    private async Task Papers(Call call, IReadOnlyList<Application> all)
    {
        var sample = await SamplePaper.Kept(store);
        db.AddRange(
            from application in all
            from paper in call.Rules.Papers
            where paper.IsRequired
            select new ApplicationPaper(application, paper.Title, $"{paper.Title}（样张）.pdf", UploadStore.ContentTypeOf(sample.Kind), sample.Bytes, sample.Hash, application.MadeBy, now.AddDays(-1)));
    }

    private async Task Review(Call call, IReadOnlyList<Application> all, DateTime at, Until until)
    {
        call.BeginReview(all, at.InChina().Date(), Officer, at);
        List<ReviewSheet> sheets = [];
        foreach (var (application, n) in all.Where(a => a.Stage is ApplicationStage.UnderReview).Select((a, i) => (a, i)))
        {
            var worth = 60 + _invented.Below(30);
            foreach (var (reviewer, e) in call.Reviewers.Where(r => application.BarOf(r) is ReviewBar.None).Select((r, i) => (r, i)))
            {
                if (until is Until.Reviewing && (reviewer.AccountId == "demo-expert" ? n % 3 != 0 : n % 5 == e % 5))
                {
                    continue; // still to be scored
                }

                var sheet = new ReviewSheet(call, application, reviewer.AccountId);
                sheet.Write(call.Rules, [.. call.Rules.Rubric.Select((r, k) => new ReviewItem(r.Key, Math.Min(r.Most, Math.Round(r.Most * (worth + _invented.Below(15) - 7) / 100, 0, MidpointRounding.AwayFromZero)), k == 0 && _invented.Below(6) == 0 ? "方法实在，数据较完整。" : ""))], at.AddDays(2));
                sheet.Submit(call.Rules, at.AddDays(3));
                sheets.Add(sheet);
            }
        }

        db.AddRange(sheets);
        await db.SaveChangesAsync();
        if (until is not Until.Named)
        {
            return;
        }

        call.Rank([.. all.Where(a => a.Stage is ApplicationStage.UnderReview)], sheets, Officer, at.AddDays(8));
        call.Approve([.. all.Where(a => a.Stage is ApplicationStage.Selected)], Leader, at.AddDays(10));
        await Name(call, at.AddDays(11));
    }

    private async Task Name(Call call, DateTime at)
    {
        await db.SaveChangesAsync();
        var notices = new Web.Programmes.Notices.CallNotices(db, new CallDesk(db, null!));
        var notice = await notices.Give(call, new NoticeText($"{call.Title} 拟命名名单公示", "", call.Contact), at.AddDays(10).InChina().Date(), Officer, at);
        await db.SaveChangesAsync();
        notice.Close(notice.FreeOn, Officer, at.AddDays(11));
        var named = await db.Applications.Where(a => a.CallId == call.Id && a.Stage == ApplicationStage.Noticed).ToListAsync();
        call.Name(named, $"临总工〔{call.Year}〕31 号", at.AddDays(12).InChina().Date(), Officer, at.AddDays(12));
        foreach (var honour in named.OrderBy(a => a.Rank).SelectMany(a => ProgrammeHonours.Of(call, a, (_, _) => false)))
        {
            honour.ApprovedWithTheEvent(Officer, at.AddDays(12));
            honour.Grant(call.DecisionDocument, call.NamedOn!.Value, Officer, at.AddDays(12));
            db.Add(honour);
        }

        await db.SaveChangesAsync();
    }
}
