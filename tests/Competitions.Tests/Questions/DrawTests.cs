using Competitions.Questions;
using FsCheck;
using FsCheck.Fluent;

namespace Competitions.Tests.Questions;

public sealed class DrawTests
{
    private static readonly DateTime At = new(2026, 11, 21, 2, 0, 0, DateTimeKind.Utc);

    private static readonly BlueprintRow[] Blueprint =
    [
        new(QuestionKind.SingleChoice, null, null, 4, new Points(2)), new(QuestionKind.SingleChoice, "安全", null, 3, new Points(1)),
        new(QuestionKind.MultipleChoice, null, null, 3, new Points(3)),
    ];

    [Fact]
    public void The_first_numbers_of_the_generator_are_those_of_its_authors()
    {
        // SplitMix64 with seed 1234567: 6457827717110365317, 3203168211198807973 (Vigna's reference)
        var chance = new Chance(1234567);

        Assert.Equal((int)(6457827717110365317UL % 1000), chance.Below(1000));
        Assert.Equal((int)(3203168211198807973UL % 1000), chance.Below(1000));
    }

    [Fact]
    public void The_same_seed_gives_the_same_paper_whatever_the_order_of_the_bank()
    {
        var one = Draw.From(Bank(), Blueprint, SetRule.SameQuestions, 42);
        var other = Draw.From(Bank().AsEnumerable().Reverse(), Blueprint, SetRule.SameQuestions, 42);

        Assert.Equal(Written(one), Written(other));
        Assert.NotEqual(Written(one), Written(Draw.From(Bank(), Blueprint, SetRule.SameQuestions, 43)));
    }

    [Fact]
    public void Both_sets_follow_the_blueprint_and_differ_in_order()
    {
        var items = Draw.From(Bank(), Blueprint, SetRule.SameQuestions, 42);
        var (a, b) = (items.Where(i => i.Set == "A").ToList(), items.Where(i => i.Set == "B").ToList());

        Assert.Equal(Enumerable.Range(1, 10), a.Select(i => i.Place));
        Assert.Equal(4 * 2 + 3 * 1 + 3 * 3, Points.Sum(a.Select(i => i.Points)).Value);
        Assert.Equal(a.Select(i => i.QuestionId).Order(), b.Select(i => i.QuestionId).Order());
        Assert.NotEqual(a.Select(i => i.QuestionId), b.Select(i => i.QuestionId));
        Assert.Equal(10, a.Select(i => i.QuestionId).Distinct().Count());
    }

    [Fact]
    public void Other_questions_means_that_no_question_is_in_both_sets()
    {
        var items = Draw.From(Bank(), Blueprint, SetRule.OtherQuestions, 42);

        Assert.Equal(20, items.Select(i => i.QuestionId).Distinct().Count());
    }

    [Fact]
    public void The_right_choice_stays_right_wherever_it_is_put() => Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
        Draw.From(Bank(), Blueprint, SetRule.SameQuestions, seed).All(i =>
            i.Right.All(r => i.Choices[r[0] - 'A'].StartsWith('对'))
            && i.Choices.Count(c => c.StartsWith('对')) == i.Right.Count)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_bank_that_is_too_small_names_the_row_and_the_numbers()
    {
        var no = Assert.Throws<Refusal>(() => Draw.From(Bank(), [Blueprint[0], Blueprint[1] with { Count = 99 }], SetRule.SameQuestions, 1));

        Assert.Equal("paper.not-enough", no.Code);
        Assert.Equal([2, 99, 10], no.Details);
    }

    [Fact]
    public void A_retired_question_is_never_drawn()
    {
        var bank = Bank();
        bank.ForEach(q => q.Retire(q.Id % 4 == 0, "x", At));

        Assert.All(Draw.From(bank, Blueprint, SetRule.SameQuestions, 7), i => Assert.NotEqual(0, i.QuestionId % 4));
    }

    [Fact]
    public void A_paper_is_drawn_once_and_keeps_its_questions_as_they_were()
    {
        var bank = Bank();
        var paper = new Paper(1, "卷", "电工", "x", At);
        paper.Plan("卷", Blueprint, SetRule.SameQuestions, 0.5m);
        paper.DrawFrom(bank, 42, "x", At);
        bank.ForEach(q => q.Rewrite("电工", q.Body with { Text = "改过" }, null, "", "", "x", At));

        Assert.DoesNotContain(paper.Items, i => i.Text == "改过");
        Assert.Equal("paper.drawn-already", Assert.Throws<Refusal>(() => paper.DrawFrom(bank, 43, "x", At)).Code);
        Assert.Equal("paper.drawn-already", Assert.Throws<Refusal>(() => paper.Plan("卷", [], SetRule.SameQuestions, 0.5m)).Code);
        Assert.Equal("paper.sittings-not-over", Assert.Throws<Refusal>(() => paper.Reveal(sittingsOver: false, At)).Code);
        Assert.Equal(Paper.HashOf(paper.Seed), paper.SeedHash);
    }

    internal static List<Question> Bank() => [.. Enumerable.Range(1, 60).Select(id =>
    {
        var several = id % 2 == 0;
        var question = new Question(1, "电工", several
            ? new QuestionBody(QuestionKind.MultipleChoice, $"问{id}", ["对1", "错1", "对2", "错2"], ["A", "C"])
            : new QuestionBody(QuestionKind.SingleChoice, $"问{id}", ["错1", "对", "错2"], ["B"]), "x", At);
        question.Rewrite("电工", question.Body, null, id % 3 == 0 ? "安全" : "工艺", "", "x", At);
        typeof(Question).GetProperty("Id")!.SetValue(question, id); // as the database would
        return question;
    })];

    private static IEnumerable<string> Written(IEnumerable<PaperItem> items) =>
        items.Select(i => $"{i.Set}{i.Place} {i.QuestionId} {string.Join('|', i.Choices)} {string.Join('|', i.Right)}");
}
