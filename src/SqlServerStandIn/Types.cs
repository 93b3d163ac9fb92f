namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type would be serialised. SqlClient reads it whenever a command has a parameter.</summary>
public enum Format
{
    Unknown,
    Native,
    UserDefined,
}

/// <summary>A CLR type that serialises itself. Never implemented here.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}
