using Competitions.Contests;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Results;
using Competitions.Web.Honours.OfEvent;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Proofs;

/// <summary>Every standing honour that a result gave, against the result that is published now; and every prize of that result, whether there is an honour.</summary>
public sealed class HonourCheck : IProofCheck
{
    public async IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past)
    {
        var (byResult, byHand) = (await db.Honours.CountAsync(h => h.ResultId != null), await db.Honours.CountAsync(h => h.ResultId == null));
        string? fault = null;
        foreach (var id in await db.Honours.Where(h => h.EventId != null && h.ResultId != null).Select(h => h.EventId!.Value).Distinct().OrderBy(id => id).ToListAsync())
        {
            fault ??= await db.Results.AnyAsync(r => r.EventId == id && r.Stage == ResultStage.Published) ? await OfEvent(db, id) : $"赛项 {id} 有荣誉，而没有已发布的成绩";
        }

        yield return new CheckedPart("荣誉", $"{byResult} 项由成绩得出，逐项核对{(byHand > 0 ? $"；{byHand} 项由人登记，只有证书可核对" : "")}", fault);
    }

    private static async Task<string?> OfEvent(CompetitionsDb db, int eventId)
    {
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == eventId);
        var lines = (await EventAwards.Lines(db, of)).ToDictionary(l => l.EntryId);
        var honours = await db.Honours.AsNoTracking().Where(h => h.EventId == eventId && h.ResultId != null).OrderBy(h => h.Id).ToListAsync();
        return honours.Where(h => h.Stands && h.HolderKind is not HolderKind.Coach).Select(h => FaultOf(h, of, lines.GetValueOrDefault(h.EntryId ?? 0))).FirstOrDefault(f => f is not null)
            ?? (of.Stage is EventStage.Honoured or EventStage.Archived ? lines.Values.Where(l => l.Prize is not null && l.Competitors.Count > 0 && !honours.Exists(h => h.Kind is HonourKind.Prize && h.EntryId == l.EntryId && h.Name == l.Prize))
                .Select(l => $"赛项 {of.Code} 第 {l.Rank} 名的{l.Prize}没有对应的荣誉").FirstOrDefault() : null);
    }

    private static string? FaultOf(Honour honour, Event of, AwardedLine? line)
    {
        var name = $"荣誉 {honour.Id}（{of.Code} {honour.Name}{(honour.Rank is { } rank ? $" 第 {rank} 名" : "")}）";
        if (line is null)
        {
            return $"{name}在成绩里没有对应的人";
        }

        var people = honour.People.Select(p => p.WorkerId).Order().ToList();
        var winner = line.Competitors.FirstOrDefault(c => people is [var one] && c.Person.WorkerId == one);
        return (honour.Kind, honour.Name) switch
        {
            (HonourKind.Prize, var prize) when prize != line.Prize => $"{name}与成绩不符：成绩是{line.Prize ?? "没有奖项"}",
            (HonourKind.Prize, _) when honour.Rank != line.Rank => $"{name}与成绩不符：成绩是第 {line.Rank} 名",
            (HonourKind.Title, var title) when winner?.Titles.Contains(title) != true => $"{name}与成绩不符：成绩没有授予这个称号",
            (HonourKind.Level, var level) when winner?.Level != level => $"{name}与成绩不符：成绩是{winner?.Level ?? "没有晋升"}",
            (HonourKind.Prize, _) when !people.SequenceEqual(line.Competitors.Select(c => c.Person.WorkerId).Order()) => $"{name}的获奖人与成绩不符",
            _ when !honour.People.All(p => line.Competitors.Any(c => c.Person == p)) || honour.HolderName != HolderOf(honour, line) || honour.UnitId != line.UnitId || honour.UnitName != line.UnitName => $"{name}的姓名或单位与成绩不符",
            _ => null,
        };
    }

    private static string HolderOf(Honour honour, AwardedLine line) =>
        honour.HolderKind is HolderKind.Team ? honour.TeamName ?? string.Join('、', line.Competitors.Select(c => c.Person.Name)) : line.Competitors.First(c => c.Person.WorkerId == honour.People[0].WorkerId).Person.Name;
}
