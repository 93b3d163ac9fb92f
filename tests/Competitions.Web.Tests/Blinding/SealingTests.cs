using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Web.Blinding;

namespace Competitions.Web.Tests.Blinding;

public class SealingTests
{
    private readonly string _one = Lots.HalfFrom(RandomNumberGenerator.GetBytes(32));
    private readonly string _other = Lots.HalfFrom(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Both_halves_open_what_was_closed()
    {
        var (open, wrapped) = Sealing.Make(_one, _other);
        var box = Sealing.Close(open, "12\t001");
        Assert.Equal("12\t001", Sealing.Open(Sealing.Unwrap(wrapped, _one.ToLowerInvariant(), $" {_other} ")!, box));
    }

    [Fact]
    public void One_half_opens_nothing()
    {
        var (_, wrapped) = Sealing.Make(_one, _other);
        Assert.Null(Sealing.Unwrap(wrapped, _one, ""));
        Assert.Null(Sealing.Unwrap(wrapped, "", _other));
        Assert.Null(Sealing.Unwrap(wrapped, _one, _one));
        Assert.Null(Sealing.Unwrap(wrapped, _other, _one)); // whose half is whose counts too
        Assert.NotNull(Sealing.Unwrap(wrapped, _one, _other));
    }

    [Fact]
    public void A_box_with_one_other_bit_does_not_open()
    {
        var (open, wrapped) = Sealing.Make(_one, _other);
        var (key, box) = (Sealing.Unwrap(wrapped, _one, _other)!, Sealing.Close(open, "12\t001"));
        box[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(key, box));
        Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(key, box[..40]));
    }

    [Fact]
    public void The_same_text_closed_twice_looks_different()
    {
        var (open, _) = Sealing.Make(_one, _other);
        Assert.NotEqual(Sealing.Close(open, "12\t001"), Sealing.Close(open, "12\t001"));
    }
}
