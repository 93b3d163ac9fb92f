using Microsoft.EntityFrameworkCore;

namespace Competitions.Data;

/// <summary>The same content lies once in the data folder, whoever handed it in: it goes only when nobody holds it any more.</summary>
public static class HeldFiles
{
    /// <summary>Whether anything of the house is this file. A room that keeps files is named here.</summary>
    public static async Task<bool> Holds(this CompetitionsDb db, string hash) =>
        await db.Attachments.AnyAsync(a => a.Hash == hash) || await db.ProposalPapers.AnyAsync(p => p.Hash == hash) || await db.ApplicationPapers.AnyAsync(p => p.Hash == hash)
        || await db.StudioPapers.AnyAsync(p => p.File.Hash == hash) || await db.StudioFundings.AnyAsync(f => f.Paper.Hash == hash) || await db.StudioActivities.AnyAsync(a => a.Photo!.Hash == hash)
        || await db.Spreadings.AnyAsync(s => s.Paper!.Hash == hash) || await db.Exhibits.AnyAsync(e => e.Before!.Hash == hash || e.After!.Hash == hash)
        || await db.KeyProjects.AnyAsync(p => p.Conclusion!.Hash == hash || p.Milestones.Any(m => m.Evidence!.Hash == hash)) || await db.PatentPapers.AnyAsync(p => p.File.Hash == hash) || await db.Needs.AnyAsync(n => n.Intent!.Hash == hash)
        || await db.Stamps.AnyAsync(s => s.File == hash);
}
