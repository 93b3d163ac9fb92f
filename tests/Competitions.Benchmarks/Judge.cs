using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Competitions.Web.Scoring.Marks;

namespace Competitions.Benchmarks;

/// <summary>A judge who is signed in, with the works that are his alone.</summary>
/// <param name="last">The newest mark of each work, whoever gave it.</param>
internal sealed partial class Judge(HttpClient http, string token, IReadOnlyList<string> works, ConcurrentDictionary<string, long> last)
{
    private int _next;

    public int Given { get; private set; }

    /// <summary>One browser for each account, shared by the producers that give its marks.</summary>
    public static async Task<(HttpClient Http, string Token)> SignIn(Uri server, string user, string password)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 1000 }) { BaseAddress = server };
        var form = Token().Match(await http.GetStringAsync("/sign-in")).Groups[1].Value;
        using var answer = await http.PostAsync("/sign-in", new FormUrlEncodedContent([new("UserName", user), new("Password", password), new("__RequestVerificationToken", form)]));
        return answer.Headers.Location is null
            ? throw new InvalidOperationException($"{user}: {answer.StatusCode}")
            : (http, Token().Match(await http.GetStringAsync("/password/edit")).Groups[1].Value);
    }

    /// <summary>Marks for the next works, each a hundredth off its neighbour's; every one must be acknowledged.</summary>
    public async Task<MarkAnswer[]> Give(int count)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/events/{Ground.Code}/marks") { Content = JsonContent.Create(Enumerable.Range(0, count).Select(_ => Next()).ToArray()) };
        request.Headers.Add("X-Form-Token", token);
        using var answer = await http.SendAsync(request);
        var answers = answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<MarkAnswer[]>())! : throw new InvalidOperationException($"{answer.StatusCode}");
        for (var n = 0; n < count; n++)
        {
            last[works[(_next - count + n) % works.Count]] = answers[n].Sequence ?? throw new InvalidOperationException(answers[n].Refusal);
        }

        Given += count;
        return answers;
    }

    private TabletMark Next()
    {
        var work = works[_next++ % works.Count];
        var value = 50m + _next % 97 / 100m;
        return new TabletMark(Guid.NewGuid(), work, Scoring.MarkItem.Process, JsonSerializer.SerializeToElement(value), DateTimeOffset.UtcNow, last.TryGetValue(work, out var after) ? after : null);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
