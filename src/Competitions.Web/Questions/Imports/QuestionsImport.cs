using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Imports;

/// <summary>Questions from a workbook into the bank of the organisation of one's own duty, all or nothing.</summary>
public sealed class QuestionsImport(CompetitionsDb db, Bank bank, TimeProvider clock) : IBatchWork
{
    public const string Code = "questions-import";

    private readonly RowErrors _errors = new();

    public string Kind => Code;

    public string Name => "导入题目";

    public string Policy => Policies.KeepQuestions;

    public string FormOf(Batch batch) => "/questions/imports/new";

    public string ResultsOf(Batch batch) => "/questions";

    public async Task<BatchOutcome?> Run(BatchRun run)
    {
        await run.Report("检查文件", 0, null, now: true);
        await using var file = run.Open();
        using var sheet = SheetReader.Open(file, QuestionSheet.Columns);
        var (questions, rows) = (new List<Question>(), 0);
        var read = await Reader(run);
        foreach (var row in sheet.Rows())
        {
            Refusal.Unless(rows < QuestionSheet.MostRows, "question.import-too-many", QuestionSheet.MostRows);
            await run.Report("检查", ++rows, sheet.Count - sheet.HeaderRow);
            questions.AddRange(read(row) is { } question ? [question] : []);
        }

        Refusal.Unless(rows > 0, "question.import-empty");
        if (_errors.Any)
        {
            return await run.Refused(file, QuestionSheet.Columns, _errors, rows);
        }

        await run.Report("正在写入", rows, rows, now: true);
        await using var transaction = await db.Database.BeginTransactionAsync(run.Stop);
        db.AddRange(questions);
        await db.SaveChangesAsync(run.Stop);
        await run.Succeed(db, rows, $"{rows:N0} 题已存入题库。");
        await transaction.CommitAsync(run.Stop);
        return null;
    }

    private async Task<Func<SheetRow, Question?>> Reader(BatchRun run)
    {
        var (home, at) = (await bank.Home(), clock.UtcNow());
        var occupations = (await bank.Occupations()).Select(o => o.Value).ToHashSet();
        var levels = (await bank.Levels()).SelectMany(o => (KeyValuePair<string, string>[])[new(o.Value, o.Value), new(o.Text, o.Value)]).DistinctBy(l => l.Key).ToDictionary();
        var known = (await (await bank.Questions()).Where(q => !q.Retired).Select(q => new { q.OccupationCode, q.Text }).ToListAsync())
            .Select(q => (q.OccupationCode, AnswerText.Plain(q.Text))).ToHashSet();
        return row =>
        {
            var occupation = Cell(row, QuestionSheet.Occupation, text => occupations.Contains(text) ? text : throw new Refusal("question.import-occupation", text));
            var kind = Cell(row, QuestionSheet.Kind, text => QuestionNames.KindOf(text) ?? throw new Refusal("question.import-kind"));
            var level = Cell(row, QuestionSheet.Level, text => text.Length == 0 ? "" : levels.GetValueOrDefault(text) ?? throw new Refusal("question.import-level", text));
            var (point, source) = (Cell(row, QuestionSheet.Point, text => Short(text, 100)), Cell(row, QuestionSheet.Source, text => Short(text, 200)));
            Cell(row, QuestionSheet.Text, text => known.Add((row[QuestionSheet.Occupation], AnswerText.Plain(Short(text, 2000)))) ? text : throw new Refusal("question.import-known"));
            return _errors.Has(row.Number) ? null : Made(row, kind, occupation!, level!, point!, source!);
        };

        Question? Made(SheetRow row, QuestionKind kind, string occupation, string level, string point, string source)
        {
            try
            {
                var body = QuestionSheet.Body(row, kind);
                var question = new Question(home, occupation, body, run.By, at);
                question.Rewrite(occupation, body, level, point, source, run.By, at);
                return question;
            }
            catch (Refusal no)
            {
                _errors.Add(row.Number, QuestionSheet.ColumnOf(no.Code), no);
                return null;
            }
        }
    }

    private T? Cell<T>(SheetRow row, Column column, Func<string, T> rule) => _errors.Try(row.Number, column, () => rule(row[column]));

    private static string Short(string text, int longest)
    {
        Refusal.Unless(text.Length <= longest, "cell.too-long", longest);
        return text;
    }
}
