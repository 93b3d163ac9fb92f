namespace Competitions.Web.Shell.Batches;

/// <summary>
/// Uploads and marked copies, under random names in the data folder, readable by the program alone. With several nodes the data
/// folder is one that they share.
/// </summary>
public sealed class BatchFiles(DataFolder data)
{
    private string Folder { get; } = Directory.CreateDirectory(Path.Combine(data.Path, "batches")).FullName;

    /// <returns>The name by which it is opened again.</returns>
    public async Task<string> Keep(Stream upload, CancellationToken stop)
    {
        var name = Name();
        await using var file = Write(name);
        await upload.CopyToAsync(file, stop);
        return name;
    }

    public string Make(Action<Stream> write)
    {
        var name = Name();
        using var file = Write(name);
        write(file);
        return name;
    }

    /// <exception cref="Refusal">batch.file-gone</exception>
    public Stream Open(string name) => TryOpen(name) ?? throw new Refusal("batch.file-gone");

    public Stream? TryOpen(string? name) => string.IsNullOrEmpty(name) || !File.Exists(PathOf(name)) ? null : File.OpenRead(PathOf(name));

    public void Delete(string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            File.Delete(PathOf(name));
        }
    }

    private static string Name() => $"{Guid.NewGuid():N}";

    private string PathOf(string name) => Path.Combine(Folder, Path.GetFileName(name));

    private FileStream Write(string name)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(PathOf(name), options);
    }
}
