using System.Diagnostics;
using System.Net.Http.Json;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Tests.Support;

namespace Competitions.Web.Tests.Scoring;

/// <summary>A mark as its judge remembers it: what he gave, and the number that he was told it is stored under.</summary>
internal sealed record Acknowledged(Guid Id, long Sequence, string Work, decimal Value);

/// <summary>A judge's tablet over real HTTP. What was not answered stays in its outbox and is sent again, word for word.</summary>
internal sealed class Tablet(Browser browser, IReadOnlyList<string> works, int batch = 5)
{
    private readonly Dictionary<string, long> _last = [];
    private TabletMark[] _outbox = [];
    private int _given;

    public List<Acknowledged> Acknowledged { get; } = [];

    /// <summary>Milliseconds until each batch was answered.</summary>
    public List<double> Waits { get; } = [];

    public static async Task<Tablet> SignIn(Server server, string user, string password, IReadOnlyList<string> works, int batch = 5)
    {
        var browser = await new Browser(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address }, null).Visit("/sign-in");
        await browser.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = user, ["Password"] = password });
        Assert.NotEqual("/sign-in", browser.Address);
        return new Tablet(browser, works, batch);
    }

    /// <summary>Gives marks at that pace until it is told to stop; then its outbox may still hold a batch.</summary>
    public async Task Mark(double marksASecond, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Round();
            await Task.Delay(TimeSpan.FromSeconds(batch / marksASecond), CancellationToken.None);
        }
    }

    /// <summary>Sends what is left until it is answered.</summary>
    public async Task Finish()
    {
        while (_outbox.Length > 0)
        {
            await Round();
        }
    }

    private async Task Round()
    {
        _outbox = _outbox.Length > 0 ? _outbox : [.. Enumerable.Range(0, Math.Min(batch, works.Count)).Select(_ => Next())];
        var watch = Stopwatch.StartNew();
        try
        {
            using var answer = await browser.Send($"/events/{Floor.Code}/marks", _outbox);
            answer.EnsureSuccessStatusCode();
            var answers = (await answer.Content.ReadFromJsonAsync<MarkAnswer[]>())!;
            foreach (var (mark, said) in _outbox.Zip(answers))
            {
                Assert.True(said is { Refusal: null, Sequence: not null } && said.Id == mark.Id, $"{said.Refusal} {said.Sentence}");
                _last[mark.Work!] = said.Sequence.Value;
                Acknowledged.Add(new Acknowledged(mark.Id, said.Sequence.Value, mark.Work!, mark.Value.GetDecimal()));
            }

            Waits.Add(watch.Elapsed.TotalMilliseconds);
            _outbox = [];
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            await Task.Delay(20); // the server is away: they stay in the outbox
        }
    }

    /// <summary>From work to work; each time as far from its last value as can be, so that rows travel.</summary>
    private TabletMark Next()
    {
        var (work, round) = (works[_given % works.Count], _given / works.Count);
        _given++;
        return Floor.Panel(work, (round % 2 == 0 ? 90m : 10m) + _given % 1000 / 100m, _last.TryGetValue(work, out var after) ? after : null);
    }
}
