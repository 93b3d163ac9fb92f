namespace Competitions.Web.People;

internal static class PeopleSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["organisation.code-missing"] = "请填写组织编码，不超过 32 个字符。",
        ["organisation.name-missing"] = "请填写组织名称，不超过 100 个字。",
        ["organisation.ends-before-it-begins"] = "终止日期不能早于开始日期。",
        ["organisation.not-yet-stored"] = "请先保存组织，再设定它的上级。",
        ["organisation.below-itself"] = "上级不能是它自己或它的下级，请另选上级。",
        ["organisation.below-a-smaller-one"] = "上级的层级应高于或等于它，请另选上级。",
        ["organisation.renamed-before-last-rename"] = "启用日期应晚于上一次更名的日期。",
        ["organisation.merged-into-itself"] = "不能并入自己，请另选并入的组织。",
        ["id-number.missing"] = "请填写证件号码。",
        ["id-number.length"] = "居民身份证号码应为 18 位，请核对。",
        ["id-number.shape"] = "居民身份证号码前 17 位应为数字，最后一位为数字或 X。",
        ["id-number.checksum"] = "身份证号码的校验位不对，请逐位核对。",
        ["id-number.birth-date"] = "身份证号码中的出生日期不存在，请核对。",
        ["id-number.old"] = "15 位旧身份证号码已停用，请填 18 位号码。",
        ["id-number.other-kind"] = "这是{0}的号码，请把证件类型改为{0}。",
        ["id-number.hong-kong-macau"] = "港澳居民来往内地通行证号码应为 H 或 M 加 8 位数字。",
        ["id-number.taiwan"] = "台湾居民来往大陆通行证号码应为 8 位数字。",
        ["id-number.residence-permit"] = "港澳台居民居住证号码应为 18 位，以 81、82 或 83 开头。",
        ["id-number.foreign-card"] = "外国人永久居留身份证号码应为 3 位字母加 12 位数字，或 9 开头的 18 位号码。",
        ["id-number.passport"] = "护照号码应为 5 到 20 位字母和数字。",
        ["person-name.missing"] = "请填写姓名。",
        ["person-name.too-long"] = "姓名不超过 200 个字。",
        ["person-name.character"] = "姓名中有不能使用的字符（{0}），请删去。",
        ["phone.shape"] = "手机号码应为 1 开头的 11 位数字。",
        ["worker.name-missing"] = "请填写姓名，不超过 200 个字。",
        ["membership.organisation-closed"] = "{0}在这一天不在有效期内，请选择有效的组织或日期。",
        ["membership.before-the-last-one"] = "加入日期应晚于现有会籍的开始日期。",
        ["membership.none-to-end"] = "没有可以终止的会籍，或终止日期早于加入日期。",
        ["duty.ends-before-it-begins"] = "结束日期不能早于开始日期。",
        ["duty.already-ended"] = "这项职责已经结束，不能延后。请另行授予。",
        ["duty.needs-an-event"] = "这项职责须指定赛项。",
        ["duty.needs-an-organisation"] = "这项职责须指定组织。",
        ["consent.already-withdrawn"] = "这项同意已经撤回。",
        ["slip.used"] = "这张激活单已经用过，请直接登录，或请工会重新开具。",
        ["slip.expired"] = "这张激活单已过有效期，请工会重新开具。",
    };
}
