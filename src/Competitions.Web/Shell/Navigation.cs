using Competitions.Web.Shell.Access;

namespace Competitions.Web.Shell;

/// <summary>A line of the side bar, for those who hold a duty of its policy.</summary>
public sealed record NavigationItem(string? Heading, string Icon, string Name, string Address, string Policy);

/// <summary>The side bar, cut to the caller's duties. A room adds its line when it is built.</summary>
public static class Navigation
{
    private static readonly NavigationItem[] Items =
    [
        new(null, "home", "工作台", "/", Policies.SignedIn),
    ];

    public static IEnumerable<NavigationItem> For(IReadOnlyList<HeldDuty> held) => Items.Where(item =>
        item.Policy is Policies.SignedIn or Policies.Public || held.Any(d => Policies.KindsOf(item.Policy).Contains(d.Kind)));
}
