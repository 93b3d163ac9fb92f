using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Proofs;

/// <summary>Published results are signed once, as they were published.</summary>
public sealed class ResultThings(CompetitionsDb db) : IFinalThings
{
    public async Task<IReadOnlyList<FinalThing>> Due(Func<string, long, bool> isSigned)
    {
        var published = await (
            from result in db.Results.AsNoTracking()
            where result.Stage == ResultStage.Published || result.Stage == ResultStage.Superseded
            join of in db.Events on result.EventId equals of.Id
            orderby result.Id
            select new { result.Id, of.Code, result.Round, result.Group, result.Number }).ToListAsync();
        var things = new List<FinalThing>();
        foreach (var one in published.Where(r => !isSigned(ResultDocument.OpenChain(r.Code, r.Round, r.Group), r.Number)))
        {
            var (result, roots) = (await db.Results.AsNoTracking().SingleAsync(r => r.Id == one.Id), await ResultRoots.Of(db, one.Id));
            things.AddRange([OpenOf(result, one.Code, roots), FullOf(result, one.Code, roots)]);
        }

        return things;
    }

    public static FinalThing OpenOf(Result result, string code, ResultRoots roots) =>
        new(ResultDocument.OpenChain(code, result.Round, result.Group), result.Number, ResultDocument.HashOf(ResultDocument.Open(result, code, roots)));

    public static FinalThing FullOf(Result result, string code, ResultRoots roots) => new(
        ResultDocument.FullChain(code, result.Round, result.Group), result.Number, ResultDocument.HashOf(ResultDocument.Full(result, code, roots)),
        $"rules={roots.Rules} plan={roots.Plan} field={roots.Field} lines={result.Seal}");
}
