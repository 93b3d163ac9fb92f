using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>
/// What the judges of the demo bring to an event that asks for it: three may be seated, one's certificate has expired, one was not
/// trained, one named a competitor of the event as his kin, and the floor judge asks to be recused.
/// </summary>
internal sealed class DemoJudges(CompetitionsDb db, DateTime now)
{
    private static readonly (string Account, QualificationKind Kind, string Number, int ValidDays, bool Trained)[] Plan =
    [
        ("demo-chief", QualificationKind.NationalReferee, "演示国裁 2021-0316", 700, true),
        ("demo-judge", QualificationKind.SeniorTechnician, "演示 S000033010001", 0, true),
        ("demo-judge2", QualificationKind.SeniorAssessor, "演示考评 33-0482", 520, true),
        ("demo-judge3", QualificationKind.AssociateTitle, "演示职称 20190077", 0, true),
        ("demo-judge4", QualificationKind.CityReferee, "演示市裁 2022-105", -30, true),
        ("demo-judge5", QualificationKind.Technician, "演示 S000033010219", 0, false),
        ("demo-floor", QualificationKind.Assessor, "演示考评 33-0917", 300, true),
    ];

    private readonly DateOnly _today = now.InChina().Date();

    public async Task Bring(IEnumerable<Event> events)
    {
        foreach (var of in events)
        {
            foreach (var line in Plan)
            {
                var record = new JudgeRecord(of.Id, line.Account);
                record.Qualify(new Qualification(line.Kind, line.Number, line.ValidDays == 0 ? null : _today.AddDays(line.ValidDays), "demo-organiser", now.AddDays(-6)));
                Train(record, line.Trained);
                db.Add(record);
            }

            var kin = await db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Alive.Contains(e.Stage)).OrderBy(e => e.Id).SelectMany(e => e.Members).Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name).FirstAsync();
            db.Add(new Declaration(of.Id, "demo-judge3", new DeclaredRelation(Relation.Kin, kin, null, null, "表亲"), now.AddDays(-3)));
            db.Add(new Declaration(of.Id, "demo-judge2", new DeclaredRelation(Relation.Apprentice, "凌若棠", null, null, "曾随我学徒两年"), now.AddDays(-2)));
            db.Add(new Recusal(of, null, "demo-floor", "近期受聘为一家参赛可能性较大的企业做技术顾问，申请回避。", now.AddHours(-20)));
        }

        await db.SaveChangesAsync();
    }

    private void Train(JudgeRecord record, bool trained)
    {
        if (trained)
        {
            record.SignTraining(_today.AddDays(-4), "评判规则、评判纪律与保密要求", 4, _today, now.AddDays(-4));
            record.State(now.AddDays(-4));
        }
    }
}
