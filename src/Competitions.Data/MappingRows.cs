using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data;

internal static class MappingRows
{
    /// <summary>A table of its own with one key column: EF's default of two fails on SQLite.</summary>
    public static void Row<TOwner, TRow>(this OwnedNavigationBuilder<TOwner, TRow> row, string table) where TOwner : class where TRow : class
    {
        row.ToTable(table);
        row.Property<int>("Id");
        row.HasKey("Id");
    }
}

/// <summary>A value kept whole as text: nothing in it is asked for by the database.</summary>
public sealed class AsJson<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, Json.Stored), text => JsonSerializer.Deserialize<T>(text, Json.Stored)!);

/// <summary>Two are the same when their text is. What was read is kept as a copy: a list that is changed in place is seen as changed.</summary>
public sealed class SameJson<T>() : ValueComparer<T>(
    (one, other) => JsonSerializer.Serialize(one, Json.Stored) == JsonSerializer.Serialize(other, Json.Stored),
    value => JsonSerializer.Serialize(value, Json.Stored).GetHashCode(StringComparison.Ordinal),
    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json.Stored), Json.Stored)!);

public static class Json
{
    /// <summary>Enums by name, Chinese as it is; the same for presets, rules and imports.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The same without what is only computed from the rest: a total is not kept beside what it is the total of.</summary>
    public static readonly JsonSerializerOptions Stored = new(Options)
    {
        Converters = { new PointsAsNumber() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LeaveOutComputed),
    };

    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.Set is null && p.AssociatedParameter is null && type.Type.Assembly == typeof(Points).Assembly).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private sealed class PointsAsNumber : JsonConverter<Points>
    {
        public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
