using Competitions.Innovations;
using Competitions.Programmes;

namespace Competitions.Web.Innovations;

/// <summary>Results and their spreading as they are said on the screen.</summary>
public static class InnovationWords
{
    public static readonly IReadOnlyList<string> Kinds = [FiveSmallForm.Code, OperationMethodForm.Code, KeyProjectForm.Code];

    public static string KindName(string kind) => ProgrammeKinds.FormOf(kind).Name;

    public static string Name(this SpreadingStage stage) => stage switch
    {
        SpreadingStage.Registered => "待采用单位确认",
        SpreadingStage.Adopted => "待区总确认",
        SpreadingStage.Confirmed => "已确认",
        SpreadingStage.Returned => "已退回",
        _ => "已撤销",
    };

    public static string Mark(this SpreadingStage stage) => stage switch
    {
        SpreadingStage.Registered => "st-wait",
        SpreadingStage.Adopted => "st-run",
        SpreadingStage.Confirmed => "st-ok",
        SpreadingStage.Returned => "st-bad",
        _ => "st-off",
    };

    public static string Name(this SpreadingMove move) => move switch
    {
        SpreadingMove.Register => "登记",
        SpreadingMove.ConfirmAdoption => "采用单位确认",
        SpreadingMove.Vouch => "以证明代确认",
        SpreadingMove.Confirm => "区总确认",
        SpreadingMove.Return => "退回",
        SpreadingMove.Correct => "更正后再报",
        SpreadingMove.Withdraw => "撤回",
        _ => "撤销",
    };
}
