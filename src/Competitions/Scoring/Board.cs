namespace Competitions.Scoring;

/// <param name="Place">From 0, on the whole board.</param>
public sealed record PlacedRow(int Place, BoardRow Row);

/// <summary>
/// What changed between two versions, in the order of the places: who takes these rows out of what he shows and puts each
/// back at its place has the board, for all others kept their order. With <paramref name="From"/> −1 the snapshot is to be
/// fetched anew.
/// </summary>
public sealed record BoardPush(long From, long To, IReadOnlyList<PlacedRow> Rows);

/// <summary>
/// A function of the plan, the works' rows and the ledger: the same lines give the same board, live or replayed. It sees only
/// the modules it was made for; a line of another module, or of a work it was not told of, leaves not even its version.
/// </summary>
/// <param name="start">Its version before the first line: a board that is made anew begins above every version of the old.</param>
public sealed class Board(MarkingPlan plan, IReadOnlySet<string> modules, long start = 0)
{
    private readonly Dictionary<string, (MarkSheet Sheet, string Row)> _works = [];
    private readonly Dictionary<string, List<MarkSheet>> _sheets = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly List<BoardRow> _rows = [];
    private readonly TieChain _ties = TieChain.Of(plan.Ties);

    /// <summary>The start and the lines that it shows.</summary>
    public long Version { get; private set; } = start;

    public IReadOnlyList<BoardRow> Rows => _rows;

    public bool Knows(string work) => _works.ContainsKey(work);

    /// <summary>A work and the row it counts for; a row stands on the board before it has a mark.</summary>
    public void Enter(string work, string module, string row)
    {
        if (!modules.Contains(module) || !_works.TryAdd(work, (new MarkSheet(work, module, plan), row)))
        {
            return;
        }

        if (!_sheets.TryGetValue(row, out var sheets))
        {
            _sheets[row] = sheets = [];
        }

        sheets.Add(_works[work].Sheet);
        Place(Sum(row));
    }

    /// <returns>Whether the line is of this board.</returns>
    public bool Apply(Mark line)
    {
        if (!_works.TryGetValue(line.Work, out var work))
        {
            return false;
        }

        work.Sheet.Apply(line);
        Version++;
        Place(Sum(work.Row));
        return true;
    }

    /// <summary>
    /// Many lines, as when a board is opened: where they are many beside its rows, the rows are put in order once and not after
    /// every line. The rows are the same either way.
    /// </summary>
    public void Apply(IReadOnlyCollection<Mark> lines)
    {
        if (lines.Count < _rows.Count / 4)
        {
            foreach (var line in lines)
            {
                Apply(line);
            }

            return;
        }

        var touched = new HashSet<string>();
        foreach (var line in lines)
        {
            if (_works.TryGetValue(line.Work, out var work))
            {
                work.Sheet.Apply(line);
                touched.Add(work.Row);
                Version++;
            }
        }

        foreach (var row in touched)
        {
            _rows[_places[row]] = Sum(row);
        }

        _rows.Sort(_ties.Order);
        Number(0, _rows.Count);
    }

    public BoardPush After(long version) =>
        new(version, Version, [.. _rows.Index().Where(r => r.Item.Since > version).Select(r => new PlacedRow(r.Index, r.Item))]);

    private BoardRow Sum(string row) => Tally.Of(plan, _sheets[row]).Row(row, Version);

    /// <summary>Takes the row to its new place and numbers only what lies between the two.</summary>
    private void Place(BoardRow row)
    {
        if (!_places.TryGetValue(row.Label, out var old))
        {
            old = _rows.Count;
            _rows.Add(row);
        }

        _rows.RemoveAt(old);
        var at = ~_rows.BinarySearch(row, _ties.Order);
        _rows.Insert(at, row);
        Number(Math.Min(old, at), Math.Max(old, at));
    }

    /// <summary>From one place to another, and the ties that follow.</summary>
    private void Number(int first, int last)
    {
        for (var i = first; i < _rows.Count; i++)
        {
            var rank = Ranking.At(_rows, i, _ties);
            if (i > last && rank == _rows[i].Rank)
            {
                break;
            }

            _places[_rows[i].Label] = i;
            _rows[i] = rank == _rows[i].Rank ? _rows[i] : _rows[i] with { Rank = rank, Since = Version };
        }
    }
}
