namespace Competitions.Honours;

/// <summary>A file of printed certificates that a batch made: a run that begins again leaves out what is there.</summary>
public sealed class CertificateFile(int batchId, int part, int pages, string first, string last, string file)
{
    /// <summary>Pages of one file.</summary>
    public const int MostPages = 200;

    public int Id { get; private set; }
    public int BatchId { get; private set; } = batchId;

    /// <summary>From 1.</summary>
    public int Part { get; private set; } = part;
    public int Pages { get; private set; } = pages;

    /// <summary>Numbers of the first and the last certificate in it.</summary>
    public string First { get; private set; } = first;
    public string Last { get; private set; } = last;

    /// <summary>Its random name in the data folder.</summary>
    public string File { get; private set; } = file;
}
