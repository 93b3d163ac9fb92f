namespace Competitions.Web.Tests.Support;

/// <summary>The real time until a test sets another, or moves it on.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;
    private DateTimeOffset? _at;

    public override DateTimeOffset GetUtcNow() => (_at ?? base.GetUtcNow()) + _ahead;

    public void Stop(DateTime utc) => (_at, _ahead) = (new DateTimeOffset(utc, TimeSpan.Zero), TimeSpan.Zero);

    public void Advance(TimeSpan by) => _ahead += by;
}
