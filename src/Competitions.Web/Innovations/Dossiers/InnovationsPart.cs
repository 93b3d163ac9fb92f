using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Innovations.Patents;
using Competitions.Web.Innovations.Proposals;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Dossiers;

/// <param name="Address">Null where the reader may not see it.</param>
public sealed record DossierInnovation(string Kind, string Title, string Detail, string UnitName, string Stage, string Mark, DateOnly On, string? Address);

/// <summary>What he proposed and what was patented, with the unit of the time. Two queries.</summary>
public sealed class InnovationsPart(CompetitionsDb db, MyDuties duties, IHttpContextAccessor http) : IDossierPart
{
    public async Task<DossierSection> Of(int workerId)
    {
        var (himself, within) = (http.HttpContext?.User.Worker() == workerId, db.Organisations.Within(await duties.Paths(Policies.ReadProposals), o => o.Path).Select(o => o.Id));
        var proposals = await db.Proposals.AsNoTracking().Where(p => p.WorkerId == workerId && p.Stage != ProposalStage.Withdrawn)
            .Select(p => new { p.Id, p.Title, p.UnitName, p.Stage, p.SubmittedOn, p.AdoptedOn, p.Net, Seen = within.Contains(p.UnitId) }).ToListAsync();
        var patents = await db.Patents.AsNoTracking().Where(p => p.Inventors.Any(i => i.WorkerId == workerId))
            .Select(p => new { p.Id, p.Title, p.Kind, p.ApplicationNumber, p.UnitName, p.Stage, p.AppliedOn, p.GrantedOn, Place = p.Inventors.Where(i => i.WorkerId == workerId).Select(i => i.Order).First(), Seen = within.Contains(p.UnitId) }).ToListAsync();
        List<DossierInnovation> all = [.. proposals.Select(p => new DossierInnovation("合理化建议", p.Title, p.Net is { } net ? $"首年净效益 {Benefits.BenefitWords.Yuan(net)}" : "", p.UnitName, p.Stage.Name(), p.Stage.Mark(), p.SubmittedOn, himself ? $"/my/proposals/{p.Id}" : p.Seen ? $"/proposals/{p.Id}" : null))
            .Concat(patents.Select(p => new DossierInnovation($"{p.Kind.Name()}专利", p.Title, $"{p.ApplicationNumber}，第 {p.Place} 发明人", p.UnitName, p.Stage.Name(), p.Stage.Mark(), p.AppliedOn, p.Seen ? $"/patents/{p.Id}" : null)))
            .OrderByDescending(i => i.On)];
        return new DossierSection(30, "innovations", "创新", all.Count, "/Innovations/Dossiers/_Innovations.cshtml", all)
        {
            Note = $"建议采纳 {proposals.Count(p => p.AdoptedOn is not null)} 件，专利授权 {patents.Count(p => p.Stage is PatentStage.Granted)} 件",
            Events = [
                .. from p in proposals where p.AdoptedOn is not null select new LifeEvent(p.AdoptedOn!.Value, $"合理化建议“{p.Title}”被采纳", "合理化建议", p.UnitName),
                .. from p in patents where p.GrantedOn is not null select new LifeEvent(p.GrantedOn!.Value, $"{p.Kind.Name()}专利“{p.Title}”授权", $"{p.ApplicationNumber}，第 {p.Place} 发明人", p.UnitName)],
            Heads = ["类别", "名称", "时在单位", "日期", "状态"],
            Lines = [.. all.Select(i => (IReadOnlyList<string>)[i.Kind, i.Title, i.UnitName, i.On.Iso(), i.Stage])],
        };
    }
}
