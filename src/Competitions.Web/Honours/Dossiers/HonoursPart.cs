using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Honours.Mine;
using Competitions.Web.People.Workers.Dossiers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Dossiers;

/// <param name="Address">Of the honour or, for himself, of his own list; null where the reader may not see it.</param>
/// <param name="Certificate">Where it is looked at; null without one.</param>
public sealed record DossierHonour(HonourRow Row, string? Address, string? Certificate, string Withdrawn)
{
    public bool Stands => Row.Stage is HonourStage.Granted;

    public DateOnly On => Row.GrantedOn ?? new DateOnly(Row.Year, 1, 1);
}

/// <summary>His honours, those of his teams and as a coach: in force, and withdrawn with the reason. Three queries.</summary>
public sealed class HonoursPart(CompetitionsDb db, HonourRegister register, MyDuties duties, IHttpContextAccessor http) : IDossierPart
{
    private const int Badges = 4;

    public async Task<DossierSection> Of(int workerId)
    {
        var rows = await register.Rows(db.HonoursOf(workerId)).ToListAsync();
        var ended = await db.HonoursOf(workerId).Where(h => h.Stage == HonourStage.Withdrawn)
            .Select(h => new { h.Id, Why = h.History.Where(m => m.To == HonourStage.Withdrawn).Select(m => m.Why).FirstOrDefault(), At = h.History.Where(m => m.To == HonourStage.Withdrawn).Select(m => m.At).FirstOrDefault() }).ToDictionaryAsync(h => h.Id);
        var (himself, reads) = (http.HttpContext?.User.Worker() == workerId, (await duties.Paths(Policies.ReadHonours)).Count > 0);
        var seen = himself || !reads ? [] : await (await register.Visible()).Where(h => h.People.Any(p => p.WorkerId == workerId)).Select(h => h.Id).ToHashSetAsync();
        List<DossierHonour> honours = [.. rows.Select(r => new DossierHonour(
                r, seen.Contains(r.Id) ? $"/honours/{r.Id}" : null,
                r.CertificateId is not { } certificate ? null : himself ? $"/my/honours/{r.Id}" : seen.Contains(r.Id) ? $"/certificates/{certificate}" : null,
                ended.TryGetValue(r.Id, out var end) ? $"{end.At.InChina().Date().Iso()} 撤销：{end.Why}" : ""))
            .OrderByDescending(h => h.Stands).ThenByDescending(h => h.On)];
        var events = honours.Select(h => new LifeEvent(h.On, Said(h), $"{h.Row.GrantorName}，{h.Row.DocumentNumber ?? "—"}{(h.Stands ? "" : "；" + h.Withdrawn)}", h.Row.UnitName, h.Stands ? LifeMark.Honour : LifeMark.Plain));
        return new DossierSection(10, "honours", "荣誉", honours.Count, "/Honours/Dossiers/_Honours.cshtml", honours)
        {
            Note = $"{honours.Count(h => h.Stands)} 项有效，{honours.Count(h => !h.Stands)} 项撤销",
            Badges = [.. honours.Where(h => h.Stands && h.Row.Kind is HonourKind.Title).Select(h => h.Row.Name).Take(Badges)],
            Events = [.. events],
            Heads = ["荣誉", "颁发单位", "文件号", "日期", "时在单位", "状态"],
            Lines = [.. honours.Select(h => (IReadOnlyList<string>)[Named(h.Row), h.Row.GrantorName, h.Row.DocumentNumber ?? "—", h.Row.GrantedOn?.Iso() ?? $"{h.Row.Year}", h.Row.UnitName, h.Stands ? "有效" : h.Withdrawn])],
        };
    }

    internal static string Named(HonourRow row) => row.Name + (row.Rank is { } rank ? $"·第 {rank} 名" : "") + (row.HolderKind is HolderKind.Team ? "（团队）" : row.HolderKind is HolderKind.Coach && !row.Name.Contains("教练", StringComparison.Ordinal) ? "（教练）" : "");

    private static string Said(DossierHonour honour) => honour.Stands
        ? honour.Row.Kind switch { HonourKind.Title => $"获得称号“{honour.Row.Name}”", HonourKind.Level => $"晋升为{honour.Row.Name}", _ => $"获{Named(honour.Row)}" }
        : $"{honour.Row.Name}（已撤销）";
}
