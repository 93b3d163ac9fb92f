using Competitions.Contests;

namespace Competitions.Web.Contests.ResultSheets;

public static class ResultSheetWords
{
    public static string Name(this ResultSheetStage stage) => stage switch
    {
        ResultSheetStage.Imported => "待审核",
        ResultSheetStage.Accepted => "已采用",
        ResultSheetStage.Discarded => "已作废",
        _ => "已更正",
    };

    public static string Mark(this ResultSheetStage stage) => stage switch
    {
        ResultSheetStage.Imported => "st-run",
        ResultSheetStage.Accepted => "st-ok",
        _ => "st-off",
    };

    public static string Name(this ResultSheetMove move) => move switch
    {
        ResultSheetMove.Import => "导入成绩单",
        ResultSheetMove.Accept => "审核采用",
        ResultSheetMove.Discard => "退回作废",
        _ => "由更正的成绩单取代",
    };
}
