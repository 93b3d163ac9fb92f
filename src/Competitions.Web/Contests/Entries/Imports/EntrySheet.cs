using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Imports;

/// <summary>The workbook of entries: one row a person; rows with the same team name are one team. All or nothing.</summary>
public sealed class EntrySheet(CompetitionsDb db, EntryDesk desk, EntryFormParts parts, FieldCipher cipher)
{
    public const int MostRows = 1000;

    public static readonly Column Name = new("姓名", "与人员档案一致。", Required: true, Example: "沈嘉禾");
    public static readonly Column Number = new("证件号码", "按它在本单位在册职工中找人；请设为文本格式。", Required: true, Example: "990101199001011234");
    public static readonly Column Group = new("组别", "赛项的组别名称；只有一个组别时可不填。", Example: "职工组");
    public static readonly Column Team = new("队名", "团体组填写，同队各行写同一个队名。", Example: "衡远一队");
    public static readonly Column Role = new("担任", "选手、教练或领队；不填为选手。", Example: "选手") { Choices = ["选手", "教练", "领队"] };
    public static readonly Column Titles = new("已获称号", "没有写“无”；有的写全称，用顿号隔开。", Example: "无");
    public static readonly Column Clean = new("承诺书", "已签无违法违纪承诺书写“是”。", Example: "是") { Choices = ["是", "否"] };
    public static readonly Column Paper = new("本人签字同意", "本人已签字同意个人信息处理和公示、单位留存写“是”。", Example: "是") { Choices = ["是", "否"] };

    public static readonly IReadOnlyList<Column> Columns = [Name, Number, Group, Team, Role, Titles, Clean, Paper];

    private sealed record Line(int Row, WorkerChoice Worker, EventGroup Group, string Team, EntryRole Role, string? Titles, bool Clean, bool Paper);

    /// <summary>Enters every row and ends the batch, or none: then each wrong cell has its sentence.</summary>
    /// <returns>The rows that were read.</returns>
    public async Task<int> Take(EntryPlace place, BatchRun run, Stream file, RowErrors errors)
    {
        var (lines, rows) = await Read(place, run, file, errors);
        if (errors.Any)
        {
            return rows;
        }

        try
        {
            await run.Report("正在写入", rows, rows, now: true);
            await desk.InQueue(place.Contest.Id, async () =>
            {
                var entered = await Enter(place, lines, errors);
                await run.Succeed(db, rows, $"{entered:N0} 份报名已导入“{place.Event.Title}”。");
            });
        }
        catch (NothingEntered)
        {
            db.ChangeTracker.Clear();
        }

        return rows;
    }

    private async Task<int> Enter(EntryPlace place, List<Line> lines, RowErrors errors)
    {
        var entries = lines.GroupBy(l => l.Team.Length > 0 ? $"{l.Worker.UnitId} {l.Group.Code} {l.Team}" : $"#{l.Row}").ToList();
        foreach (var rows in entries)
        {
            try
            {
                await Enter(place, [.. rows]);
            }
            catch (Refusal refusal)
            {
                errors.Add(rows.First().Row, null, refusal);
                db.ChangeTracker.Clear();
            }
        }

        return errors.Any ? throw new NothingEntered() : entries.Count;
    }

    private async Task Enter(EntryPlace place, List<Line> rows)
    {
        var first = rows[0];
        var entry = new Entry(place.Event, first.Group.Code, first.Worker.UnitId, first.Worker.UnitName, place.Me, place.Now);
        foreach (var row in rows)
        {
            entry.With(row.Worker.Id, row.Worker.Name, row.Role);
            foreach (var kind in row is { Paper: true, Role: EntryRole.Competitor } ? Enum.GetValues<ConsentKind>() : [])
            {
                entry.Consent(row.Worker.Id, kind, ConsentTexts.Version, place.Now, himself: false);
            }
        }

        entry.Stated(first.Team, rows.Where(r => r.Role is EntryRole.Competitor).All(r => r.Clean)).Declared(Declared(rows));
        await desk.Submit(entry, first.Group, place.Event.Rules.Entry, place.Me, byUnit: true);
        db.Add(entry);
        await db.SaveChangesAsync();
        await db.HoldLimits(entry, place.Event.Rules.Entry);
    }

    /// <summary>One who states nothing leaves the whole entry unstated.</summary>
    private static string? Declared(List<Line> rows)
    {
        var competitors = rows.Where(r => r.Role is EntryRole.Competitor).ToList();
        return competitors.Exists(r => r.Titles is null) ? null : string.Join('、', competitors.Select(r => r.Titles).Where(t => t!.Length > 0));
    }

    private async Task<(List<Line> Lines, int Rows)> Read(EntryPlace place, BatchRun run, Stream file, RowErrors errors)
    {
        var rows = 0;
        List<Line> lines = [];
        HashSet<(string, string)> seen = [];
        using var sheet = SheetReader.Open(file, Columns);
        foreach (var row in sheet.Rows())
        {
            Refusal.Unless(rows < MostRows, "entry.import-too-many", MostRows);
            await run.Report("核对", ++rows, sheet.Count - sheet.HeaderRow);
            var worker = await Worker(place, row, errors);
            var role = errors.Try(row.Number, Role, () => RoleOf(row[Role]));
            var group = errors.Try(row.Number, Group, () => GroupOf(place, row[Group]));
            if (worker is not null && !seen.Add(($"{worker.Id}", $"{role}")))
            {
                errors.Add(row.Number, Number, "同一人在文件里出现了两次。");
            }

            if (worker is not null && group is not null && !errors.Has(row.Number))
            {
                lines.Add(new Line(row.Number, worker, group, row[Team], role, row[Titles] switch { "" => null, "无" => "", var t => t }, row[Clean] is "是", row[Paper] is "是"));
            }
        }

        Refusal.Unless(rows > 0, "entry.import-empty");
        return (lines, rows);
    }

    private async Task<WorkerChoice?> Worker(EntryPlace place, SheetRow row, RowErrors errors)
    {
        var indexes = errors.Try(row.Number, Number, () => Indexes(row[Number]));
        if (indexes is null)
        {
            return null;
        }

        var id = await db.Workers.Where(w => indexes.Contains(w.IdNumberIndex)).Select(w => w.Id).FirstOrDefaultAsync();
        var worker = await parts.Choices(place).Where(w => w.Id == id).FirstOrDefaultAsync();
        if (worker is null)
        {
            errors.Add(row.Number, Number, "本单位在册职工里没有这个证件号码，请核对，或先在人员档案里登记。");
        }
        else if (PersonName.KeyOf(worker.Name) != PersonName.KeyOf(row[Name]))
        {
            errors.Add(row.Number, Name, "姓名与人员档案里的不一致。");
        }

        return worker;
    }

    /// <summary>The sheet does not say the kind of document: every kind that it can be; if none, what is wrong with it as an identity card.</summary>
    private List<string> Indexes(string typed)
    {
        List<string> found = [];
        foreach (var kind in Enum.GetValues<IdKind>())
        {
            try
            {
                found.Add(cipher.IndexOf("worker.id-number", IdNumber.Read(kind, typed).Value));
            }
            catch (Refusal)
            {
                // not of this kind
            }
        }

        return found.Count > 0 ? found : [cipher.IndexOf("worker.id-number", IdNumber.Read(IdKind.ResidentCard, typed).Value)];
    }

    private static EntryRole RoleOf(string text) => text switch
    {
        "" or "选手" => EntryRole.Competitor,
        "教练" or "指导教师" => EntryRole.Coach,
        "领队" => EntryRole.Leader,
        _ => throw new Refusal("entry.import-role", text),
    };

    private static EventGroup GroupOf(EntryPlace place, string text) =>
        text.Length == 0 && place.Event.Groups.Count == 1 ? place.Event.Groups[0]
        : place.Event.Groups.FirstOrDefault(g => g.Name == text || g.Code == text)
            ?? throw new Refusal("entry.import-group", string.Join('、', place.Event.Groups.Select(g => g.Name)));

#pragma warning disable CA1032 // rolls the queue's transaction back, seen by nobody
    private sealed class NothingEntered : Exception;
}
