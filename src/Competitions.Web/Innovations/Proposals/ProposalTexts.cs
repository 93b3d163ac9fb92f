using Competitions.Data;
using Competitions.Innovations;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals;

/// <summary>The texts of all proposals, ready to be held against one: read once, then only what is new. A text never changes once it is submitted.</summary>
public sealed class ProposalTexts : IDisposable
{
    private const int AtATime = 1000;

    private readonly NearCopies<int> _texts = new();
    private readonly SemaphoreSlim _one = new(1);
    private int _last;

    /// <summary>Proposals of any unit that are nearly this text, the nearest first.</summary>
    /// <param name="id">Its own; 0 before it is stored.</param>
    public async Task<IReadOnlyList<NearCopy<int>>> Like(CompetitionsDb db, InnovationText text, int id)
    {
        await _one.WaitAsync();
        try
        {
            await Read(db);
            return _texts.Of(text, id);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task Read(CompetitionsDb db)
    {
        for (var more = true; more;)
        {
            var some = await db.Proposals.AsNoTracking().Where(p => p.Id > _last).OrderBy(p => p.Id).Take(AtATime).Select(p => new { p.Id, p.Title, p.Problem, p.Measures }).ToListAsync();
            foreach (var p in some)
            {
                _texts.Put(p.Id, new InnovationText(p.Title, p.Problem, p.Measures));
                _last = p.Id;
            }

            more = some.Count == AtATime;
        }
    }
}
