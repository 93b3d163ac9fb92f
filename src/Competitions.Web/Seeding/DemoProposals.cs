using System.Globalization;
using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Data.WorkingDays;
using Competitions.Innovations;
using Competitions.Web.Shell;

namespace Competitions.Web.Seeding;

/// <summary>Proposals of the demo's enterprises at every step, two of them nearly the same, some late; made by the moves that people make.</summary>
internal sealed class DemoProposals(CompetitionsDb db, DemoPeople people, DateTime now)
{
    private static readonly ProposalOfficer Officer = new("demo-enterprise", null);

    public async Task Load()
    {
        var (preset, days) = (await db.NewestProposalPreset(), await db.WorkingDays());
        foreach (var line in SeedFiles.Lines("demo/proposals.csv").OrderByDescending(l => SeedFiles.Number(l["ago"])))
        {
            var (unit, worker, at) = (people.Organisations[line["unit"]], people.Employed[line["unit"]][SeedFiles.Number(line["who"])], now.AddDays(-SeedFiles.Number(line["ago"])));
            var day = at.InChina().Date();
            var term = new ProposalTerm(days.LastArrangedYear >= day.AddDays(14).Year ? days.After(day, preset.Rules.Acknowledge.Days) : day.AddDays(7), day.AddDays(preset.Rules.Decide.Days), preset.Code, preset.Version);
            var proposal = new Proposal(
                new Proposer(worker.Id, worker.Name, unit.Id, unit.Name), new InnovationText(line["title"], line["problem"], line["measures"]), line["category"], term, line["who"] == "0" ? "demo-worker" : Officer.Account, day, at, line["who"] != "0");
            Move(proposal, Enum.Parse<ProposalStage>(line["stage"]), line, preset.Rules, at);
            db.Add(proposal);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Step by step, some days apart.</summary>
    private void Move(Proposal proposal, ProposalStage to, IReadOnlyDictionary<string, string> line, ProposalRules rules, DateTime at)
    {
        for (var step = 1; proposal.Stage != to; step++)
        {
            at = at.AddDays(step < 3 ? 2 : 5);
            at = at < now ? at : now;
            var day = at.InChina().Date();
            switch (proposal.Stage)
            {
                case ProposalStage.Submitted:
                    proposal.Accept(Officer, day, at);
                    break;
                case ProposalStage.Accepted:
                    proposal.Assess(new Assessment(line["category"] is "safety" or "environment" ? "安环部" : "设备技术部", "现场看过，做法可行，投入不大，不影响现有工序。"), Officer, at);
                    break;
                case ProposalStage.Assessed when to is ProposalStage.Declined:
                    proposal.Decide(ProposalMove.Decline, "明年搬到新厂房，更衣柜随新厂房统一采购，届时再考虑。", 0, Officer, day, at);
                    break;
                case ProposalStage.Assessed when to is ProposalStage.PartlyAdopted:
                    proposal.Decide(ProposalMove.AdoptPartly, "浅色面料改用夹子，先在两条线试行；可洗标供应商还没有确定，暂不采用。", rules.AdoptedStars, Officer, day, at);
                    break;
                case ProposalStage.Assessed:
                    proposal.Decide(ProposalMove.Adopt, "同意，由设备部列入本月计划，谢谢您的建议。", rules.AdoptedStars, Officer, day, at);
                    break;
                case ProposalStage.Adopted:
                    proposal.Start(new Implementation("设备部 周主管", day.AddDays(30)), Officer, day, at);
                    break;
                case ProposalStage.Implementing:
                    proposal.Finish(day, "自制工装，利用周末安装调试，培训了两个班。", Officer, day, at);
                    break;
                case ProposalStage.Implemented:
                    proposal.Confirm(Calculated(line), "运行一个月，没有再发生同样的问题，操作工反映省力。", rules, Officer, day, at);
                    break;
                case ProposalStage.Confirmed when to is ProposalStage.Rewarded:
                    var band = ValueBand.For(proposal.Net ?? 0, rules.Bands)!;
                    proposal.Give((band.LeastReward + band.MostReward) / 2, band.Praise, rules, Officer, at);
                    break;
                default:
                    proposal.Archive(Officer, at);
                    break;
            }
        }
    }

    private static Benefit Calculated(IReadOnlyDictionary<string, string> line) => line["saving"].Length == 0 ? Benefit.Of([]) : Benefit.Of([
        new BenefitLine(BenefitKind.Saving, "节约费用", decimal.Parse(line["saving"], CultureInfo.InvariantCulture), decimal.Parse(line["quantity"], CultureInfo.InvariantCulture), line["unitname"], "财务证明"),
        new BenefitLine(BenefitKind.Cost, "材料与制作", decimal.Parse(line["cost"], CultureInfo.InvariantCulture), 1, "次", "领料单")]);
}
