using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Competitions.Web.Shell.Documents;

/// <summary>
/// Which rare characters this machine can print. A character without a font becomes an empty box on paper, and nobody sees it before the
/// certificate is handed over. Asked is fontconfig; where there is none (Windows, with its own extension fonts) nothing is refused.
/// </summary>
public sealed class Fonts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, bool> _known = [];

    /// <summary>The first character that no font has; null when all can be printed.</summary>
    public string? Lacking(string text)
    {
        foreach (var rune in text.EnumerateRunes().Where(IsRare))
        {
            if (!_known.GetOrAdd(rune.Value, Has))
            {
                return $"{rune}（U+{rune.Value:X4}）";
            }
        }

        return null;
    }

    /// <summary>All but what every Chinese font holds: the blocks up to U+33FF, the unified characters of 2005 and the full-width forms.</summary>
    private static bool IsRare(Rune rune) => rune.Value is not (< 0x3400 or >= 0x4E00 and <= 0x9FA5 or >= 0xFF00 and <= 0xFFEF);

    private static bool Has(int character)
    {
        try
        {
            var start = new ProcessStartInfo("fc-list") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add($":charset={character:x}");
            start.ArgumentList.Add("family");
            using var asked = Process.Start(start)!;
            var said = asked.StandardOutput.ReadToEndAsync();
            return !asked.WaitForExit(Patience) || asked.ExitCode != 0 || said.Result.Trim().Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true; // no fontconfig here: nobody can say
        }
    }
}
