using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Innovations.KeyProjects;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Key projects of towns and enterprises at every stage, founded by the naming of a call, and needs of 揭榜挂帅 from asked to done.</summary>
internal sealed class DemoProjects(CompetitionsDb db, DemoPeople people, UploadStore store, DateTime now)
{
    private const string Unit = "demo-enterprise", Officer = "demo-district";

    private static readonly (string Title, string Theme, string Cut, string Goal, string Of, decimal Weight)[] Projects =
    [
        ("班组难题一周办结", "建功立业", "从班组长反映的工艺难题入手，建立登记、派单、办结的闭环。", "难题平均办结天数", "天", 30),
        ("新就业群体暖心驿站", "服务职工", "在骑手集中的三个站点试办，按需调整开放时间。", "日均服务人次", "人次", 25),
        ("技能培训夜校进园区", "建功立业", "按企业排班开夜班课，课程由职工点单。", "年培训人次", "人次", 40),
        ("集体协商一件事", "权益维护", "把要约、协商、审议、备案并成一张表。", "办理天数", "天", 20),
        ("工会数字台账", "数字赋能", "先从会员接转一项做起，减少重复填报。", "重复填报项", "项", 35),
        ("小微企业联合建会", "组织建设", "以楼宇为单位联合建会，先试两幢。", "新增会员", "人", 30),
    ];

    private readonly DateOnly _today = now.InChina().Date();
    private InnovationFile _paper = null!;

    public async Task Load()
    {
        var sample = await SamplePaper.Kept(store);
        _paper = new InnovationFile(sample.Hash, "佐证材料（样张）.pdf", UploadStore.ContentTypeOf(sample.Kind), sample.Bytes);
        await Found();
        Needs();
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private async Task Found()
    {
        var (preset, owner, opens) = ((await db.NewestProgrammePresets()).Single(p => p.Code == KeyProjectForm.Code), people.Organisations["LP"], now.AddDays(-240));
        var call = new Call(
            preset.Kind, now.InChina().Year, preset.Rules with { UnitNoticeDays = 0, FewestExperts = 1 }, new Caller(owner.Id, owner.Name, owner.Level),
            new CallNotice($"{now.InChina().Year} 年{preset.Name}", $"临总工〔{now.InChina().Year}〕5 号", "小切口、可量化、能推广。", "区总工会办公室 0571-0000 0000"), new CallWindow(opens, opens.AddDays(20), opens.AddDays(25), opens.AddDays(40)), Officer);
        db.Add(call);
        await db.SaveChangesAsync();
        call.Publish(1, Officer, opens.AddDays(-1));
        call.Seat(new Reviewer("demo-expert", await db.Users.Where(u => u.Id == "demo-expert").Select(u => u.DisplayName).SingleAsync(), null, null));
        var units = people.Employed.Keys.Order(StringComparer.Ordinal).Select(c => people.Organisations[c]).ToList();
        List<Application> all = [.. Projects.Select((p, i) => Declared(call, p, units[i * 4 % units.Count], opens))];
        db.AddRange(all);
        await db.SaveChangesAsync();
        foreach (var (made, i) in all.Select((a, i) => (a, i)))
        {
            made.Submit(call, [], [.. call.Rules.Statements.Select(s => s.Key)], new Recommender(owner.Id, owner.Name), call.NumberOf(i + 1), Unit, opens.AddDays(3));
            made.PassUnit(call, opens.AddDays(4).InChina().Date(), Unit, opens.AddDays(4));
            made.Recommend(call, "demo-town", opens.AddDays(5), "同意推荐。");
            made.Accept(call, Officer, opens.AddDays(26), "");
        }

        call.BeginReview(all, opens.AddDays(27).InChina().Date(), Officer, opens.AddDays(27));
        var sheets = all.Select(made =>
        {
            var sheet = new ReviewSheet(call, made, "demo-expert");
            sheet.Write(call, [.. call.Rules.Rubric.Select((r, k) => new ReviewItem(r.Key, r.Most - 2 - (made.Title.Length + k) % 5, ""))], opens.AddDays(28));
            sheet.Submit(call, opens.AddDays(28));
            return sheet;
        }).ToList();
        db.AddRange(sheets);
        call.Rank(all, sheets, Officer, opens.AddDays(30));
        call.Approve(all, "demo-leader", opens.AddDays(32));
        call.GiveNotice(all, Officer, opens.AddDays(33));
        call.Name(all, $"临总工〔{call.Year}〕14 号", opens.AddDays(42).InChina().Date(), Officer, opens.AddDays(42));
        foreach (var honour in all.SelectMany(a => ProgrammeHonours.Of(call, a, (_, _) => false)))
        {
            honour.ApprovedWithTheEvent(Officer, opens.AddDays(42));
            honour.Grant(call.DecisionDocument, call.NamedOn!.Value, Officer, opens.AddDays(42));
            db.Add(honour);
        }

        foreach (var (made, i) in all.Select((a, i) => (a, i)))
        {
            var project = new KeyProject(made, call, KeyProjectDesk.Rules, 0, Officer, opens.AddDays(42));
            Advance(project, i);
            db.Add(project);
        }

        await db.SaveChangesAsync();
    }

    private Application Declared(Call call, (string Title, string Theme, string Cut, string Goal, string Of, decimal Weight) p, Organisation unit, DateTime opens)
    {
        string Day(int days) => _today.AddDays(days).Iso();
        var made = new Application(call, ApplicationChannel.Unit, unit.Id, unit.Name, p.Title, unit.Code == "E001" ? Unit : DemoAccounts.Others, opens.AddDays(2));
        made.Write(call, p.Title, new Answers(new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>
        {
            [KeyProjectForm.Theme] = [[p.Theme]], [KeyProjectForm.Cut] = [[p.Cut]], [KeyProjectForm.Weight] = [[p.Weight.Plain()]], [KeyProjectForm.Goals] = [[p.Goal, "12", "5", p.Of], ["职工满意度", "80", "95", "%"]],
            [KeyProjectForm.Milestones] = [["调研与方案", Day(-150), "实施方案"], ["试点", Day(-70), "试点小结"], ["全面推开", Day(p.Weight == 25 ? -10 : 60), "推开台账"]],
            [KeyProjectForm.Budget] = [["场地与设备", "30000", "工会经费"], ["培训与宣传", "12000", "行政补助"]], [KeyProjectForm.Partners] = [["区人社局", "政策与数据"]], ["spread"] = [["总结成操作手册，在同类单位推开。"]],
        }), [.. people.Employed[unit.Code].Take(3).Select((w, n) => new ApplicationPerson(n + 1, w.Id, w.Name, unit.Id, unit.Name, n == 0 ? "工会主席" : "工会委员", n > 0, 0))]);
        return made;
    }

    /// <summary>培育, one late, 整改, 待验收, 结题 and 终止, by turns.</summary>
    private void Advance(KeyProject project, int step)
    {
        project.Report(1, _today.AddDays(-152), "完成调研，形成实施方案并经工会委员会审议。", _paper, _today);
        if (step is 0 or 1)
        {
            return;
        }

        project.Report(2, _today.AddDays(-66), "试点完成，问题清单逐项销号。", _paper, _today);
        project.Make(step is 2 ? KeyProjectMove.Correct : KeyProjectMove.Continue, step is 2 ? "目标数据没有来源，请补齐台账。" : "", Officer, now.AddDays(-60));
        if (step is 5)
        {
            project.Make(KeyProjectMove.Stop, "试点楼宇搬迁，条件不再具备。", Officer, now.AddDays(-20));
        }
        else if (step is 3 or 4)
        {
            project.Report(3, _today.AddDays(-8), "全面推开，台账齐全，达到目标值。", _paper, _today);
            project.Apply("三项目标全部达到，形成操作手册一份。", _paper, Unit, now.AddDays(-6));
            if (step is 4)
            {
                project.Accept(KeyProjectGrade.Excellent, "目标可核对，做法可推广，同意结题。", Officer, now.AddDays(-3));
            }
        }
    }

    private void Needs()
    {
        (string Title, string Field, string Problem, string Wanted, decimal Reward)[] needs =
        [
            ("薄壁箱体焊接变形控制", "装备制造", "薄壁箱体焊后变形大，校形费时，返修率高。", "返修率由 12% 降到 3% 以内，校形时间减半。", 50_000),
            ("喷气织机断纬停台减少", "纺织服装", "储纬器张力不稳，断纬停台多，挡车工来回巡视。", "断纬停台每台班由 9 次降到 3 次以内。", 30_000),
            ("废切削液减量与回用", "节能环保", "废切削液处理量大，气味重，成本逐年上升。", "处理量减少一半，回用后刀具寿命不降。", 0),
            ("装配线拧紧力矩漏检报警", "智能制造", "拧紧工位靠人记忆，偶有漏拧流到下工序。", "漏拧当工位报警，误报每天少于 1 次。", 20_000),
            ("叉车与行人混行安全提示", "安全生产", "仓库转角视线差，叉车与行人混行。", "三米内自动声光提示，响应小于 0.5 秒。", 15_000),
        ];
        var units = people.Employed.Keys.Order(StringComparer.Ordinal).Select(c => people.Organisations[c]).ToList();
        foreach (var (n, i) in needs.Select((n, i) => (n, i)))
        {
            var (unit, claimBy) = (units[i * 3 % units.Count], _today.AddDays(i == 0 ? 25 : i == 1 ? 12 : 3));
            var need = new Need(new NeedUnit(unit.Id, unit.Name, people.Organisations["LP"].Id), new NeedText(n.Title, n.Field, n.Problem, n.Wanted, n.Reward, "提供试验工位和样件。", claimBy), Unit, _today.AddDays(-40), now.AddDays(-40));
            db.Add(need);
            if (i == 4)
            {
                continue; // still to be published
            }

            need.Publish(Officer, _today.AddDays(-38), now.AddDays(-38));
            foreach (var k in Enumerable.Range(1, i == 0 ? 0 : 2))
            {
                var other = units[(i * 3 + k * 2) % units.Count];
                need.Claim(new Claimant(other.Id, other.Name, $"{people.Employed[other.Code][k].Name}攻关小组", null), "先在一个工位试用两周，按数据调整参数，再固化为作业指导书；所需备件均为通用件。", 30 + k * 15, Unit, _today.AddDays(-30), now.AddDays(-30));
            }

            if (i >= 2)
            {
                need.Choose(1, "有同类现场经验，方案数据完整。", Unit, now.AddDays(-20));
                need.Sign(_paper, Unit, now.AddDays(-15));
            }

            if (i == 3)
            {
                need.Accept(5, "连续两周无漏拧流出，达到要求。", Unit, now.AddDays(-2));
            }
        }
    }
}
