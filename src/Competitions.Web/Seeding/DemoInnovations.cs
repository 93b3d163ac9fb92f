using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Uploads;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>What became of the demo's named results: spread to other enterprises, at every stage, by the moves that people make.</summary>
internal sealed class DemoInnovations(CompetitionsDb db, DemoPeople people, UploadStore store, DateTime now)
{
    private const string Registrar = "demo-enterprise", Adopting = "demo-town", Officer = "demo-district";

    private readonly DateOnly _today = now.InChina().Date();

    public async Task Load()
    {
        var named = await (
            from a in db.NamedInnovations().AsNoTracking()
            join c in db.Calls on a.CallId equals c.Id
            orderby a.Rank, a.Id
            select new NamedInnovation(a.Id, c.Kind, a.Title, a.UnitId, a.UnitName)).Take(24).ToListAsync();
        await Spread(named);
        await Show([.. named.Take(16)]);
    }

    private async Task Spread(IReadOnlyList<NamedInnovation> named)
    {
        var sample = await SamplePaper.Kept(store);
        var paper = new InnovationFile(sample.Hash, "应用和效益证明（样张）.pdf", UploadStore.ContentTypeOf(sample.Kind), sample.Bytes);
        var enterprises = people.Employed.Keys.Order(StringComparer.Ordinal).Select(code => people.Organisations[code]).ToList();
        foreach (var (result, i) in named.Take(18).Select((r, i) => (r, i)))
        {
            foreach (var n in Enumerable.Range(0, 1 + i % 3))
            {
                var unit = enterprises[(i * 5 + n * 11 + 2) % enterprises.Count];
                if (unit.Id == result.UnitId)
                {
                    continue;
                }

                var (outside, at) = (n == 2, now.AddDays(-90 + i * 3 + n));
                var spreading = new Spreading(
                    result, outside ? new Adopter(null, $"绍兴市{"越禾嘉瑞"[i % 4]}川机械有限公司") : new Adopter(unit.Id, unit.Name), new Adoption(_today.AddDays(-120 + i * 3), i % 2 == 0 ? "装配车间" : "二车间", 6 + i * 2, "照原单位的作业指导书培训后使用，返工明显减少。"),
                    Benefit.Of([new BenefitLine(BenefitKind.Saving, "节约工时", 42 + i, 320 + 40 * n, "小时", "工时记录"), new BenefitLine(BenefitKind.Cost, "改装与培训", 2600, 1, "次", "财务凭证")]), paper, Registrar, _today, at);
                Advance(spreading, (i + n) % 5, at);
                db.Add(spreading);
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>Most are public with two pictures, every fifth without, one is hidden and two wait for their unit.</summary>
    private async Task Show(IReadOnlyList<NamedInnovation> named)
    {
        var (ids, pictures) = (named.Select(n => n.ApplicationId).ToList(), new List<(InnovationFile Before, InnovationFile After)>());
        var declared = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Answers);
        foreach (var seed in Enumerable.Range(0, 5))
        {
            pictures.Add((Of(await InventedPicture.Kept(store, seed, after: false), "应用前.png"), Of(await InventedPicture.Kept(store, seed, after: true), "应用后.png")));
        }

        foreach (var (result, i) in named.Select((n, i) => (n, i)))
        {
            var answers = declared[result.ApplicationId];
            var exhibit = new Exhibit(result, answers.Text(FiveSmallForm.Category), answers.Text("field"), now.InChina().Year - 1);
            var text = ExhibitText.Of(answers);
            if (text.Problem.Length < 10 || text.Solution.Length < 10)
            {
                continue;
            }

            exhibit.Write(
                text with { Summary = $"{answers.Text("field")}现场的一处小改动，{result.UnitName}的一线职工自己做成，现在每天在用。" }, i % 5 == 4 ? null : pictures[i % 5].Before, i % 5 == 4 ? null : pictures[i % 5].After);
            exhibit.Agree(i is not (6 or 11), _today.AddDays(-20));
            exhibit.Hide(i == 13 ? "照片里有客户名称，请更换。" : "");
            db.Add(exhibit);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static InnovationFile Of(StoredFile file, string name) => new(file.Hash, name, UploadStore.ContentTypeOf(file.Kind), file.Bytes);

    private static void Advance(Spreading spreading, int step, DateTime at)
    {
        if (step == 4)
        {
            if (!spreading.IsOutside)
            {
                return;
            }
        }
        else if (!spreading.IsOutside)
        {
            spreading.ConfirmAdoption(Adopting, at.AddDays(2));
        }

        if (step == 3)
        {
            spreading.Make(SpreadingMove.Return, "效益证明没有财务部门盖章，请补交。", Officer, at.AddDays(4));
        }
        else if (step < 2)
        {
            spreading.Confirm(Officer, at.AddDays(4).InChina().Date(), at.AddDays(4));
        }
    }
}
