using Competitions.Contests;
using Competitions.Data;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Honours.OfEvent;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Documents;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Honours of the demo's finished contest with their certificates; one is withdrawn, one event still waits for its document.</summary>
internal sealed class DemoHonours(CompetitionsDb db, DemoPeople people)
{
    private const string Series = "临总工赛证";

    public async Task Give(Event of, DateTime at)
    {
        var clock = new Stopped(at);
        var (desk, certificates) = (new HonourDesk(db, clock), new CertificateDesk(db, new Fonts(), clock));
        await new EventAwards(db, desk, clock).Of(of, DemoContests.Officer);
        var contest = await db.Contests.SingleAsync(c => c.Id == of.ContestId);
        await desk.Add(Organiser(of, contest, at, people.Organisations[of.Code.EndsWith("-ELEC", StringComparison.Ordinal) ? "LPP1" : "LP03"]));
        if (of.Code.EndsWith("-SEW", StringComparison.Ordinal))
        {
            return; // approved, and not yet decreed
        }

        await Grant(of, at);
        var ids = await HonourRegister.InOrder(db.Honours.Where(h => h.EventId == of.Id && h.Stage == HonourStage.Granted)).Select(h => h.Id).ToListAsync();
        await certificates.Issue(ids, Series, at.InChina().Date(), DemoContests.Officer);
        if (of.Code.EndsWith("-ELEC", StringComparison.Ordinal))
        {
            await Withdraw(of, new HonourDesk(db, new Stopped(at.AddDays(40))));
        }
        else
        {
            await Long(contest, at, desk, certificates);
        }
    }

    private static Honour Organiser(Event of, Contest contest, DateTime at, Organisation unit) => new Honour(
        HonourKind.Organisation, "优秀组织单位", Holder.Organisation(unit.Id, unit.Name), GrantorOf(contest), new HonourOccasion(of.Id, contest.Name, of.Title, "", contest.Year, null))
        .ApprovedWithTheEvent(DemoContests.Officer, at);

    private static Grantor GrantorOf(Contest contest) => new(contest.OrganisationId, contest.OrganisationName, contest.Level);

    private async Task Grant(Event of, DateTime at)
    {
        var honours = await db.Honours.Where(h => h.EventId == of.Id && h.Stage == HonourStage.Approved).ToListAsync();
        honours.ForEach(h => h.Grant($"临总工〔{at.Year}〕18 号", at.InChina().Date(), DemoContests.Officer, at));
        await db.SaveChangesAsync();
    }

    private async Task Withdraw(Event of, HonourDesk desk)
    {
        var last = await db.Honours.Where(h => h.EventId == of.Id && h.Kind == HonourKind.Prize && h.Stage == HonourStage.Granted).OrderByDescending(h => h.Rank).FirstAsync();
        await desk.End(last, DemoContests.Officer, "经核查，报名时提供的社保材料不实，取消获奖资格。");
        await db.SaveChangesAsync();
    }

    /// <summary>Of a contest before this program, entered by hand: the demo's worker and his coach's prize.</summary>
    private async Task Long(Contest contest, DateTime at, HonourDesk desk, CertificateDesk certificates)
    {
        var (worker, unit) = (people.Employed["E001"][0], people.Organisations["E001"]);
        var person = new HonourPerson(worker.Id, worker.Name);
        var occasion = new HonourOccasion(null, $"临平区职工技能争霸赛（{contest.Year - 2} 年）", "电工", "", contest.Year - 2, null);
        Honour[] honours =
        [
            new(HonourKind.Title, "临平区金牌职工", Holder.Of(person, unit.Id, unit.Name), GrantorOf(contest), occasion),
            new(HonourKind.Prize, "优秀指导教练", Holder.Coach(person, unit.Id, unit.Name), GrantorOf(contest), occasion with { Year = contest.Year - 1 }),
        ];
        foreach (var honour in honours)
        {
            honour.Grant($"临总工〔{honour.Year}〕21 号", new DateOnly(honour.Year, 11, 3), DemoContests.Officer, at, register: true);
            await desk.Add(honour);
            await certificates.Issue([honour.Id], Series, new DateOnly(honour.Year, 11, 3), DemoContests.Officer);
        }
    }

    private sealed class Stopped(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
