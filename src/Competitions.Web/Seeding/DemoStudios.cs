using System.Globalization;
using System.Text;
using Competitions.Data;
using Competitions.Honours;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Uploads;
using Competitions.Web.Studios;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Named studios of the demo with three years of assessments: excellent ones, one under rectification, one that waits for its re-check, one whose plaque was taken away; five of them in an alliance.</summary>
internal sealed class DemoStudios(CompetitionsDb db, DemoPeople people, UploadStore store, DateTime now)
{
    private static readonly string[] Tasks = ["工装夹具快换改造", "设备点检与故障预警", "节能降耗工艺优化", "首件合格率提升攻关", "作业标准化与防错"];
    private static readonly string[] Roles = ["技术骨干", "工艺设计", "设备维护", "质量改进"];

    private readonly Dictionary<string, string> _skills = [];
    private StudioFile _paper = null!;

    /// <summary>Of each unit: field, the totals of three years, and how it stands.</summary>
    private static readonly (string Unit, string Field, int[] Totals, Plot Plot)[] Plan =
    [
        ("E001", "机械加工与装配", [86, 92, 95], Plot.City), ("E003", "传动装备", [81, 88, 91], Plot.Plain), ("E004", "电气控制", [78, 83, 86], Plot.Plain), ("E006", "复合材料", [72, 79, 90], Plot.Plain),
        ("E008", "数控加工", [84, 90, 93], Plot.City), ("E011", "汽车维修", [75, 71, 52], Plot.Rectifying), ("E014", "建筑工艺", [80, 66, 55], Plot.Corrected), ("E015", "起重机械", [70, 57, 48], Plot.Withdrawn),
        ("E016", "模具制造", [82, 85, 88], Plot.Plain), ("E019", "纺织工艺", [68, 74, 77], Plot.Plain),
    ];

    private enum Plot
    {
        Plain, City, Rectifying, Corrected, Withdrawn,
    }

    public async Task Load()
    {
        foreach (var level in await db.SkillLevels.AsNoTracking().ToListAsync())
        {
            _skills[level.Code] = level.Name;
        }

        _paper = await Voucher();
        for (var i = 0; i < Plan.Length; i++)
        {
            await One(i, Plan[i].Unit, Plan[i].Field, Plan[i].Totals, Plan[i].Plot);
        }

        await Ally();
    }

    /// <summary>Five studios of mechanical trades under the first, and one whose unit has not answered.</summary>
    private async Task Ally()
    {
        string[] units = ["E001", "E003", "E008", "E016", "E006"];
        var studios = await db.Studios.OrderBy(s => s.Id).ToListAsync();
        List<Studio> five = [.. units.Select(u => studios.First(s => s.UnitId == people.Organisations[u].Id && s.IsRegistered))];
        var (owner, founded) = (people.Organisations["LP"], now.AddDays(-400));
        var (on, lead) = (founded.InChina().Date(), AllianceStudio.Of(five[0]));
        var alliance = new StudioAlliance(
            new AllianceCharter("临平区装备制造创新工作室联盟", "装备制造", "共享师资和检测设备，每季度联合攻关一次，成果在成员单位先行推广。", $"临总工〔{on.Year}〕41 号", on), new AllianceFounder(owner.Id, owner.NameOn(on)), lead, on, DemoContests.Officer, founded);
        alliance.Make(AllianceMove.Accept, lead, "", on.AddDays(3), "demo-enterprise", founded.AddDays(3));
        foreach (var (studio, n) in five.Skip(1).Select((s, n) => (AllianceStudio.Of(s), n)))
        {
            alliance.Invite(studio, on.AddDays(5), "demo-enterprise", founded.AddDays(5));
            alliance.Make(AllianceMove.Accept, studio, "", on.AddDays(8 + n), n == 0 ? "demo-enterprise2" : "demo-enterprise", founded.AddDays(8 + n));
        }

        alliance.Invite(AllianceStudio.Of(studios.First(s => s.UnitId == people.Organisations["E019"].Id && s.IsRegistered)), now.AddDays(-6).InChina().Date(), "demo-enterprise", now.AddDays(-6));
        db.Add(alliance);
        await db.SaveChangesAsync();
        (string Title, ActivityKind Kind, int Ago, int People)[] held = [("联盟成立大会和首次攻关研讨", ActivityKind.Meeting, 380, 46), ("三坐标测量互教互学", ActivityKind.Training, 210, 32), ("齿轮箱降噪联合攻关", ActivityKind.Meeting, 90, 18), ("走进重点工程技术帮扶", ActivityKind.Service, 12, 24)];
        db.AddRange(held.Select(h => new AllianceActivity(alliance, h.Kind, now.AddDays(-h.Ago).InChina().Date(), h.Title, h.People, "五家工作室轮流承办，现场示范和讨论。", now.InChina().Date(), "demo-enterprise", now.AddDays(-h.Ago))));
        await db.SaveChangesAsync();
    }

    private async Task One(int nth, string code, string field, int[] totals, Plot plot)
    {
        var (unit, crew, year) = (people.Organisations[code], people.Employed[code], now.InChina().Year);
        var named = new DateOnly(year - 4, 9, 20);
        var lead = nth == 0 ? crew[0] : crew.Skip(2).First(w => StudioDesk.Rules.LeaderSkills.Contains(Skill(w)));
        var studio = new Studio($"{lead.Name}创新工作室", unit.Id, unit.NameOn(named), Naming(StudioLevel.District, "临平区总工会", named, $"临总工〔{named.Year}〕26 号", $"LP-{named.Year}-{nth + 1:00}"), new StudioLeader(lead.Id, lead.Name, Skill(lead), nth % 2 == 0 ? "临平工匠" : "区技术能手", named), registered: true);
        studio.Describe(field, 40 + nth * 12, "厂区二号楼", "操作台、测量仪器、培训投影");
        foreach (var (worker, at) in crew.Where(w => w.Id != lead.Id).Skip(5).Take(3 + nth % 3).Select((w, at) => (w, at)))
        {
            studio.Join(new StudioMember(worker.Id, worker.Name, Roles[at % Roles.Length], Skill(worker), named.AddMonths(at)));
        }

        if (plot is Plot.City)
        {
            studio.Upgrade(Naming(StudioLevel.City, "杭州市总工会", new DateOnly(year - 1, 4, 28), $"杭总工〔{year - 1}〕17 号", $"HZ-{year - 1}-{nth + 31}"), StudioDesk.Rules);
        }

        db.Add(studio);
        await db.SaveChangesAsync();
        db.Add(new StudioPaper(studio.Id, "工作室管理制度", _paper, DemoContests.Officer, now));
        for (var past = totals.Length; past >= 0; past--)
        {
            Worked(studio, year - past, nth);
        }

        for (var n = 0; n < totals.Length; n++)
        {
            Assess(studio, year - totals.Length + n, totals[n], n == totals.Length - 1 ? plot : Plot.Plain);
        }

        if (plot is Plot.Withdrawn)
        {
            studio.Withdraw(WithdrawalGround.RecheckFailed, new StudioRecord(true, 2), $"{year - 1} 年度考核不合格，整改后复核仍不合格。", DemoContests.Officer, now.AddDays(-20));
        }

        foreach (var honour in await db.Honours.Where(h => h.Stage == HonourStage.Granted && h.Year >= named.Year && h.People.Any(p => p.WorkerId == lead.Id)).OrderBy(h => h.Id).Select(h => h.Id).Take(3).ToListAsync())
        {
            db.Add(new StudioResult(studio.Id, honour, DemoContests.Officer, now));
        }

        await db.SaveChangesAsync();
    }

    private void Worked(Studio studio, int year, int nth)
    {
        var topic = new StudioTopic(studio.Id);
        var ended = year < now.InChina().Year;
        topic.Write($"{Tasks[(nth + year) % Tasks.Length]}", nth % 2 == 0 ? "企业下达" : "自选", new DateOnly(year, 3, 1), ended ? new DateOnly(year, 11, 20) : null, ended ? TopicStage.Done : TopicStage.Open, ended ? 120_000 + nth * 18_500 : 0, ended ? "已在车间推广应用" : "");
        db.Add(topic);
        db.AddRange(
            new StudioActivity(studio.Id, ActivityKind.Meeting, new DateOnly(year, 4, 12), "课题攻关研讨", 6 + nth % 4, "讨论年度课题的方案和分工。", null, DemoContests.Officer, now),
            new StudioActivity(studio.Id, ActivityKind.Training, new DateOnly(year, 6, 18), "岗位技能培训", 18 + nth, "面向一线职工，现场示范和练习。", null, DemoContests.Officer, now),
            new StudioFunding(studio.Id, true, "企业投入", new DateOnly(year, 2, 10), 60_000, string.Create(CultureInfo.InvariantCulture, $"收-{year}-01{nth}"), "年度经费", _paper, DemoContests.Officer, now),
            new StudioFunding(studio.Id, false, "设备", new DateOnly(year, 5, 22), 28_600.50m, string.Create(CultureInfo.InvariantCulture, $"记-{year}-03{nth}"), "量具与夹具", _paper, DemoContests.Officer, now),
            new StudioFunding(studio.Id, false, "学习培训", new DateOnly(year, 7, 8), 6_200, string.Create(CultureInfo.InvariantCulture, $"记-{year}-07{nth}"), "外出学习", _paper, DemoContests.Officer, now));
    }

    private void Assess(Studio studio, int year, int total, Plot plot)
    {
        var late = plot is Plot.Rectifying or Plot.Corrected or Plot.Withdrawn;
        var at = late ? now.AddDays(plot is Plot.Rectifying ? -25 : -70) : new DateTime(year + 1, 1, 20, 2, 0, 0, DateTimeKind.Utc);
        var (today, keeper) = (at.InChina().Date(), "demo-enterprise");
        var sheet = new StudioAssessment(studio, year, StudioDesk.Rules, at);
        sheet.Report(sheet.Lines.ToDictionary(l => l.Of.Code, l => ((decimal?)Share(l.Of.Points, Math.Min(100, total + 4)), "见台账")), "全年完成课题一项，组织研讨和培训，经费专款专用。");
        sheet.Submit(keeper, at);
        sheet.Assess(sheet.Lines.ToDictionary(l => l.Of.Code, l => ((decimal?)Share(l.Of.Points, total), "")), null, today.AddDays(late ? 60 : 90), "补齐课题台账和经费凭证，恢复每季度活动。", DemoContests.Officer, at, today);
        if (sheet.Stage is AssessmentStage.Failed)
        {
            studio.Make(StudioMove.Rectify, DemoContests.Officer, at, $"{year} 年度考核不合格，{sheet.RectifyBy?.Iso()} 前整改");
            Rectify(studio, sheet, plot, at.AddDays(40));
        }

        db.Add(sheet);
    }

    private static void Rectify(Studio studio, StudioAssessment sheet, Plot plot, DateTime at)
    {
        if (plot is Plot.Rectifying)
        {
            return;
        }

        sheet.Correct("课题台账和经费凭证已经补齐，恢复了每季度一次的活动。", "demo-enterprise", at, at.InChina().Date());
        if (plot is not Plot.Corrected)
        {
            sheet.Recheck(plot is not Plot.Withdrawn, plot is Plot.Withdrawn ? "现场核查，活动没有恢复。" : "现场核实，整改到位。", DemoContests.Officer, at.AddDays(5), at.AddDays(5).InChina().Date());
        }

        if (sheet.Stage is AssessmentStage.Passed)
        {
            studio.Make(StudioMove.Recover, DemoContests.Officer, at.AddDays(5), $"{sheet.Year} 年度考核整改复核合格");
        }
    }

    /// <summary>A share of an indicator's points, to the tenth; of all of them together about the total.</summary>
    private static decimal Share(decimal points, int total) => decimal.Round(points * total / 100, 1, MidpointRounding.AwayFromZero);

    private StudioNaming Naming(StudioLevel level, string grantor, DateOnly on, string document, string plaque) => new(level, grantor, on, document, "", plaque, DemoContests.Officer, now);

    private string Skill(Worker worker) => _skills.GetValueOrDefault(worker.SkillLevelCode ?? "", "未定级");

    /// <summary>A sheet that says that it is a sample; every line of the demo's funds shows it.</summary>
    private async Task<StudioFile> Voucher()
    {
        var bytes = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 120]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 44>>stream\nBT /F 18 Tf 40 60 Td (SAMPLE VOUCHER) Tj ET \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        using var stream = new MemoryStream(bytes);
        var stored = await store.KeepPaper(new FormFile(stream, 0, bytes.Length, "file", "样张凭证.pdf"));
        return new StudioFile(stored.Hash, UploadStore.NameOf("样张凭证.pdf", stored.Kind), UploadStore.ContentTypeOf(stored.Kind), stored.Bytes);
    }
}
