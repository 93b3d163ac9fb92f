using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.People.Organisations.Imports;

/// <summary>The rows of a file as branches of the tree: each finds its parent, in the file or among those that are there.</summary>
/// <param name="known">Organisations within reach that rows name as their parent, by code.</param>
public sealed class OrganisationTree(IReadOnlyDictionary<string, Organisation> known, RowErrors errors)
{
    /// <summary>Parents before those below them; a row without a place has its error.</summary>
    public List<PlacedOrganisation> Of(IReadOnlyList<OrganisationLine> lines)
    {
        var byCode = lines.ToDictionary(l => l.Organisation.Code, StringComparer.OrdinalIgnoreCase);
        var (placed, done) = (new List<PlacedOrganisation>(lines.Count), new HashSet<OrganisationLine>(ReferenceEqualityComparer.Instance));
        var branch = new Stack<OrganisationLine>();
        foreach (var line in lines)
        {
            var rising = new HashSet<OrganisationLine>(ReferenceEqualityComparer.Instance);
            for (var at = line; at is not null && !done.Contains(at); at = byCode.GetValueOrDefault(at.ParentCode))
            {
                if (!rising.Add(at))
                {
                    errors.Add(at.Row, OrganisationSheet.Parent, new Refusal("organisation.below-itself"));
                    break;
                }

                branch.Push(at);
            }

            while (branch.TryPop(out var next))
            {
                if (done.Add(next))
                {
                    Place(next, byCode.GetValueOrDefault(next.ParentCode)?.Organisation ?? known.GetValueOrDefault(next.ParentCode), placed);
                }
            }
        }

        return placed;
    }

    private void Place(OrganisationLine line, Organisation? parent, List<PlacedOrganisation> placed)
    {
        if (parent is null)
        {
            errors.Add(line.Row, OrganisationSheet.Parent, new Refusal("organisation.parent-unknown"));
        }
        else if (parent.Level > line.Organisation.Level)
        {
            errors.Add(line.Row, OrganisationSheet.Level, new Refusal("organisation.below-a-smaller-one"));
        }
        else
        {
            placed.Add(new PlacedOrganisation(line.Organisation, parent));
        }
    }
}
