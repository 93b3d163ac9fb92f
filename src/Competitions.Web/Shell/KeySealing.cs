using System.Xml.Linq;
using Competitions.Data;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Competitions.Web.Shell;

/// <summary>
/// The keys of cookies and form tokens are sealed with the key of the fields, which lies outside the database: who copies the
/// database alone can forge no cookie.
/// </summary>
public sealed class KeySealer(FieldCipher cipher) : IXmlEncryptor
{
    internal const string Field = "protection-key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var sealedBytes = cipher.Seal(Field, plaintextElement.ToString(SaveOptions.DisableFormatting)).Bytes;
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(KeyOpener));
    }
}

/// <summary>Made by the framework, which finds its name beside the sealed key.</summary>
public sealed class KeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<FieldCipher>().Open(KeySealer.Field, Convert.FromBase64String(encryptedElement.Value)));
}
