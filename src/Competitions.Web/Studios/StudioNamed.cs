using Competitions.Data;
using Competitions.Honours;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Studios;
using Competitions.Web.Programmes;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios;

/// <summary>A named application begins a studio, or raises the one of its unit and name by a level.</summary>
public sealed class StudioNamed(CompetitionsDb db, TimeProvider clock) : INamingEffect
{
    public string Kind => StudioNamingForm.Code;

    public async Task<IReadOnlyList<Finding>> Check(Application application, Call call)
    {
        var (level, studio) = (LevelOf(call), await Standing(application));
        return studio is null
            ? level is StudioLevel.District ? [] : [Finding.Blocks("studio-naming.below-missing", level.Name(), (level - 1).Name())]
            : studio.Level >= level ? [Finding.Blocks("studio-naming.named-already", studio.Name, studio.Level.Name())]
            : studio.UpgradeBar(level, clock.Today(), StudioDesk.Rules) is { } no ? [Finding.Blocks("studio-naming.no-upgrade", studio.Name, Sentences.Of(no))]
            : [];
    }

    public async Task Named(Application application, Call call, IReadOnlyList<Honour> honours, string by, DateTime at)
    {
        var naming = new StudioNaming(LevelOf(call), call.OrganisationName, call.NamedOn!.Value, call.DecisionDocument, call.Title, "", by, at) { ApplicationId = application.Id };
        if (await Standing(application) is { } standing)
        {
            standing.Upgrade(naming, StudioDesk.Rules);
            return;
        }

        var people = application.People.OrderBy(p => p.Order).ToList();
        var skills = await Skills([.. people.Select(p => p.WorkerId)]);
        var (leader, told) = (people[0], application.Answers);
        var studio = new Studio(application.Title, application.UnitId, application.UnitName, naming, new StudioLeader(leader.WorkerId, leader.Name, skills[leader.WorkerId], told.Text(StudioNamingForm.LeaderTitle), naming.On), registered: false);
        studio.Describe(told.Text(StudioNamingForm.Field), told.Number(StudioNamingForm.Area) ?? 0, told.Text(StudioNamingForm.Place), string.Join('、', told.Rows(StudioNamingForm.Equipment).Select(r => r[0])));
        foreach (var person in people.Skip(1))
        {
            studio.Join(new StudioMember(person.WorkerId, person.Name, "成员", skills[person.WorkerId], naming.On));
        }

        db.Add(studio);
    }

    private static StudioLevel LevelOf(Call call) => call.Level switch
    {
        OrganisationLevel.National => StudioLevel.National,
        OrganisationLevel.Province => StudioLevel.Province,
        OrganisationLevel.City => StudioLevel.City,
        _ => StudioLevel.District,
    };

    private async Task<Studio?> Standing(Application application) =>
        (await db.Studios.Where(s => s.UnitId == application.UnitId && s.Name == application.Title).ToListAsync()).Find(s => s.Stands);

    private async Task<Dictionary<int, string>> Skills(List<int> workers) => await db.Workers.Where(w => workers.Contains(w.Id))
        .ToDictionaryAsync(w => w.Id, w => db.SkillLevels.Where(l => l.Code == w.SkillLevelCode).Select(l => l.Name).FirstOrDefault() ?? "未定级");
}
