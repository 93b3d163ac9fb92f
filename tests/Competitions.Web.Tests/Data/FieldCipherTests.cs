using System.Security.Cryptography;
using Competitions.Data;

namespace Competitions.Web.Tests.Data;

public class FieldCipherTests
{
    private readonly FieldCipher _cipher = new(new byte[32]);

    [Fact]
    public void What_was_sealed_opens_again_and_does_not_look_the_same_twice()
    {
        var (one, two) = (_cipher.Seal("worker.id-number", "990101199001011234"), _cipher.Seal("worker.id-number", "990101199001011234"));

        Assert.Equal("990101199001011234", _cipher.Open("worker.id-number", one.Bytes));
        Assert.NotEqual(one.Bytes, two.Bytes);
        Assert.Equal(one.Index, two.Index); // found without being read
    }

    [Fact]
    public void A_changed_byte_another_field_and_another_key_do_not_open()
    {
        var sealedField = _cipher.Seal("worker.id-number", "990101199001011234");
        var changed = sealedField.Bytes.ToArray();
        changed[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => _cipher.Open("worker.id-number", changed));
        Assert.ThrowsAny<CryptographicException>(() => _cipher.Open("worker.phone", sealedField.Bytes));
        Assert.ThrowsAny<CryptographicException>(() => new FieldCipher([.. Enumerable.Repeat((byte)1, 32)]).Open("worker.id-number", sealedField.Bytes));
    }

    [Fact]
    public void The_first_byte_names_cipher_and_key() => Assert.Equal(0x11, _cipher.Seal("f", "v").Bytes[0]);
}
