namespace Competitions.Scoring;

/// <summary>Places by competition ranking, 1-2-2-4. The order of the input has no say.</summary>
public static class Ranking
{
    public static List<BoardRow> Of(IEnumerable<BoardRow> rows, TieChain ties)
    {
        var order = rows.Order(ties.Order).ToList();
        for (var place = 0; place < order.Count; place++)
        {
            order[place] = order[place] with { Rank = At(order, place, ties) };
        }

        return order;
    }

    /// <summary>1-2-2-4: who ties with the row above shares its rank, who does not takes the number of the place.</summary>
    public static int At(List<BoardRow> order, int place, TieChain ties) =>
        place > 0 && ties.Compare(order[place - 1], order[place]) == 0 ? order[place - 1].Rank : place + 1;
}
