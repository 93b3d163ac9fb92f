namespace Competitions.Web.Shell.Proofs;

/// <summary>Something final as it is to be signed.</summary>
public sealed record FinalThing(string Chain, long Sequence, string Hash, string Parts = "");

/// <summary>What was signed on this machine: the file, and of it in memory the end of each chain and every final thing.</summary>
public sealed class HeadBook(SignedHeads file, Lazy<SigningKey> key, ILogger<HeadBook> log)
{
    private readonly Lock _door = new();
    private readonly Dictionary<string, SignedHead> _ends = [];
    private readonly Dictionary<(string Chain, long Sequence), SignedHead> _things = [];
    private string _before = "";
    private long _read = -1;

    public SigningKey Key => key.Value;

    public SignedHead? End(string chain)
    {
        lock (_door)
        {
            Read();
            return _ends.GetValueOrDefault(chain);
        }
    }

    /// <summary>A final thing as it was signed; null where it was not yet.</summary>
    public SignedHead? Find(string chain, long sequence)
    {
        lock (_door)
        {
            Read();
            return _things.GetValueOrDefault((chain, sequence));
        }
    }

    /// <summary>On the disk when it returns.</summary>
    public void Sign(IReadOnlyCollection<FinalThing> things, DateTime at)
    {
        if (things.Count == 0)
        {
            return;
        }

        lock (_door)
        {
            Read();
            var (heads, before) = (new List<SignedHead>(), _before);
            foreach (var thing in things)
            {
                heads.Add(Key.Sign(new SignedHead(thing.Chain, thing.Sequence, thing.Hash, thing.Parts, new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc), "", before, "")));
                before = heads[^1].Sum;
            }

            file.Append(heads);
            heads.ForEach(Keep);
            _read = file.Length;
        }
    }

    private static bool IsOfAChain(string chain) => chain == "audit" || chain.StartsWith("ledger/", StringComparison.Ordinal);

    /// <summary>Again when somebody else wrote to it: a verb that runs beside the server, or a file that was put back.</summary>
    private void Read()
    {
        if (_read == file.Length)
        {
            return;
        }

        _read = file.Length;
        var read = file.Read(Key);
        if (read.FirstFault is { } fault)
        {
            log.LogError("Signed heads {File}, line {Line}: {Why}", file.Path, fault.Line, fault.Why);
        }

        foreach (var head in read.Heads)
        {
            Keep(head);
        }
    }

    private void Keep(SignedHead head)
    {
        _before = head.Sum;
        if (IsOfAChain(head.Chain))
        {
            _ends[head.Chain] = head;
        }
        else
        {
            _things.TryAdd((head.Chain, head.Sequence), head); // the first signature is the one that was printed
        }
    }
}
