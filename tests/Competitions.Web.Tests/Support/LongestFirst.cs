using Competitions.Web.Tests.Blinding;
using Competitions.Web.Tests.Programmes;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Scoring.Day;
using Competitions.Web.Tests.Shell;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Competitions.Web.Tests.Support.LongestFirst))]

namespace Competitions.Web.Tests.Support;

/// <summary>What takes minutes begins first, so that no processor waits for it at the end of the run.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [.. new[]
    {
        typeof(ProgrammeJourneyTests), typeof(ScriptsTests), typeof(EveryPageTests), typeof(UnreleasedTests), typeof(BadInputTests), typeof(AccessibilityTests), typeof(OfflineTests), typeof(NoLeakTests),
        typeof(RoutesTests), typeof(KeyboardTests), typeof(BlindJourneyTests), typeof(DayJourneyTests),
    }.Select(t => t.FullName!)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, l => c.TestCollectionDisplayName.Contains(l, StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length)];
}
