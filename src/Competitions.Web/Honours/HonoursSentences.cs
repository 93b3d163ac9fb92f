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
        ["honour.title-held"] = "{0} 已有称号“{1}”，同一称号不重复授予。",
        ["honour.no-such-unit"] = "请从列表里选择您管理范围内的单位。",
        ["honour.no-such-person"] = "在{1}没有找到“{0}”，请核对姓名和单位。",
        ["honour.same-name"] = "“{0}”有同名的职工，请写成“姓名#编号”：{1}。",
        ["honour.occasion-missing"] = "请填写事由，例如赛事名称。",
        ["honour.date-missing"] = "请填写发文日期。",
        ["honour.no-result"] = "还没有发布的成绩，请先发布决赛成绩再认定荣誉。",
        ["honour.none-approved"] = "没有待发文的荣誉。",
        ["honour.no-coach"] = "获奖选手的报名里没有登记教练，或教练已全部登记。",
        ["certificate.character"] = "“{0}”里的“{1}”没有字体可以打印，请联系管理员安装含该字的字体，例如思源宋体全字库。",
        ["certificate.none-granted"] = "没有可以制作证书的荣誉：荣誉授予以后才有证书。",
        ["certificate.too-many"] = "一次最多制作 {0} 张，请按年度或单位分批。",
        ["certificate.several-grantors"] = "选中的荣誉由几个单位颁发，请按颁发单位分批制作。",
        ["certificate.date-ahead"] = "落款日期不能晚于今天。",
        ["credential.no-address"] = "还没有设置公众访问的网址（PublicAddress）。电子凭证里要写明到哪里核验，请系统管理员设置后再下载。",
        ["holder-link.ended"] = "这个链接已经停用或到期；需要时可以重新生成。",
        ["holder-link.made-meanwhile"] = "刚刚已有人为这张证书生成了链接，请刷新页面查看。",
        ["stamp.not-png"] = "印章图片只收 PNG，透明底、不小于 600×600 像素为宜。请另存为 PNG 再上传；只改文件名后缀不行。",
        ["stamp.not-yours"] = "只有颁发单位的区（市）总工会经办人可以使用这枚印章。",
        ["stamp.name-missing"] = "请填写印章名称，不超过 60 个字。",
        ["stamp.retired"] = "这枚印章已经停用。",
    };
}
