using Competitions.Contests;
using Competitions.Data;
using Competitions.Questions;

namespace Competitions.Web.Seeding;

/// <summary>The bank of the demo, a paper for each event whose occupation has questions, and the sittings that took place.</summary>
internal sealed class DemoQuestions(CompetitionsDb db, int organisationId, DateTime now)
{
    private const string Expert = "demo-technical";
    private const int SittingMinutes = 90;

    private static readonly BlueprintRow[] Blueprint =
    [
        new(QuestionKind.TrueFalse, null, null, 10, new Points(2)),
        new(QuestionKind.SingleChoice, null, null, 10, new Points(4)),
        new(QuestionKind.MultipleChoice, null, null, 4, new Points(5)),
        new(QuestionKind.FillIn, null, null, 5, new Points(4)),
    ];

    private readonly Random _random = new(197);
    private readonly Dictionary<int, Paper> _papers = [];
    private ILookup<string, Question> _bank = Enumerable.Empty<Question>().ToLookup(q => "");

    public async Task Load()
    {
        var at = now.AddDays(-500);
        var questions = SeedFiles.Json<IReadOnlyList<QuestionLine>>("demo/questions.json").Select(line =>
        {
            var body = new QuestionBody(line.Kind, line.Text, line.Choices, line.Right);
            var question = new Question(organisationId, line.Occupation, body, Expert, at);
            question.Rewrite(line.Occupation, body, line.Level, line.Point, "演示题库", Expert, at);
            return question;
        }).ToList();
        db.AddRange(questions);
        await db.SaveChangesAsync();
        _bank = questions.ToLookup(q => q.OccupationCode);
    }

    /// <summary>A drawn paper; null where the bank has nothing of the occupation.</summary>
    public async Task<Paper?> PaperFor(string title, string occupation, DateTime drawnAt)
    {
        if (!_bank.Contains(occupation))
        {
            return null;
        }

        var paper = new Paper(organisationId, $"{title}理论试卷", occupation, Expert, drawnAt.AddDays(-3));
        paper.Plan(paper.Title, Blueprint, SetRule.SameQuestions, 0.5m);
        paper.DrawFrom(_bank[occupation], 20_260_000 + _papers.Count, Expert, drawnAt);
        db.Add(paper);
        await db.SaveChangesAsync();
        _papers.Add(paper.Id, paper);
        return paper;
    }

    /// <summary>The module's sitting: of what is over all have handed in, of what is going on some are still writing.</summary>
    public async Task Sit(Event made, IReadOnlyList<int> workers, DateTime opensAt)
    {
        if (made.Modules.FirstOrDefault(m => m.PaperId is not null) is not { } module)
        {
            return;
        }

        var paper = _papers[module.PaperId!.Value];
        var over = opensAt.AddMinutes(SittingMinutes + 30) < now;
        var occasion = new Occasion(paper, $"{made.Title}理论考试", $"module:{made.Code}/{module.Code}", opensAt, opensAt.AddHours(3), SittingMinutes);
        db.Add(occasion);
        await db.SaveChangesAsync();
        var sittings = workers.Select((w, i) => occasion.Admit(w, i)).ToList();
        db.AddRange(sittings);
        await db.SaveChangesAsync();
        for (var i = 0; i < sittings.Count; i++)
        {
            if (opensAt < now && (over || i % 3 < 2))
            {
                Write(sittings[i], occasion, paper, opensAt.AddMinutes(2 + i % 5), done: over || i % 3 == 0);
            }
        }

        await db.SaveChangesAsync();
    }

    private void Write(Sitting sitting, Occasion occasion, Paper paper, DateTime at, bool done)
    {
        sitting.Start(occasion, at);
        var able = 55 + _random.Next(45);
        var end = at.AddMinutes(done ? 30 + _random.Next(8) : 20);
        var answers = paper.Of(sitting.Set).Where(_ => done || _random.Next(3) > 0).Select(item =>
        {
            var given = _random.Next(100) < able ? string.Concat(item.Kind is QuestionKind.FillIn ? item.Right.Take(1) : item.Right)
                : item.Kind is QuestionKind.FillIn ? "0" : item.Kind is QuestionKind.TrueFalse ? (item.Right[0] == "T" ? "F" : "T") : QuestionBody.Letter(_random.Next(item.Choices.Count));
            return new GivenAnswer(Id(), sitting.Id, item.Place, given, item.Place, at.AddSeconds(30 * item.Place));
        }).ToList();
        db.AddRange(answers);
        if (done)
        {
            sitting.End(HandIn.ByHand, paper, answers, end < now ? end : now);
        }
    }

    private Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private sealed record QuestionLine(string Occupation, string Point, string Level, QuestionKind Kind, string Text, IReadOnlyList<string> Choices, IReadOnlyList<string> Right);
}
