using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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
    value => JsonSerializer.Serialize(value, Json.Options), text => JsonSerializer.Deserialize<T>(text, Json.Options)!);

/// <summary>Two are the same when their text is.</summary>
public sealed class SameJson<T>() : ValueComparer<T>(
    (one, other) => JsonSerializer.Serialize(one, Json.Options) == JsonSerializer.Serialize(other, Json.Options),
    value => JsonSerializer.Serialize(value, Json.Options).GetHashCode(StringComparison.Ordinal));

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
}
