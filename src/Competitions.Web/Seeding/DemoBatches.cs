using Competitions.Data;
using Competitions.Web.People.Organisations.Imports;
using Competitions.Web.People.Workers.Imports;

namespace Competitions.Web.Seeding;

/// <summary>Imports that the district did and was refused last week; their files are gone by now.</summary>
internal sealed class DemoBatches(CompetitionsDb db, DateTime now)
{
    public async Task Load()
    {
        var at = now.AddDays(-6).Date.AddHours(1.4);
        Add(OrganisationsImport.Code, "企业工会-2026上半年.xlsx", at, 30, 0, "30 个组织已建立。");
        Add(WorkersImport.Code, "职工名册-第一批.xlsx", at.AddMinutes(34), 0, 3,
            "检查了 1,206 行，3 行有误：\n第 18 行 证件号码：身份证号码的校验位不对，请逐位核对。\n第 411 行 证件号码：与第 96 行的证件号码相同，请只留一行。\n第 1,102 行 所在单位工会：您的管辖范围内没有这个组织，请写组织编码或全称。");
        Add(WorkersImport.Code, "职工名册-第一批（已改）.xlsx", at.AddMinutes(52), 1206, 0, "1,206 名职工及其会籍已写入名册。");
        await db.SaveChangesAsync();
    }

    private void Add(string kind, string file, DateTime at, int stored, int wrong, string words)
    {
        var batch = new Batch(kind, "", "", file, "demo-district", at);
        batch.Begin("demo", at, at.AddMinutes(1));
        batch.End(wrong > 0 ? BatchState.Failed : BatchState.Succeeded, stored, wrong, words, null, at.AddSeconds(3));
        db.Add(batch);
    }
}
