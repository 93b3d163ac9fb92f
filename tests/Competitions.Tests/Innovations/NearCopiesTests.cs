using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

/// <summary>The threshold was chosen on seeds 1 to 3; what is tested here are other papers.</summary>
public class NearCopiesTests
{
    private const int Papers = 5000;
    private const int Copies = 200;

    private static readonly InnovationText Gauge = new(
        "减速机合箱间隙在线检测改造", "合箱间隙由人工用塞尺逐点测量，每台需测16点，约11分钟。读数受力度影响，班组之间差异可达0.08mm。", "在合箱工位加装四路激光测距头，压紧后自动扫描整圈间隙。超差时锁止下料。");

    private static readonly InnovationText Lamp = new("喷气织机断纬停台的改进", "喷气织机储纬器张力不稳，断纬停台多。挡车工来回巡视，劳动强度大。", "在储纬器旁加装电子张力传感器，按品种预置工艺参数。");

    [Theory]
    [InlineData(20261121)]
    [InlineData(77)]
    public void Of_two_hundred_near_copies_among_five_thousand_papers_nearly_all_are_found_and_hardly_another_is_suspected(int seed)
    {
        var (invented, rewriting, register) = (new InventedProposals(seed), new Rewriting(seed), new NearCopies<int>());
        List<InnovationText> papers = [.. Enumerable.Range(0, Papers - Copies).Select(_ => invented.Next())];
        papers.AddRange(papers.Take(Copies).Select((p, i) => rewriting.Of(p, (Severity)(i % 3))).ToList());
        for (var i = 0; i < papers.Count; i++)
        {
            register.Put(i + 1, papers[i]);
        }

        var alike = papers.Select((p, i) => register.Of(p, i + 1)).ToList();
        var found = Enumerable.Range(0, Copies).Where(i => alike[Papers - Copies + i].Any(c => c.Key == i + 1)).ToList();
        var suspected = alike[Copies..^Copies].Count(c => c.Count > 0);

        Assert.True(found.Count >= Copies * 95 / 100, $"found {found.Count}");
        Assert.All(Enum.GetValues<Severity>(), s => Assert.True(found.Count(i => i % 3 == (int)s) >= Copies / 3 * 85 / 100, $"{s}: {found.Count(i => i % 3 == (int)s)}"));
        Assert.True(suspected <= (Papers - 2 * Copies) * 2 / 100, $"suspected {suspected}");
    }

    [Fact]
    public void Width_punctuation_numbers_and_the_order_of_sentences_make_no_difference()
    {
        var again = new InnovationText(
            "减速机合箱间隙·在线检测改造", "读数受力度影响,班组之间差异可达 ０．１２ ＭＭ！合箱间隙由人工用塞尺逐点测量，每台需测 24 点 约 9 分钟", "超差时锁止下料；在合箱工位加装四路激光测距头，压紧后自动扫描整圈间隙");
        Assert.Equal(1, Assert.Single(With(Gauge, Lamp).Of(again)).Similarity);
    }

    [Fact]
    public void What_everybody_writes_makes_nothing_alike()
    {
        const string everybody = "该项改进提高了生产效率，降低了成本。改造后减轻了职工的劳动强度，改善了作业环境。投入少，见效快，具有较好的推广价值。";
        var invented = new InventedProposals(5);
        var register = With([.. Enumerable.Range(0, 300).Select(_ => invented.Next()).Select(t => t with { Measures = t.Measures + everybody }), Gauge with { Measures = Gauge.Measures + everybody }]);

        Assert.Empty(register.Of(Lamp with { Measures = Lamp.Measures + everybody }));
        Assert.Equal([301], register.Of(Gauge with { Title = "小改造" }).Select(c => c.Key));
    }

    [Fact]
    public void The_first_two_papers_of_a_register_are_told_apart_too()
    {
        Assert.Empty(With(Gauge).Of(Lamp));
        Assert.Equal(1, Assert.Single(With(Gauge).Of(Gauge)).Similarity);
    }

    [Fact]
    public void A_paper_is_no_copy_of_itself_and_the_nearest_comes_first()
    {
        var cut = Gauge with { Problem = "合箱间隙由人工用塞尺逐点测量，每台需测16点，约11分钟。" };
        var register = With(Gauge, Lamp, cut);

        Assert.Equal([1, 3], register.Of(Gauge).Select(c => c.Key));
        Assert.Equal([3], register.Of(Gauge, apartFrom: 1).Select(c => c.Key));
        Assert.InRange(register.Of(Gauge, apartFrom: 1)[0].Similarity, 0.6m, 0.95m);
    }

    [Fact]
    public void A_text_that_was_written_anew_is_found_by_its_new_words_only()
    {
        var register = With(Gauge);
        register.Put(1, Lamp);
        Assert.Empty(register.Of(Gauge));
        Assert.Single(register.Of(Lamp));

        register.Remove(1);
        register.Remove(1);
        Assert.Empty(register.Of(Lamp));
        Assert.Equal(0, register.Count);
    }

    [Fact]
    public void Nothing_is_like_nothing()
    {
        var register = With(new InnovationText("", "", ""), Gauge);
        Assert.Empty(register.Of(new InnovationText("", "。。。", "12 34")));
        Assert.Empty(register.Of(new InnovationText("\ud83d", "𠮷𠮷𠮷𠮷", "")));
    }

    [Fact]
    public void What_both_say_is_shown_where_it_stands()
    {
        var other = new InnovationText("检测装置", "以前，合箱间隙由人工用塞尺逐点测量，每台２０点。", "加装红外探头。");
        var passages = Gauge.SharedWith(other);

        Assert.Equal([(TextPart.Problem, "合箱间隙由人工用塞尺逐点测量，每台")], passages.Where(p => p.Length > 10).Select(p => (p.Part, Gauge.Problem.Substring(p.At, p.Length))));
        Assert.Equal(["合箱间隙由人工用塞尺逐点测量，每台"], other.SharedWith(Gauge).Where(p => p.Length > 10).Select(p => other.Problem.Substring(p.At, p.Length)));
        Assert.Empty(Gauge.SharedWith(Lamp));
    }

    private static NearCopies<int> With(params InnovationText[] texts)
    {
        var register = new NearCopies<int>();
        foreach (var (text, i) in texts.Select((t, i) => (t, i)))
        {
            register.Put(i + 1, text);
        }

        return register;
    }
}
