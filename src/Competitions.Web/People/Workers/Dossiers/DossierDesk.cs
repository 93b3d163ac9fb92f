using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers.Dossiers;

/// <summary>A line of the 变更记录.</summary>
/// <param name="Why">The reason that was given, or what it was about.</param>
public sealed record DossierChange(DateTime At, string What, string Who, string Why);

/// <summary>Puts a person's page together from the rooms that know of him.</summary>
public sealed class DossierDesk(IEnumerable<IDossierPart> parts, CompetitionsDb db)
{
    private const int MostChanges = 100;

    /// <summary>Acts of the audit that a change of his record leaves.</summary>
    private static readonly Dictionary<string, string> Acts = new()
    {
        ["worker.create"] = "登记", ["worker.update"] = "修改资料", ["worker.transfer"] = "转会", ["worker.leave"] = "终止会籍",
        ["worker.view-id-number"] = "查看证件号码", ["worker.view-phone"] = "查看手机号码", ["worker.dossier-print"] = "打印档案",
    };

    public async Task<Dossier> Of(Worker worker)
    {
        List<DossierSection> sections = [];
        foreach (var part in parts)
        {
            sections.Add(await part.Of(worker.Id));
        }

        var life = sections.SelectMany(s => s.Events).Concat(Memberships(worker));
        return new Dossier([.. sections.OrderBy(s => s.Order)], [.. life.OrderByDescending(e => e.On)]);
    }

    /// <summary>Who changed or looked at what, what he agreed to, and what he asked to have corrected.</summary>
    public async Task<IReadOnlyList<DossierChange>> Changes(int workerId)
    {
        var (thing, acts) = ($"{workerId}", Acts.Keys.ToList());
        var lines = await (
            from line in db.Audit
            where acts.Contains(line.Act) && line.Thing == thing && line.Allowed
            orderby line.Sequence descending
            select new { line.At, line.Act, Who = db.Users.Where(u => u.Id == line.AccountId).Select(u => u.DisplayName).FirstOrDefault(), line.Why }).Take(MostChanges).ToListAsync();
        var consents = await db.Consents.AsNoTracking().Where(c => c.WorkerId == workerId).ToListAsync();
        var asked = await db.CorrectionRequests.AsNoTracking().Where(r => r.WorkerId == workerId).OrderByDescending(r => r.Id).Take(MostChanges).ToListAsync();
        return [.. lines.Select(l => new DossierChange(l.At, Acts[l.Act], l.Who ?? "—", l.Why ?? ""))
            .Concat(consents.Select(c => new DossierChange(c.At, "同意", "本人", Consented(c))))
            .Concat(consents.Where(c => c.WithdrawnAt is not null).Select(c => new DossierChange(c.WithdrawnAt!.Value, "撤回同意", "本人", Consented(c))))
            .Concat(asked.Select(r => new DossierChange(r.At, "申请更正", "本人", $"{r.Field.Name()}：{r.Text}")))
            .OrderByDescending(c => c.At).Take(MostChanges)];
    }

    private static string Consented(Consent consent) => $"{(consent.Kind is ConsentKind.Processing ? "处理个人信息" : "公示与公布")}，文本 {consent.TextVersion}";

    /// <summary>入会, 调入 and 离会, each with the name that the body had.</summary>
    private static IEnumerable<LifeEvent> Memberships(Worker worker)
    {
        Membership? before = null;
        foreach (var membership in worker.Memberships)
        {
            var source = membership.CardNumber is { } card ? $"会籍登记，会员证号 {card}" : "会籍登记";
            yield return before is null
                ? new LifeEvent(membership.From, $"加入 {membership.OrganisationName}", source)
                : new LifeEvent(membership.From, $"调入 {membership.OrganisationName}", $"{source}，原单位 {before.OrganisationName}");
            before = membership;
        }

        if (before?.To is { } last)
        {
            yield return new LifeEvent(last, $"离开 {before.OrganisationName}", "会籍登记");
        }
    }
}
