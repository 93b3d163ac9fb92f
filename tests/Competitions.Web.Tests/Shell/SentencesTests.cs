using System.Text.RegularExpressions;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;

namespace Competitions.Web.Tests.Shell;

public partial class SentencesTests
{
    /// <summary>Every refusal in the source has a sentence, and every sentence a refusal.</summary>
    [Fact]
    public void Every_refusal_has_a_sentence()
    {
        var codes = Directory.EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.EndsWith("Sentences.cs", StringComparison.Ordinal))
            .SelectMany(f => Refusals().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(codes);
        Assert.Equal("", string.Join(' ', codes.Except(Sentences.Codes).Order()));
    }

    /// <summary>Razor takes an @ behind a letter for part of an address: the code behind it would be shown to the reader.</summary>
    [Fact]
    public void No_code_of_a_page_stands_behind_a_letter()
    {
        var pages = Directory.EnumerateFiles(Repository.File("src/Competitions.Web"), "*.cshtml", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(pages);
        Assert.Equal("", string.Join('\n', pages.SelectMany(f => CodeAsText().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}"))));
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+@[A-Za-z]+")]
    private static partial Regex CodeAsText();

    [GeneratedRegex("(?:new Refusal\\(|Refusal\\.Unless\\([^;]*?,\\s*)\"([a-z0-9-]+\\.[a-z0-9.-]+)\"", RegexOptions.Singleline)]
    private static partial Regex Refusals();
}
