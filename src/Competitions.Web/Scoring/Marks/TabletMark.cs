using System.Globalization;
using System.Text.Json;
using Competitions.Scoring;

namespace Competitions.Web.Scoring.Marks;

/// <summary>A mark as a tablet sends it. What it cannot say of itself, who gave it and when it came, is not in it.</summary>
/// <param name="Id">Made on the tablet; sent again it is the same mark.</param>
/// <param name="Value">A number, or the text of one with a point.</param>
/// <param name="GivenAt">By the tablet's clock: kept, and used for nothing.</param>
/// <param name="After">See <see cref="GivenMark"/>.</param>
/// <param name="Why">Of a deduction or an adjustment.</param>
/// <param name="Signature">By the tablet's own key, see <see cref="MarkDevice"/>.</param>
public sealed record TabletMark(Guid Id, string? Work, string? Item, JsonElement Value, DateTimeOffset GivenAt, long? After = null, string? Why = null, string? Signature = null)
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Null where the value is no plain decimal: NaN, 1e309 and 1,5 are none.</summary>
    public GivenMark? Read() =>
        Text is { Length: <= 30 } text && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value)
            ? new GivenMark(Id, Work ?? "", Item ?? "", value, GivenAt, After: After, Why: string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), Signature: Signature) : null;

    private string? Text => Value.ValueKind switch { JsonValueKind.Number => Value.GetRawText(), JsonValueKind.String => Value.GetString(), _ => null };
}

/// <summary>What stands where a tablet thought to find something else.</summary>
public sealed record Standing(long Sequence, decimal Value);

/// <summary>What a tablet hears of one mark: the sequence number it got, or why not, in words; a stale one also what stands.</summary>
public sealed record MarkAnswer(Guid Id, long? Sequence, string? Refusal, string? Sentence = null, Standing? Standing = null);
