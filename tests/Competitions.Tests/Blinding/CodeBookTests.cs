using System.Globalization;
using Competitions.Blinding;

namespace Competitions.Tests.Blinding;

/// <summary>The expected hashes and codes were computed by code_book.py beside this file, which shares no line with the program.</summary>
public class CodeBookTests
{
    private static readonly string Seed = Convert.ToHexStringLower([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);
    private static readonly string Salt = Convert.ToHexStringLower([.. Enumerable.Range(32, 16).Select(n => (byte)n)]);

    public static readonly CodeBook First = Before("@final", 1, ["14", "9", "11", "12", "103"]);
    public static readonly CodeBook Second = Before("practical", 2, ["001", "002", "003", "004", "005"]);
    public static readonly CodeBook Third = Before("practical", 3, ["01", "02", "03", "04", "05"]);

    public static CodeBook Before(string place, int layer, string[] from, int attempt = 1) => CodeBook.Before(new DrawPlace("WELD", place, layer, attempt), Seed, Salt, from);

    [Fact]
    public void A_promise_is_the_hash_that_anybody_computes()
    {
        Assert.Equal("3695cd7883d58a5f43e592a2d7cce83323cbe268a1494e892da56f1caa839bdf", First.Commitment);
        Assert.Equal("2f831c9680232e0501743273601605b04ee0e8e80c1e23201b8d84e03ffc8cd3", Second.Commitment);
        Assert.Equal("fb504d0d89f4e0e4c8b95c3cc749c5a99fe29ce20cd695e489b37444302d58df", Third.Commitment);
    }

    [Fact]
    public void A_draw_gives_what_anybody_draws_from_the_same_secret()
    {
        Assert.Equal(["103 005", "11 003", "12 001", "14 004", "9 002"], Pairs(First.Drawn("三月七")));
        Assert.Equal(["001 05", "002 03", "003 01", "004 04", "005 02"], Pairs(Second.Drawn("三月七")));
        Assert.Equal(["01 T4Y92S9RW8", "02 6JQ57RGG7Q", "03 JMZSHNQ9KK", "04 X6MA6WCKBR", "05 K9BW66X7J2"], Pairs(Third.Drawn("三月七")));
        Assert.Equal("47f00a6d39f5571a771aeb4eabafca0336bbc8a343bfd14b0c7720e761b30653", First.Drawn("三月七").Hash);
        Assert.Equal("9473fd753c9ae5601ac7f7d78139a3f56a486bfc4b88c1521452576508110248", Second.Drawn("三月七").Hash);
        Assert.Equal("a94772a0f0e76c78d82ac72ba657178be954a80507489a86dddab4366f0e612b", Third.Drawn("三月七").Hash);
    }

    [Fact]
    public void A_work_is_marked_by_its_code_or_by_its_number_behind_letters_of_the_module()
    {
        Assert.Equal("ET43-003", Lots.WorkOf("practical", First.Drawn("三月七"), "003"));
        Assert.Equal("Y6RE-05", Lots.WorkOf("practical", Second.Drawn("三月七"), "05"));
        Assert.Equal("T4Y92S9RW8", Lots.WorkOf("practical", Third.Drawn("三月七"), "T4Y92S9RW8"));
    }

    /// <summary>Who made the seed could not know the outcome: the word that he hears afterwards changes it, and the promise stays.</summary>
    [Fact]
    public void The_witness_word_is_mixed_in_and_the_promise_stays()
    {
        Assert.NotEqual(Pairs(Third.Drawn("三月七")), Pairs(Third.Drawn("三月八")));
        Assert.Equal(Third.Commitment, Third.Drawn("三月八").Commitment);
    }

    [Fact]
    public void Every_lot_is_drawn_once() =>
        Assert.All(Enumerable.Range(1, 60), n => Assert.Equal(Enumerable.Range(0, n), Lots.Order($"secret {n}", n).Order()));

    /// <summary>Six orders of three, 600 draws, 100 of each expected. Chi-square with 5 degrees of freedom stays below 20.5 in 999 of 1000 cases, and these secrets are always the same.</summary>
    [Fact]
    public void No_order_comes_more_often_than_another()
    {
        var counts = Enumerable.Range(0, 600).Select(n => string.Join(' ', Lots.Order($"fair {n}", 3))).CountBy(o => o).ToDictionary();
        Assert.Equal(6, counts.Count);
        Assert.InRange(counts.Values.Sum(c => (c - 100) * (c - 100)) / 100m, 0, 20.5m);
    }

    [Fact]
    public void What_is_written_reads_back_and_one_other_letter_has_another_hash()
    {
        var drawn = Second.Drawn("三月七");
        Assert.Equal(drawn.Hash, CodeBook.Read(drawn.Text).Hash);
        Assert.True(CodeBook.Read(drawn.Text).IsAsDrawn);
        var swapped = CodeBook.Read(drawn.Text.Replace("001\t05", "001\t03", StringComparison.Ordinal).Replace("002\t03", "002\t05", StringComparison.Ordinal));
        Assert.NotEqual(drawn.Hash, swapped.Hash);
        Assert.False(swapped.IsAsDrawn);
    }

    [Fact]
    public void Half_a_key_reads_as_it_was_printed_however_it_is_typed()
    {
        var half = Lots.HalfFrom(new byte[32]);
        Assert.Equal(23, half.Length);
        Assert.Equal(Lots.Half(half), Lots.Half($" {half.ToLower(CultureInfo.InvariantCulture).Replace("-", " ", StringComparison.Ordinal)} "));
    }

    private static IEnumerable<string> Pairs(CodeBook book) => book.Pairs.Select(p => $"{p.From} {p.To}");
}
