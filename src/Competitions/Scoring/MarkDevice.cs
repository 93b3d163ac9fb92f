using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Scoring;

/// <summary>
/// 给分设备: which tablet a mark was given on, for ever beside the line of that id. The tablet signed the mark when it was given,
/// with a key that was made on it and cannot be read out, and that the judge's ticket was used with. It proves that this very
/// value was entered on the tablet that scanned the ticket, and that nobody who took over its session elsewhere, or who could
/// write the database, made it up later. It does not prove who held the tablet.
/// </summary>
/// <param name="Ticket">Of the <c>PanelTicket</c> that holds the key and says whose it was.</param>
/// <param name="Signature">ECDSA P-256 over SHA-256, r and s, in base64.</param>
public sealed record MarkDevice(Guid Id, string EventCode, int Ticket, string Signature)
{
    public const int Longest = 100;

    /// <summary>Null when the mark bears no signature of that key.</summary>
    public static MarkDevice? Of(string eventCode, GivenMark given, int ticket, string key) =>
        given.Signature is { Length: <= Longest } signature && Holds(Text(eventCode, given.Id, given.Work, given.Aspect, given.Value, given.GivenAt.UtcDateTime, given.Why), signature, key)
            ? new MarkDevice(given.Id, eventCode, ticket, signature) : null;

    /// <summary>Whether it is the signature of that line, years later.</summary>
    public bool Signs(Mark line, string? why, string key) => Holds(Text(line.EventCode, line.Id, line.Work, line.Aspect, line.Value, line.GivenAt, why), Signature, key);

    /// <summary>What of a mark the ledger keeps, a line each; the number without trailing zeros, the tablet's time to the millisecond.</summary>
    private static string Text(string eventCode, Guid id, string work, string item, decimal value, DateTime givenAt, string? why) => string.Join('\n',
        eventCode, id.ToString("D"), work, item, value.ToString("0.########", CultureInfo.InvariantCulture),
        givenAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), why ?? "");

    private static bool Holds(string text, string signature, string key)
    {
        try
        {
            using var check = ECDsa.Create();
            check.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return check.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
