using System.IO.Compression;
using Competitions.Honours;

namespace Competitions.Tests.Honours;

public sealed class StatusListTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(131_072, 1, 131_071)]
    [InlineData(131_073, 2, 0)]
    [InlineData(400_000, 4, 6_783)]
    [InlineData(int.MaxValue, 16_384, 131_070)]
    public void A_place_follows_from_the_id(int id, int list, int index)
    {
        Assert.Equal(new StatusPlace(list, index), StatusList.PlaceOf(id));

        var (first, last) = StatusList.Ids(list);
        Assert.InRange(id, first, last);
        Assert.Equal(id, first + index);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(16_385)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_list_that_cannot_be_holds_no_ids(int list)
    {
        var (first, last) = StatusList.Ids(list);

        Assert.True(last < first);
    }

    /// <summary>W3C Bitstring Status List §3.4: index 0 is the left-most bit of the first byte.</summary>
    [Fact]
    public void The_first_bit_stands_at_the_left()
    {
        var bits = Decoded(StatusList.Encode([0, 9, 131_071]));

        Assert.Equal(16 * 1024, bits.Length);
        Assert.Equal((0x80, 0x40, 0x01), (bits[0], bits[1], bits[^1]));
        Assert.Equal(3, bits.Sum(b => int.PopCount(b)));
    }

    /// <summary>The list of the recommendation's own example, of which nothing is set.</summary>
    [Fact]
    public void The_list_of_the_recommendation_reads_the_same_as_ours() =>
        Assert.Equal(Decoded("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"), Decoded(StatusList.Encode([])));

    private static byte[] Decoded(string list)
    {
        Assert.Equal('u', list[0]);
        using var gzip = new GZipStream(new MemoryStream(System.Buffers.Text.Base64Url.DecodeFromChars(list.AsSpan(1))), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        gzip.CopyTo(bits);
        return bits.ToArray();
    }
}
