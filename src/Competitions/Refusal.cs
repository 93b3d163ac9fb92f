namespace Competitions;

/// <summary>A rule said no. The code is stable: the edge turns it into a sentence, tests assert on it.</summary>
#pragma warning disable CA1032, CA1710 // one way to refuse, and it is called a refusal
public sealed class Refusal(string code, params object[] details) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>What the sentence names: a number that was too large, a name that was taken. Never personal data that the reader may not see.</summary>
    public IReadOnlyList<object> Details { get; } = details;

    public static void Unless(bool allowed, string code, params object[] details)
    {
        if (!allowed)
        {
            throw new Refusal(code, details);
        }
    }
}
