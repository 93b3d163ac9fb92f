using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Data.WorkingDays;
using Competitions.Honours;
using Competitions.Studios;
using Competitions.Web.Craftsmen;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Craftsmen of four years with their duty checks: some in force, one suspended, one whose failures wait for a word, one revoked after a hearing; 技能带头人 recommended and appointed from the studios.</summary>
internal sealed class DemoCraftsmen(CompetitionsDb db, DemoPeople people, DateTime now)
{
    private const string Officer = DemoContests.Officer, Leader = "demo-leader", Unit = "demo-enterprise", Town = "demo-town";

    private static readonly LadderRules Rules = CraftsmanDesk.Rules;

    private readonly DateOnly _today = now.InChina().Date();

    /// <summary>How many years ago, of which unit, and what became of it.</summary>
    private static readonly (int Ago, string Unit, Plot Plot)[] Plan =
    [
        (3, "E001", Plot.Plain), (3, "E003", Plot.Suspended), (3, "E004", Plot.Revoked), (3, "E008", Plot.MovedAway), (2, "E001", Plot.Plain), (2, "E006", Plot.Failing), (2, "E016", Plot.Plain),
        (1, "E003", Plot.Late), (1, "E011", Plot.Plain), (1, "E019", Plot.Plain), (0, "E001", Plot.Plain), (0, "E008", Plot.Plain), (0, "E014", Plot.Plain),
    ];

    private enum Plot
    {
        Plain, Suspended, Failing, Late, Revoked, MovedAway,
    }

    public async Task Load()
    {
        var newest = Rules.HonourDay.In(_today.Year) <= _today ? _today.Year : _today.Year - 1;
        var federation = people.Organisations["LP"];
        List<(Craftsman Of, Honour Honour, Plot Plot)> made = [];
        foreach (var (ago, code, plot) in Plan)
        {
            var (unit, on) = (people.Organisations[code], new DateOnly(newest - ago, 9, 16));
            var worker = people.Employed[code].Skip(20 + ago * 7).First(w => w.Memberships[^1].From < on);
            var honour = new Honour(
                HonourKind.Title, "临平工匠", Holder.Of(new HonourPerson(worker.Id, worker.Name), unit.Id, unit.NameOn(on)), new Grantor(federation.Id, federation.Name, federation.Level), new HonourOccasion(null, $"{on.Year} 年临平工匠评选", "", "", on.Year, null));
            honour.Grant($"临总工〔{on.Year}〕24 号", on, Officer, now, register: true);
            db.Add(honour);
            await db.SaveChangesAsync();
            made.Add((Craftsman.Name(new CraftsmanPerson(worker.Id, worker.Name, unit.Id, honour.UnitName), Rules, Rules.LevelOf("craftsman"), new NamedHonour(honour.Id, null, honour.Name, honour.DocumentNumber!, on), Officer), honour, plot));
        }

        db.AddRange(made.Select(m => m.Of));
        await db.SaveChangesAsync();
        foreach (var (of, honour, plot) in made)
        {
            Checked(of, plot);
            await Followed(of, honour, plot);
        }

        foreach (var (reward, n) in made.Where(m => m.Of.From?.Year == newest).Select((m, n) => (new CraftsmanReward(m.Of, newest, Officer, now.AddDays(-30)), n)))
        {
            if (n == 0)
            {
                reward.Pay($"记-{newest}-0926", _today.AddDays(-20), _today, Officer, now.AddDays(-20));
            }

            db.Add(reward);
        }

        await Leads();
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private void Checked(Craftsman of, Plot plot)
    {
        for (var year = of.From!.Value.Year; year < _today.Year && Rules.CheckCloses.In(year + 1) < _today; year++)
        {
            var (check, last, at) = (new DutyCheck(of, year, Rules.CheckCloses.In(year + 1)), year == _today.Year - 1, Rules.CheckCloses.In(year + 1).AddDays(-5).StartInChina().AddHours(9));
            db.Add(check);
            if (plot is Plot.Late && last)
            {
                continue; // nobody has reported it yet
            }

            var fails = plot is Plot.Suspended or Plot.Failing && year >= _today.Year - 2;
            check.Report(check.Lines.ToDictionary(l => l.Of.Code, l => ((int?)(fails && l.Of.Code != "trainings" ? 0 : l.Of.Fewest), fails && l.Of.Code != "trainings" ? "" : "见台账")), Unit, at);
            check.Confirm(Unit, at.AddHours(2), "情况属实");
            check.Judge(!fails, _today, Town, at.AddDays(2), fails ? "没有带徒，也没有合理化建议。" : "三项职责都已完成。");
        }
    }

    private async Task Followed(Craftsman of, Honour honour, Plot plot)
    {
        switch (plot)
        {
            case Plot.Suspended:
                of.Suspend(_today.AddMonths(-2), _today.AddMonths(10), Officer, now.AddDays(-60), "年度履职考核连续两年不合格");
                break;
            case Plot.MovedAway:
                of.End(EndReason.MovedAway, _today.AddMonths(-5), _today, Officer, now.AddMonths(-5), "调离本区：调往外市工作");
                break;
            case Plot.Revoked:
                await Revoked(of, honour);
                break;
        }
    }

    private async Task Revoked(Craftsman of, Honour honour)
    {
        var (calendar, at) = (await db.WorkingDays(), now.AddDays(-60));
        var revocation = new CraftsmanCase(of, Rules.Grounds[0], "收到来信，反映申报时的技术成果为他人完成。", Unit, at);
        revocation.Make(CaseMove.Verify, Officer, at.AddDays(2), "由经济技术部两人到单位核查。");
        revocation.Notify("主要成果的图纸和验收单均为他人署名，申报材料不实。", Rules, calendar, at.AddDays(10).InChina().Date(), Officer, at.AddDays(10));
        revocation.State("本人承认材料有误，愿意接受处理。", at.AddDays(12).InChina().Date(), Officer, at.AddDays(12));
        revocation.Propose("情况属实，本人认可，拟撤销称号。", at.AddDays(13).InChina().Date(), Officer, at.AddDays(13));
        revocation.Approve("同意撤销。", Leader, at.AddDays(15));
        revocation.Decree(of, $"临总工〔{at.Year}〕29 号", at.AddDays(18).InChina().Date(), Officer, at.AddDays(18));
        honour.End(Officer, at.AddDays(18), $"{revocation.Ground}，{revocation.Document}");
        db.Add(revocation);
    }

    /// <summary>Skilled members of the studios: two appointed, one recommended, one declined; the others stay candidates.</summary>
    private async Task Leads()
    {
        var skills = await db.SkillLevels.AsNoTracking().ToDictionaryAsync(l => l.Code);
        var members = (await db.Studios.AsNoTracking().Where(s => s.Stage == StudioStage.Running).OrderBy(s => s.Id).ToListAsync()).SelectMany(s => s.Members.Select(m => (Studio: s, Member: m))).ToList();
        var ids = members.Select(m => m.Member.WorkerId).ToList();
        var workers = await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id);
        List<Craftsman> made = [.. from m in members
            let worker = workers[m.Member.WorkerId]
            let skill = worker.SkillLevelCode is { } code ? skills[code] : null
            let facts = new LadderFacts(
                worker.Id, worker.Name, worker.BornOn, true, skill?.Order, skill?.Name ?? "", worker.InTradeSince, [], [new StudioSeat(m.Member.From, m.Member.To, m.Studio.Stands, new LadderProof($"{m.Studio.Name}成员", $"/studios/{m.Studio.Id}"))], [], [], null)
            let found = LadderCheck.Of(Rules.LevelOf("lead"), facts, _today)
            where found.Meets
            select Craftsman.Recommend(new CraftsmanPerson(worker.Id, worker.Name, m.Studio.UnitId, m.Studio.UnitName), Rules, found, "技能过硬，愿意带徒传技，同意推荐。", Unit)];
        foreach (var (of, n) in made.DistinctBy(c => c.WorkerId).Take(4).Select((c, n) => (c, n)))
        {
            if (n < 2)
            {
                of.Confirm($"临总工〔{_today.AddMonths(-8 - n * 14).Year}〕11 号", _today.AddMonths(-8 - n * 14), _today, Officer, now.AddMonths(-8 - n * 14));
            }
            else if (n == 3)
            {
                of.Decline(_today.AddDays(-9), Officer, now.AddDays(-9), "本年度名额已满，明年优先。");
            }

            db.Add(of);
        }
    }
}
