namespace Competitions.Honours;

/// <summary>电子印章: the picture of a real seal, uploaded by an officer of the organisation; each use of it is audited.</summary>
public sealed class Stamp
{
    private Stamp()
    {
    }

    /// <param name="file">The hash under which the picture is kept.</param>
    /// <exception cref="Refusal">stamp.name-missing</exception>
    public Stamp(int organisationId, string name, string file, string by, DateTime at)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= 60, "stamp.name-missing");
        (OrganisationId, Name, File, By, At) = (organisationId, name.Trim(), file, by, at);
    }

    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public string Name { get; private set; } = "";
    public string File { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>停用: kept for the record, printed no more.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <exception cref="Refusal">stamp.retired</exception>
    public void Retire(DateTime at)
    {
        Refusal.Unless(RetiredAt is null, "stamp.retired");
        RetiredAt = at;
    }
}
