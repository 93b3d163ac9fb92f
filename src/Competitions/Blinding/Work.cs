namespace Competitions.Blinding;

/// <summary>
/// One entry in one module, under an opaque code. Whoever marks knows the work and nothing else; whose it is stands in the
/// <see cref="CodeBookLine"/>.
/// </summary>
public sealed class Work(string eventCode, string module, string code)
{
    /// <summary>Without 0 and O, 1 and I and L, U and V: it is read from paper and called across a hall.</summary>
    internal const string Letters = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    public const int CodeLength = 10;

    public int Id { get; private set; }
    public string EventCode { get; private set; } = eventCode;
    public string Module { get; private set; } = module;
    public string Code { get; private set; } = code;

    /// <summary>A code that says nothing: neither order nor entry can be read from it.</summary>
    /// <param name="chance">At least <see cref="CodeLength"/> bytes of a cryptographic source.</param>
    public static string CodeFrom(ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chance.Length, CodeLength);
        Span<char> code = stackalloc char[CodeLength];
        for (var i = 0; i < CodeLength; i++)
        {
            code[i] = Letters[chance[i] % Letters.Length];
        }

        return new string(code);
    }
}

/// <summary>Work → entry. Read only by who may open codes; a module with 0 layers is open at once.</summary>
public sealed class CodeBookLine(string eventCode, string module, string work, int entryId, int layers)
{
    /// <summary>What stands in a module's place for the row of an entry in a round.</summary>
    public static string RowsOf(string round) => $"@{round}";

    /// <summary>参赛编号, as it is called: the number behind the last point of a row's code.</summary>
    public static string NumberOf(string row) => row[(row.LastIndexOf('.') + 1)..];

    public int Id { get; private set; }
    public string EventCode { get; private set; } = eventCode;
    public string Module { get; private set; } = module;
    public string Work { get; private set; } = work;
    public int EntryId { get; private set; } = entryId;

    /// <summary>Of the module's blinding, 0–3.</summary>
    public int Layers { get; private set; } = layers;

    /// <summary>UTC; null while the code is sealed.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>From here on whoever may see results sees whose work it is. Opened twice it keeps its first time.</summary>
    public void Open(DateTime at) => OpenedAt ??= at;

    /// <summary>What the opening of sealed code books wrote.</summary>
    public static CodeBookLine Decoded(string eventCode, string module, string work, int entryId, int layers, DateTime at) =>
        new(eventCode, module, work, entryId, layers) { OpenedAt = at };

    /// <summary>A new work of an entry with its line; with 0 layers there is nothing to open later.</summary>
    public static (Work Work, CodeBookLine Line) For(string eventCode, string module, int entryId, int layers, string code, DateTime at)
    {
        Refusal.Unless(layers is >= 0 and <= 3, "code-book.layers-out-of-range", layers);
        return (new Work(eventCode, module, code),
            new CodeBookLine(eventCode, module, code, entryId, layers) { OpenedAt = layers == 0 ? at : null });
    }
}
