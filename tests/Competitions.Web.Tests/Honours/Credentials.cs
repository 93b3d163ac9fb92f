using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>Certificates whose holder has his link, and what another program says of the credential behind it.</summary>
internal static class Credentials
{
    private static readonly string Script = Repository.File("src/Competitions.Web/wwwroot/tools/check-credential.mjs");

    /// <summary>A worker's certificate, the number of which is the first of its series.</summary>
    public static async Task<(Worker Worker, Certificate Certificate)> Certified(this App app, string name = "沈嘉禾")
    {
        await app.Registering();
        var worker = await app.Worker(name, 1);
        await app.Award(Awarded.Line(worker, 1, "一等奖"));
        await app.Grant();
        await app.Issue(1);
        return (worker, await app.WithDb(db => db.Certificates.AsNoTracking().SingleAsync()));
    }

    /// <summary>The link that the officer makes, as an address in the program.</summary>
    public static async Task<string> Link(this App app, int certificate)
    {
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/certificates/{certificate}");
        if (officer.Value("#holder-address") is null)
        {
            await officer.Submit("#give-link");
        }

        return new Uri(officer.Value("#holder-address")!).AbsolutePath;
    }

    public static async Task<string> Jwt(this App app, int certificate)
    {
        var answer = await app.Open().Http.GetAsync($"{await app.Link(certificate)}/credential.jwt");
        Assert.Equal("application/vc+jwt", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What the script that anybody may fetch says of it; it asks the running program for key and list.</summary>
    public static async Task<JsonNode> Checked(string jwt, params string[] name)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, jwt);
            var (exit, output) = await Node.Run([Script, file, .. name]);
            var found = JsonNode.Parse(output)!;
            Assert.Equal((bool)found["valid"]! ? 0 : 1, exit);
            return found;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static JsonNode Payload(string jwt) => Part(jwt, 1);

    public static JsonNode Header(string jwt) => Part(jwt, 0);

    public static string Problems(this JsonNode found) => string.Join('\n', found["problems"]!.AsArray().Select(p => (string)p!));

    private static JsonNode Part(string jwt, int at) => JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(jwt.Split('.')[at])))!;
}
