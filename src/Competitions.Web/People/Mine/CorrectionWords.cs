using Competitions.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.People.Mine;

public static class CorrectionWords
{
    public static IReadOnlyList<SelectListItem> Items { get; } = [new("请选择", ""), .. Enum.GetValues<CorrectionField>().Select(f => new SelectListItem(f.Name(), $"{f}"))];

    public static string Name(this CorrectionField field) => field switch
    {
        CorrectionField.Name => "姓名",
        CorrectionField.IdNumber => "证件号码",
        CorrectionField.Phone => "手机号码",
        CorrectionField.Skill => "工种、等级与证书",
        CorrectionField.Employment => "从业年限与社保",
        CorrectionField.Membership => "单位与会籍",
        CorrectionField.Erasure => "删除我的资料",
        _ => "其他",
    };
}
