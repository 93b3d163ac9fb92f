namespace Competitions.Web.Honours;

internal static class HonoursSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["honour.name-missing"] = "请填写荣誉名称，不超过 {0} 个字。",
        ["honour.holder-missing"] = "请选择获得荣誉的职工、团队或单位。",
        ["honour.title-of-a-person"] = "称号和等级晋升只授予个人；团队、教练和单位请登记为奖项或集体奖项。",
        ["honour.year"] = "年度应在 1950 到 2100 之间。",
        ["honour.document-missing"] = "请填写文件号，不超过 60 个字，例如：临总工〔2026〕18 号。",
        ["honour.date-ahead"] = "发文日期不能晚于今天。",
        ["honour.move-not-allowed"] = "这项荣誉现在不能做这一步，请刷新后按页面上的按钮办理。",
        ["honour.reason-missing"] = "请写明原因。",
        ["certificate.not-granted"] = "荣誉授予以后才能制作证书，请先登记发文。",
        ["certificate.not-valid"] = "这张证书已经撤销或换发，不能再办理；请查看最新的一张。",
        ["certificate.reason-missing"] = "请写明原因，核验页会显示。",
        ["certificate.series-shape"] = "字头只用文字，不带数字、括号和空格，不超过 {0} 个字，例如：临总工赛证。",
        ["certificate.series-taken"] = "字头“{0}”已由别的单位使用，请换一个字头。",
        ["stamp.name-missing"] = "请填写印章名称，不超过 60 个字。",
        ["stamp.retired"] = "这枚印章已经停用。",
    };
}
