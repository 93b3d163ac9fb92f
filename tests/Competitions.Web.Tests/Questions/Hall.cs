using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Questions;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Questions;

/// <summary>An examination that is open now, with workers who have accounts.</summary>
internal sealed record Hall(int Occasion, int Paper, IReadOnlyList<(int Sitting, string Account)> Sittings)
{
    public const string Secret = "只有命题人知道的填空答案";

    public static async Task<Hall> Open(App app, int workers = 1, int minutes = 60, string purpose = "training:x", bool showsResult = true)
    {
        await app.Organisations();
        return await app.WithDb(async db =>
        {
            var at = app.Clock.GetUtcNow().UtcDateTime;
            var organisation = await db.Organisations.SingleAsync(o => o.Code == "LP");
            db.AddRange(Bank(organisation.Id, at));
            await db.SaveChangesAsync();

            var paper = new Paper(organisation.Id, "电工理论", "电工", "test", at);
            paper.Plan("电工理论",
            [
                new(QuestionKind.SingleChoice, null, null, 4, new Points(2)), new(QuestionKind.MultipleChoice, null, null, 2, new Points(3)),
                new(QuestionKind.TrueFalse, null, null, 2, new Points(1)), new(QuestionKind.FillIn, null, null, 2, new Points(2)),
            ], SetRule.SameQuestions, 0.5m);
            paper.DrawFrom(await db.Questions.ToListAsync(), 20261121, "test", at);
            db.Add(paper);
            await db.SaveChangesAsync();
            var occasion = new Occasion(paper, "电工理论考试", purpose, at.AddMinutes(-5), at.AddHours(1), minutes, showsResult);
            db.Add(occasion);
            await db.SaveChangesAsync();

            var sittings = new List<(int, string)>();
            for (var i = 0; i < workers; i++)
            {
                var (worker, account) = await Worker(app, db, organisation, $"沈嘉禾{i}", 990101199001010000 + i);
                var sitting = occasion.Admit(worker, i);
                db.Add(sitting);
                await db.SaveChangesAsync();
                sittings.Add((sitting.Id, account));
            }

            return new Hall(occasion.Id, paper.Id, sittings);
        });
    }

    /// <summary>Everything right, by place, of the set of a sitting.</summary>
    public static Task<Dictionary<int, string>> Right(App app, int sitting) => app.WithDb(async db =>
    {
        var (set, occasion) = await db.Sittings.Where(s => s.Id == sitting).Select(s => ValueTuple.Create(s.Set, s.OccasionId)).SingleAsync();
        var paper = await db.Papers.SingleAsync(p => db.Occasions.Any(o => o.Id == occasion && o.PaperId == p.Id));
        return paper.Of(set).ToDictionary(i => i.Place, i => i.Kind is QuestionKind.FillIn ? i.Right[0] : string.Concat(i.Right));
    });

    private static async Task<(int Worker, string Account)> Worker(App app, CompetitionsDb db, Organisation organisation, string name, long number)
    {
        var cipher = app.Services.GetRequiredService<FieldCipher>();
        var worker = new Worker(name, IdKind.ResidentCard, cipher.Seal("worker.id-number", $"{number}"), Sex.Male, new DateOnly(1990, 1, 1));
        db.Add(worker);
        await db.SaveChangesAsync();
        var account = new Account { UserName = name, NormalizedUserName = name, DisplayName = name, SecurityStamp = "test", WorkerId = worker.Id };
        db.Add(account);
        await db.SaveChangesAsync();
        db.Add(Duty.At(organisation, account.Id, DutyKind.Worker, new DateOnly(2020, 1, 1), null, account.Id));
        await db.SaveChangesAsync();
        return (worker.Id, account.Id);
    }

    private static IEnumerable<Question> Bank(int organisation, DateTime at) => Enumerable.Range(1, 24).Select(i => new Question(organisation, "电工", (i % 4) switch
    {
        0 => new(QuestionKind.SingleChoice, $"单选 {i}：三相交流电的相位差是多少？", ["60°", "90°", "120°", "180°"], ["C"]),
        1 => new(QuestionKind.MultipleChoice, $"多选 {i}：下列哪些属于安全电压？", ["6 V", "36 V", "110 V", "220 V"], ["A", "B"]),
        2 => new(QuestionKind.TrueFalse, $"判断 {i}：检修前必须验电。", [], ["T"]),
        _ => new(QuestionKind.FillIn, $"填空 {i}：电流的单位是什么？", [], [Secret, "安培"]),
    }, "test", at));
}
