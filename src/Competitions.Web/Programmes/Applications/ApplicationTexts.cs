using Competitions.Data;
using Competitions.Innovations;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications;

/// <summary>The texts of all applications that were handed in, ready to be held against one; what was changed since is read anew.</summary>
public sealed class ApplicationTexts : IDisposable
{
    private const int AtATime = 500;

    private readonly NearCopies<int> _texts = new();
    private readonly Dictionary<int, int> _versions = [];
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Of whatever call and unit, the nearest first.</summary>
    public async Task<IReadOnlyList<NearCopy<int>>> Like(CompetitionsDb db, Application application, IReadOnlyList<FormSection> sections)
    {
        await _one.WaitAsync();
        try
        {
            await Read(db);
            return _texts.Of(TextOf(application.Title, application.Answers, sections), application.Id);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task Read(CompetitionsDb db)
    {
        var now = await db.Applications.Where(a => a.SubmittedAt != null && a.Stage != ApplicationStage.Withdrawn).Select(a => new { a.Id, a.Version }).ToDictionaryAsync(a => a.Id, a => a.Version);
        foreach (var gone in _versions.Keys.Where(id => !now.ContainsKey(id)).ToList())
        {
            _texts.Remove(gone);
            _versions.Remove(gone);
        }

        foreach (var ids in now.Where(a => !_versions.TryGetValue(a.Key, out var known) || known != a.Value).Select(a => a.Key).Order().Chunk(AtATime))
        {
            var rows = await (from a in db.Applications where ids.Contains(a.Id) join c in db.Calls on a.CallId equals c.Id select new { a.Id, a.Title, a.Answers, a.Version, c.Sections }).AsNoTracking().ToListAsync();
            foreach (var row in rows)
            {
                _texts.Put(row.Id, TextOf(row.Title, row.Answers, row.Sections));
                _versions[row.Id] = row.Version;
            }
        }
    }

    /// <summary>The first long answer is the problem, the others what was done.</summary>
    private static InnovationText TextOf(string title, Answers answers, IReadOnlyList<FormSection> sections)
    {
        var texts = sections.SelectMany(s => s.Fields).Where(f => f.Kind is FieldKind.Paragraph or FieldKind.Points).Select(f => string.Join('\n', answers.Points(f.Key))).Where(t => t.Length > 0).ToList();
        return new InnovationText(title, texts.Count > 0 ? texts[0] : "", string.Join('\n', texts.Skip(1)));
    }
}
