using System.Text.Json;
using System.Text.Json.Serialization;
using Competitions.Data;
using Competitions.Schemes;
using Competitions.Web.Schemes;
using Competitions.Web.Tests.Support;

namespace Competitions.Web.Tests.Schemes;

public class SchemeWriterTests
{
    [Theory]
    [InlineData("ES2025_Marking_Scheme_Web_Development_17.xlsx")]
    [InlineData("WSUK2024_nationals_web_development_marking_final_cis.xlsx")]
    [InlineData("LKS2022_WebTech_marking-scheme.xlsx")]
    public void A_real_scheme_written_and_read_again_is_equal(string name)
    {
        using var file = File.OpenRead(Repository.RealData("marking/" + name));
        Same(SchemeReader.Read(file).Scheme);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_made_up_scheme_written_and_read_again_is_equal(int seed)
    {
        var random = new Random(seed);
        string Text(string stem) => stem + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => "量=+-@\"<尺 寸é𠮷"[random.Next(8)])) + "。";
        Aspect Aspect() => random.Next(2) == 0
            ? new Aspect(AspectKind.Measurement, Text("测"), Text("补"), random.Next(2) == 0 ? null : Text("求"), random.Next(1, 3), random.Next(2) == 0 ? null : 1, new Points(random.Next(1, 9) * 0.25m), [])
            : new Aspect(AspectKind.Judgement, Text("评"), null, null, 2, null, new Points(random.Next(1, 9) * 0.25m), [.. Enumerable.Range(0, 4).Select(n => new Benchmark(n, Text($"{n}级")))]);

        Same(new Scheme("演示技能", [new StandardSection(1, "组织", new Points(5)), new StandardSection(2, "沟通", new Points(7.5m))],
            [.. "ABC".Select(letter => new Criterion($"{letter}", Text("项"), [.. Enumerable.Range(1, random.Next(1, 5)).Select(n => new SubCriterion($"{letter}{n}", Text("子"), random.Next(2) == 0 ? null : n, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Aspect())]))]))],
            [new Calculation("完成数", "NUMBER_COMPLETED", true, [new CalculationParameter("NUM_POSSIBLE", 4.00000000m, "")])]));
    }

    private static void Same(Scheme scheme)
    {
        using var stream = new MemoryStream();
        SchemeWriter.Write(scheme, stream);
        var again = SchemeReader.Read(new MemoryStream(stream.ToArray())).Scheme;
        Assert.Equal(Text(scheme), Text(again));
    }

    private static string Text(Scheme scheme) => JsonSerializer.Serialize(new { scheme.Title, scheme.Sections, scheme.Criteria, scheme.Calculations }, Plain);

    /// <summary>1.50 and 1.5 are the same mark.</summary>
    private static readonly JsonSerializerOptions Plain = new(Json.Options) { Converters = { new PointsText() } };

    private sealed class PointsText : JsonConverter<Points>
    {
        public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
