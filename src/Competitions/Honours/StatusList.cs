using System.IO.Compression;

namespace Competitions.Honours;

/// <summary>Where a credential's bit stands.</summary>
/// <param name="List">From 1.</param>
/// <param name="Index">From 0; below <see cref="StatusList.Length"/>.</param>
public sealed record StatusPlace(int List, int Index);

/// <summary>
/// 状态列表: one bit a certificate, 1 when it ended (W3C Bitstring Status List v1.0). A certificate's place follows from its id,
/// which is given once in the transaction that numbers it: no place is given twice, and one of long ago has its own too.
/// </summary>
public static class StatusList
{
    /// <summary>Bits of a list: the least that the recommendation allows, 16 KB.</summary>
    public const int Length = 131_072;

    public static StatusPlace PlaceOf(int certificateId) => new(((certificateId - 1) / Length) + 1, (certificateId - 1) % Length);

    /// <summary>The ids whose places are in a list; nothing beyond the largest id there can be.</summary>
    public static (int First, int Last) Ids(int list)
    {
        var first = ((long)list - 1) * Length;
        return list < 1 || first >= int.MaxValue ? (0, -1) : ((int)first + 1, (int)Math.Min(first + Length, int.MaxValue));
    }

    /// <summary>The list as it is published: GZIP of the bits, the first at the left of its byte, in base64url after multibase's <c>u</c>.</summary>
    /// <param name="ended">Their indices.</param>
    public static string Encode(IEnumerable<int> ended)
    {
        var bits = new byte[Length / 8];
        foreach (var index in ended)
        {
            bits[index / 8] |= (byte)(0x80 >> (index % 8));
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bits);
        }

        return "u" + System.Buffers.Text.Base64Url.EncodeToString(packed.ToArray());
    }
}
