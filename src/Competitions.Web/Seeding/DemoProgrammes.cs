using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Programmes.Moves;
using Competitions.Web.Programmes.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Calls of every kind, some of earlier years and named, some at each desk today. Made by the moves that people make.</summary>
internal sealed class DemoProgrammes(CompetitionsDb db, DemoPeople people, UploadStore store, CallNotices notices, CallNaming naming, DateTime now)
{
    private const string Officer = DemoContests.Officer, Leader = "demo-leader";

    /// <summary>Room for the longest holidays, where the calendar does not know them.</summary>
    private const int NoticeDays = 18;

    /// <summary>In place of days ago, for a year that is over: it was opened on 10 March.</summary>
    private const int InMarch = 0;

    private static readonly Plan[] Plans =
    [
        new("model-worker-district", "临平区劳动模范评选", 3, "", InMarch, 26, DemoCallUntil.Named),
        new("craftsman-linping", "临平工匠评选", 2, "", InMarch, 32, DemoCallUntil.Named),
        new("craftsman-linping", "临平工匠评选", 1, "", InMarch, 32, DemoCallUntil.Named),
        new("studio-nanhu", "职工创新工作室命名", 1, "", InMarch, 14, DemoCallUntil.Named),
        new("operation-method", "职工先进操作法评选", 1, "", InMarch, 18, DemoCallUntil.Named),
        new("worker-pioneer", "临平区工人先锋号评选", 1, "", InMarch, 20, DemoCallUntil.Named),
        new("five-small", "职工“五小”创新成果", 1, "", 330, 110, DemoCallUntil.Named),
        new("five-small", "职工“五小”创新成果", 0, "第一批", 120, 60, DemoCallUntil.Reviewing),
        new("operation-method", "职工先进操作法评选", 0, "", 58, 18, DemoCallUntil.Pitching),
        new("craftsman-linping", "临平工匠评选", 0, "", 60, 28, DemoCallUntil.Noticed),
        new("studio-nanhu", "职工创新工作室命名", 0, "", 57, 16, DemoCallUntil.Ranked),
        new("model-worker-district", "临平区劳动模范评选", 0, "", 38, 26, DemoCallUntil.Checking),
        new("worker-pioneer", "临平区工人先锋号评选", 0, "", 21, 24, DemoCallUntil.Declaring),
        new("five-small", "职工“五小”创新成果", 0, "第二批", 20, 90, DemoCallUntil.Declaring),
    ];

    private sealed record Plan(string Preset, string Name, int YearsAgo, string Batch, int DaysAgo, int Count, DemoCallUntil Until);

    private readonly Random _random = new(20260602);
    private DemoApplications _applications = null!;

    public async Task Load()
    {
        var presets = (await db.NewestProgrammePresets()).ToDictionary(p => p.Code);
        _applications = new DemoApplications(people, await Officers(), await db.Occupations.ToDictionaryAsync(o => o.Code, o => o.Name), now);
        foreach (var (plan, n) in Plans.Select((p, n) => (p, n)))
        {
            await Run(presets[plan.Preset], plan, n);
        }
    }

    private Task<Dictionary<int, string>> Officers() => db.Duties.Where(d => d.OrganisationId != null && (d.Kind == DutyKind.TownOfficer || d.Kind == DutyKind.EnterpriseOfficer))
        .GroupBy(d => d.OrganisationId!.Value).Select(g => new { g.Key, Account = g.Min(d => d.AccountId)! }).ToDictionaryAsync(g => g.Key, g => g.Account);

    private async Task Run(ProgrammePreset preset, Plan plan, int nth)
    {
        var year = now.InChina().Year - plan.YearsAgo;
        var opens = plan.DaysAgo == InMarch ? new DateTime(year, 3, 10, 1, 0, 0, DateTimeKind.Utc) : now.AddDays(-plan.DaysAgo).AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)); // as a form gives it, to the minute
        var window = new CallWindow(opens, opens.AddDays(30), opens.AddDays(45), opens.AddDays(66));
        var owner = people.Organisations["LP"];
        var call = new Call(preset.Kind, year, preset.Rules, new Caller(owner.Id, owner.NameOn(opens.InChina().Date()), owner.Level), new CallNotice(
            $"{year} 年{plan.Batch}{plan.Name}", $"临总工〔{year}〕{9 + nth} 号", Text(preset.Kind), "区总工会经济技术部 0571-0000 0000"), window, Officer);
        db.Add(call);
        await db.SaveChangesAsync();
        foreach (var union in people.Organisations.Values.Where(o => o.Level is OrganisationLevel.Town))
        {
            db.Add(new CallQuota(call.Id, union.Id, union.Name, 1, plan.Count > 50 && plan.Until is not DemoCallUntil.Declaring ? 14 : 8));
        }

        call.Publish(1, Officer, opens.AddDays(-3));
        foreach (var expert in await db.Users.Where(u => u.Id.StartsWith("demo-expert")).OrderBy(u => u.Id).ToListAsync())
        {
            call.Seat(new Reviewer(expert.Id, expert.DisplayName, expert.OrganisationId, expert.WorkerId));
        }

        await db.SaveChangesAsync();
        List<Application> all = [.. Enumerable.Range(0, plan.Count).Select(i => _applications.Drafted(call, i, plan.Until, nth))];
        db.AddRange(all);
        await db.SaveChangesAsync();
        await Papers(call, all);
        var places = await db.CallQuotas.Where(q => q.CallId == call.Id).ToDictionaryAsync(q => q.OrganisationId, q => q.Most);
        foreach (var (application, i) in all.Select((a, i) => (a, i)))
        {
            _applications.Advance(call, application, i, plan.Until, places);
        }

        await db.SaveChangesAsync();
        await db.Calls.Where(c => c.Id == call.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastNumber, plan.Count));
        foreach (var held in all.Where(a => ApplicationLifecycle.HoldsPlace(a.Stage)).GroupBy(a => a.RecommenderId!.Value))
        {
            await db.CallQuotas.Where(q => q.CallId == call.Id && q.OrganisationId == held.Key).ExecuteUpdateAsync(set => set.SetProperty(q => q.Used, held.Count()));
        }

        if (plan.Until is not (DemoCallUntil.Declaring or DemoCallUntil.Checking))
        {
            await Review(call, all, window.RecommendBy.AddDays(2), plan.Until);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static string Text(string kind) => kind switch
    {
        "five-small" => "面向全区一线职工，已经应用并产生效益的成果均可申报。每名完成人限报两项。",
        "operation-method" => "面向全区一线职工，已使用满一年、可学可推广的操作法均可申报。初评入围的进行现场路演，每项十分钟。",
        "studio-naming" => "有领衔人、有团队、有场所、有制度、有经费、有课题的工作室均可申报，命名后按年度考核。",
        "craftsman" => "面向全区一线产业工人，重点看绝技绝活、创新成果和传帮带。申报人须在一线岗位，本人同意公示。",
        "model-worker" => "坚持面向基层、面向一线，推荐人选须经单位公示并征求有关部门意见。",
        _ => "面向全区一线班组，业绩突出、安全稳定、团结协作的班组均可申报。",
    };

    /// <summary>The same sample for every paper that is asked for.</summary>
    private async Task Papers(Call call, IReadOnlyList<Application> all)
    {
        var sample = await SamplePaper.Kept(store);
        db.AddRange(
            from application in all
            from paper in call.Rules.Papers
            where paper.IsRequired
            select new ApplicationPaper(application, paper.Title, $"{paper.Title}（样张）.pdf", UploadStore.ContentTypeOf(sample.Kind), sample.Bytes, sample.Hash, application.MadeBy, call.OpensAt.AddDays(1)));
    }

    private async Task Review(Call call, IReadOnlyList<Application> all, DateTime at, DemoCallUntil until)
    {
        call.BeginReview(all, at.InChina().Date(), Officer, at);
        var sheets = Scored(call, all, at.AddDays(3), until is DemoCallUntil.Reviewing);
        if (until is DemoCallUntil.Reviewing)
        {
            call.ExtendReview(now.AddDays(2), Officer, now.AddDays(-1), "两位专家外出，顺延。");
            return;
        }

        if (call.Rules.Pitch is not null)
        {
            call.Shortlist(UnderReview(all), sheets, "5d2f8c1e90b74a36a1c4e7d25b8f6093", Officer, at.AddDays(6));
            sheets = [.. sheets, .. Scored(call, all, at.AddDays(8), until is DemoCallUntil.Pitching)];
        }

        if (until is DemoCallUntil.Pitching)
        {
            return;
        }

        call.Rank(UnderReview(all), sheets, Officer, at.AddDays(9));
        if (until is DemoCallUntil.Ranked)
        {
            return;
        }

        call.Approve([.. all.Where(a => a.Stage is ApplicationStage.Selected)], Leader, at.AddDays(10));
        await db.SaveChangesAsync();
        var given = at.AddDays(11);
        var notice = await notices.Give(call, new NoticeText($"{call.Title} 拟命名名单公示", "", call.Contact), given.InChina().Date().AddDays(NoticeDays), Officer, given);
        await db.SaveChangesAsync();
        if (until is DemoCallUntil.Named)
        {
            var named = given.AddDays(NoticeDays + 2);
            await naming.Name(call, new CallDecision($"临总工〔{call.Year}〕{30 + call.Id} 号", named.InChina().Date()), notice.FreeOn, Officer, named);
        }
    }

    private static List<Application> UnderReview(IReadOnlyList<Application> all) => [.. all.Where(a => a.Stage is ApplicationStage.UnderReview)];

    /// <summary>A sheet of each expert for each that is under review; of a round that goes on some are still to be given.</summary>
    private List<ReviewSheet> Scored(Call call, IReadOnlyList<Application> all, DateTime at, bool goesOn)
    {
        List<ReviewSheet> sheets = [];
        foreach (var (application, n) in UnderReview(all).Select((a, i) => (a, i)))
        {
            var worth = 64 + _random.Next(28);
            foreach (var (reviewer, e) in call.Reviewers.Where(r => application.BarOf(r) is ReviewBar.None).Select((r, i) => (r, i)))
            {
                if (goesOn && (reviewer.AccountId == "demo-expert" ? n % 3 != 0 : n % 5 == e % 5))
                {
                    continue;
                }

                var sheet = new ReviewSheet(call, application, reviewer.AccountId);
                sheet.Write(call, [.. call.Rules.Rubric.Select((r, k) => new ReviewItem(r.Key, Math.Min(r.Most, Math.Round(r.Most * (worth + _random.Next(15) - 7) / 100, 0, MidpointRounding.AwayFromZero)), k == 0 && _random.Next(6) == 0 ? "方法实在，数据较完整。" : ""))], at.AddHours(-2));
                sheet.Submit(call, at);
                sheets.Add(sheet);
            }
        }

        db.AddRange(sheets);
        return sheets;
    }
}
