using System.Text.Json;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Competitions.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>
/// What every environment begins with. Loaded at each start: what is missing is added, what a newer release says otherwise is
/// taken over in the calendar, a changed preset is a new version, and what a district changed in its dictionaries stays.
/// </summary>
public static class ReferenceSeed
{
    public static async Task Load(CompetitionsDb db)
    {
        await Add(db, db.OrganisationTypes, t => t.Code, SeedFiles.Lines("reference/organisation-types.csv")
            .Select(l => new OrganisationType(l["code"], l["name"], Enum.Parse<OrganisationLevel>(l["level"]), SeedFiles.Number(l["order"]))));
        await Add(db, db.SkillLevels, s => s.Code, SeedFiles.Lines("reference/skill-levels.csv")
            .Select(l => new SkillLevel(l["code"], l["name"], SeedFiles.Number(l["order"]))));
        await Add(db, db.Occupations, o => o.Code, SeedFiles.Lines("reference/occupations.csv").Select(l => new Occupation(l["code"], l["name"])));
        await Add(db, db.ProposalCategories, c => c.Code, SeedFiles.Lines("reference/proposal-categories.csv").Select(l => new ProposalCategory(l["code"], l["name"], SeedFiles.Number(l["order"]))));
        await Calendar(db);
        await Proposals(db, SeedFiles.In("reference/proposal-presets", "*.json").Select(SeedFiles.Text));
        await Patents(db, SeedFiles.In("reference/patent-presets", "*.json").Select(SeedFiles.Text));
        await Presets(db, SeedFiles.In("reference/presets", "*.json").Select(SeedFiles.Text));
        await ProgrammePresets(db, SeedFiles.In("reference/programmes", "*.json").Select(SeedFiles.Text));
        await db.SaveChangesAsync();
    }

    /// <summary>A preset whose content is not that of its newest version becomes the next version.</summary>
    public static async Task Presets(CompetitionsDb db, IEnumerable<string> files)
    {
        var known = (await db.RulePresets.AsNoTracking().ToListAsync()).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Version)!);
        foreach (var file in files.Select(Preset))
        {
            var last = known.GetValueOrDefault(file.Code);
            if (last is null || Content(last) != Content(file))
            {
                db.Add(Versioned(file, (last?.Version ?? 0) + 1));
            }
        }
    }

    /// <summary>Likewise for proposals.</summary>
    public static async Task Proposals(CompetitionsDb db, IEnumerable<string> files)
    {
        var known = (await db.ProposalPresets.AsNoTracking().ToListAsync()).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Version)!);
        foreach (var file in files.Select(f => JsonSerializer.Deserialize<ProposalPreset>(f, Json.Options)!))
        {
            var last = known.GetValueOrDefault(file.Code);
            if (last is null || Text(last) != Text(file))
            {
                db.Add(file with { Version = (last?.Version ?? 0) + 1 });
            }
        }

        static string Text(ProposalPreset preset) => JsonSerializer.Serialize(preset with { Version = 0 }, Json.Stored);
    }

    /// <summary>The same of programmes.</summary>
    public static async Task ProgrammePresets(CompetitionsDb db, IEnumerable<string> files)
    {
        var known = (await db.ProgrammePresets.AsNoTracking().ToListAsync()).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Version)!);
        foreach (var file in files.Select(ProgrammePreset))
        {
            var last = known.GetValueOrDefault(file.Code);
            if (last is null || JsonSerializer.Serialize(Versioned(last, 0), Json.Options) != JsonSerializer.Serialize(file, Json.Options))
            {
                file.Rules.Check();
                db.Add(Versioned(file, (last?.Version ?? 0) + 1));
            }
        }
    }

    private static ProgrammePreset ProgrammePreset(string text)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        (json["version"], json["rules"]!["presetCode"], json["rules"]!["presetVersion"]) = (0, json["code"]!.GetValue<string>(), 0);
        return json.Deserialize<ProgrammePreset>(Json.Options)!;
    }

    private static ProgrammePreset Versioned(ProgrammePreset preset, int version) =>
        preset with { Id = 0, Version = version, Rules = preset.Rules with { PresetCode = preset.Code, PresetVersion = version } };

    /// <summary>Likewise for the rewards of patents.</summary>
    public static async Task Patents(CompetitionsDb db, IEnumerable<string> files)
    {
        var known = (await db.PatentRewardPresets.AsNoTracking().ToListAsync()).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Version)!);
        foreach (var file in files.Select(f => JsonSerializer.Deserialize<PatentRewardPreset>(f, Json.Options)!))
        {
            var last = known.GetValueOrDefault(file.Code);
            if (last is null || Text(last) != Text(file))
            {
                db.Add(file with { Version = (last?.Version ?? 0) + 1 });
            }
        }

        static string Text(PatentRewardPreset preset) => JsonSerializer.Serialize(preset with { Version = 0 }, Json.Stored);
    }

    private static RulePreset Preset(string text)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        (json["version"], json["rules"]!["presetCode"], json["rules"]!["presetVersion"]) = (0, json["code"]!.GetValue<string>(), 0);
        return json.Deserialize<RulePreset>(Json.Options)!;
    }

    private static RulePreset Versioned(RulePreset preset, int version) =>
        preset with { Version = version, Rules = preset.Rules with { PresetCode = preset.Code, PresetVersion = version } };

    private static string Content(RulePreset preset) => JsonSerializer.Serialize(Versioned(preset, 0), Json.Options);

    private static async Task Calendar(CompetitionsDb db)
    {
        var known = await db.CalendarDays.ToDictionaryAsync(d => d.On);
        foreach (var line in SeedFiles.Lines("reference/calendar.csv"))
        {
            var day = new CalendarDay(SeedFiles.Day(line["date"]), Enum.Parse<CalendarDayKind>(line["kind"], ignoreCase: true), line["holiday"]);
            if (!known.TryGetValue(day.On, out var old))
            {
                db.Add(day);
            }
            else if (old != day)
            {
                db.Entry(old).CurrentValues.SetValues(day);
            }
        }
    }

    private static async Task Add<T>(CompetitionsDb db, DbSet<T> rows, Func<T, string> code, IEnumerable<T> files) where T : class
    {
        var known = (await rows.AsNoTracking().ToListAsync()).Select(code).ToHashSet();
        db.AddRange(files.Where(r => !known.Contains(code(r))));
    }
}
