using Competitions.Craftsmen;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Studios;
using Competitions.Web.Shell;

namespace Competitions.Web.Seeding;

/// <summary>Where a call of the demo stands when the demo begins.</summary>
internal enum DemoCallUntil
{
    /// <summary>Declared, within the window.</summary>
    Declaring,

    /// <summary>The window is over, recommended and checked.</summary>
    Checking,
    Reviewing,
    Pitching,
    Ranked,

    /// <summary>The notice runs.</summary>
    Noticed,
    Named,
}

/// <summary>What units declare to the calls of the demo, and how far each of it came.</summary>
/// <param name="officers">Accounts by organisation.</param>
/// <param name="occupations">Names by code.</param>
internal sealed class DemoApplications(DemoPeople people, IReadOnlyDictionary<int, string> officers, IReadOnlyDictionary<string, string> occupations, DateTime now)
{
    private const string Officer = DemoContests.Officer;

    private static readonly string[] Skilled = ["senior", "technician", "senior-technician"];

    private static readonly ApplicationStage[] WhileDeclared =
    [
        ApplicationStage.Draft, ApplicationStage.Submitted, ApplicationStage.Returned, ApplicationStage.UnitNoticed, ApplicationStage.UnitPassed, ApplicationStage.UnitPassed,
        ApplicationStage.Recommended, ApplicationStage.Recommended, ApplicationStage.Correcting, ApplicationStage.Accepted, ApplicationStage.Withdrawn,
    ];

    private static readonly ApplicationStage[] WhileChecked =
    [
        ApplicationStage.Accepted, ApplicationStage.Recommended, ApplicationStage.Accepted, ApplicationStage.UnitPassed, ApplicationStage.Recommended, ApplicationStage.Correcting,
        ApplicationStage.Accepted, ApplicationStage.Refused, ApplicationStage.Recommended, ApplicationStage.Withdrawn, ApplicationStage.Accepted, ApplicationStage.Returned,
    ];

    private readonly InventedInnovations _innovations = new(20260601);
    private readonly InventedApplications _others = new(20260603);
    private readonly Random _random = new(20260604);
    private readonly List<string> _enterprises = [.. people.Employed.Keys.Order(StringComparer.Ordinal)];
    private readonly HashSet<(string Kind, int Worker)> _taken = [];
    private readonly Dictionary<int, Organisation> _byId = people.Organisations.Values.ToDictionary(o => o.Id);

    public Application Drafted(Call call, int i, DemoCallUntil until, int nth)
    {
        var (unit, team) = Team(call, i, nth);
        var (lead, on) = (team[0], call.OpensAt.InChina().Date());
        var (title, answers) = call.Kind == FiveSmallForm.Code
            ? _innovations.Next(call.Rules.Options["category"], on.AddDays(-60 - _random.Next(120)))
            : _others.Next(call.Kind, new Subject(lead, unit.Code, OccupationOf(lead)), call.Year, on);
        var society = BySociety(call, i, until);
        var made = new Application(call, society is null ? ApplicationChannel.Unit : ApplicationChannel.Society, unit.Id, unit.NameOn(on), title, society is null ? OfficerOf(unit.Id) : OfficerOf(society.Id), call.OpensAt.AddDays(1 + _random.Next(until is DemoCallUntil.Declaring ? 2 : 3)));
        decimal[][] shares = [[100], [60, 40], [50, 30, 20]];
        made.Write(call, title, answers, [.. team.Select((w, n) => new ApplicationPerson(
            n + 1, w.Id, w.Name, unit.Id, made.UnitName, n == 0 && team.Count > 1 ? "班组长" : OccupationOf(w) is { Length: > 0 } post ? post : "操作工", true, call.Rules.Persons.WithShares ? shares[team.Count - 1][n] : 0))]);
        return made;
    }

    /// <summary>As far as it came: some wait at each desk, some were sent back, refused or taken back.</summary>
    /// <param name="places">Left in the quota of each union.</param>
    public void Advance(Call call, Application made, int i, DemoCallUntil until, Dictionary<int, int> places)
    {
        var to = until switch
        {
            DemoCallUntil.Declaring => WhileDeclared[i % WhileDeclared.Length],
            DemoCallUntil.Checking => WhileChecked[i % WhileChecked.Length],
            _ => (i % 16) switch { 5 => ApplicationStage.Withdrawn, 11 => ApplicationStage.Refused, 14 => ApplicationStage.Returned, _ => ApplicationStage.Accepted },
        };
        if (to is ApplicationStage.Draft)
        {
            return;
        }

        var (at, own, union) = (call.OpensAt.AddDays(3 + i % (until is DemoCallUntil.Declaring ? 6 : 20)), OfficerOf(made.UnitId), made.Channel is ApplicationChannel.Society ? people.Organisations["LPS1"] : _byId[_byId[made.UnitId].ParentId!.Value]);
        made.Submit(call, [], [.. call.Rules.Statements.Select(s => s.Key)], new Recommender(union.Id, union.Name), call.NumberOf(i + 1), own, at);
        if (to is ApplicationStage.Returned)
        {
            made.Make(ApplicationMove.Return, own, at.AddDays(1), call.Kind == FiveSmallForm.Code ? "前后对比表缺少数据来源，请补充计量或台账后再交。" : "事迹材料过于笼统，请补充具体事例和数据后再交。");
        }

        if (to is ApplicationStage.Submitted or ApplicationStage.Returned)
        {
            return;
        }

        made.GiveUnitNotice(call, new UnitNotice("厂区公告栏", at.AddDays(1).InChina().Date(), at.AddDays(8).InChina().Date()), own, at.AddDays(1));
        if (to is ApplicationStage.UnitNoticed)
        {
            return;
        }

        made.PassUnit(call, at.AddDays(9).InChina().Date(), own, at.AddDays(9));
        if (to is ApplicationStage.Withdrawn)
        {
            made.Make(ApplicationMove.Withdraw, own, at.AddDays(9).AddHours(3), "材料还要补充，明年再报。");
        }
        else if (to is not ApplicationStage.UnitPassed && places[union.Id] > 0)
        {
            places[union.Id]--;
            made.Recommend(call, OfficerOf(union.Id), at.AddDays(10), "情况属实，同意推荐。");
            Checked(call, made, i, to, until, at.AddDays(11));
        }
    }

    private void Checked(Call call, Application made, int i, ApplicationStage to, DemoCallUntil until, DateTime at)
    {
        switch (to)
        {
            case ApplicationStage.Correcting:
                made.AskCorrection(call, now.AddDays(4).InChina().Date(), Officer, at, call.Kind == FiveSmallForm.Code ? "经济效益证明缺财务部门盖章，请补交。" : "证明材料缺单位盖章，请补交。");
                break;
            case ApplicationStage.Refused:
                made.Make(ApplicationMove.Refuse, Officer, at, "不符合本批次的申报条件，详见申报通知第二条。");
                break;
            case ApplicationStage.Accepted:
                made.Accept(call, Officer, at, "");
                foreach (var body in made.OpinionsNeeded(call.Rules).Where((_, n) => until is not (DemoCallUntil.Checking or DemoCallUntil.Ranked) || (i + n) % 4 != 0))
                {
                    made.Give(call, new ApplicationOpinion(body, true, InventedApplications.OpinionOf(body), at.AddDays(2).InChina().Date(), Officer, at.AddDays(3)));
                }

                break;
        }
    }

    /// <summary>Who stands on it: the head is one who fits, once a kind; the others work beside him.</summary>
    private (Organisation Unit, List<Worker> Team) Team(Call call, int i, int nth)
    {
        var (persons, on) = (call.Rules.Persons, call.OpensAt.InChina().Date());
        for (var k = 0; ; k++)
        {
            var unit = people.Organisations[_enterprises[(i * 7 + i / 5 + nth * 3 + k) % _enterprises.Count]];
            var crew = people.Employed[unit.Code].Skip(12).Where(w => w.MembershipOn(on)?.OrganisationId == unit.Id).ToList();
            var at = crew.FindIndex(w => !_taken.Contains((call.Kind, w.Id)) && Fits(call, w));
            if (at >= 0 && crew.Count - at >= persons.Fewest + 2)
            {
                _taken.Add((call.Kind, crew[at].Id));
                return (unit, [.. crew.Skip(at).Take(Math.Min(persons.Most, persons.Fewest + i % 3))]);
            }
        }
    }

    private static bool Fits(Call call, Worker worker) => call.Kind switch
    {
        CraftsmanForm.Code => worker.InTradeSince <= call.Year - 9 && worker.BornOn.Year > call.Year - 57 && worker.SkillLevelCode is not null,
        ModelWorkerForm.Code => worker.InTradeSince <= call.Year - 6,
        StudioNamingForm.Code => Skilled.Contains(worker.SkillLevelCode),
        _ => worker.OccupationCode is not null,
    };

    private string OfficerOf(int organisation) => officers.GetValueOrDefault(organisation, DemoAccounts.Others);

    /// <summary>Two single authors of the batch that is open were found by the society: one is in, one waits for its own word.</summary>
    private Organisation? BySociety(Call call, int i, DemoCallUntil until) => call.Kind == FiveSmallForm.Code && until is DemoCallUntil.Declaring && i is 9 or 15 ? people.Organisations["LPS1"] : null;

    private string OccupationOf(Worker worker) => occupations.GetValueOrDefault(worker.OccupationCode ?? "", "");
}
