namespace Competitions.Web.People.Accounts;

public static class AccountWords
{
    public static string Name(this AccountState state) => state switch
    {
        AccountState.Locked => "已停用",
        AccountState.Paused => "输错暂锁",
        AccountState.Unused => "待改首次密码",
        _ => "正常",
    };

    /// <summary>The theme's class of its mark.</summary>
    public static string Mark(this AccountState state) => state switch
    {
        AccountState.Locked => "st-bad",
        AccountState.Paused => "st-warn",
        AccountState.Unused => "st-wait",
        _ => "st-ok",
    };
}
