using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.Access;

namespace Competitions.Web.Innovations;

/// <summary>The units that the caller acts for himself: what lies below his enterprise, and the very body that he is an officer of. A town does not act for its enterprises.</summary>
public sealed class OwnUnits(CompetitionsDb db, MyDuties duties)
{
    public async Task<IQueryable<Organisation>> For(string policy)
    {
        var held = (await duties.Held()).Where(d => d.OrganisationId is not null && Policies.KindsOf(policy).Contains(d.Kind)).ToList();
        var own = held.Select(d => d.OrganisationId!.Value).ToList();
        var below = db.Organisations.Within([.. held.Where(d => d.Kind is DutyKind.EnterpriseOfficer).Select(d => d.Path!)], o => o.Path).Select(o => o.Id);
        return db.Organisations.Where(o => own.Contains(o.Id) || below.Contains(o.Id));
    }
}
