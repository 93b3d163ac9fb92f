namespace Competitions.Web.Shell;

internal static class ShellSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["points.too-fine"] = "分数最多四位小数，{0} 太细了。",
        ["batch.over"] = "这项批处理已经结束，请查看结果。",
        ["batch.running"] = "这项批处理正在进行，请稍后再看。",
        ["batch.file-gone"] = "上传的文件已不在服务器上，请重新上传。",
        ["batch.attempts"] = "系统试了 {0} 次都没有做完，没有写入任何数据；请把文件拆小再传，或联系管理员。",
        ["sheet.empty"] = "表头下面没有数据，请填好再上传。",
        ["sheet.too-many-rows"] = "一个文件最多 {0} 行，请拆成几个文件上传。",
        ["changed-by-someone-else"] = "您编辑期间，别人已经改过这条记录。您填的内容还在，请核对最新内容后再保存。",
        ["sign-in.wrong"] = "用户名或密码不对，或账号已锁定。连续输错 5 次，账号锁定 15 分钟；仍不能登录的，请联系所在单位的系统管理员。",
        ["audit.too-many"] = "符合条件的记录超过 {0} 行，请缩小日期范围后再导出。",
        ["password.wrong"] = "原密码不对，请重新输入。",
        ["password.weak"] = "新密码不合要求：至少 10 个字符，并含大写字母、小写字母、数字。",
        ["password.same"] = "新密码不能与原密码相同。",
        ["upload.no-file"] = "请选择要上传的文件。",
        ["upload.too-large"] = "上传的文件不能超过 10 MB，请压缩或拆分后再传。",
        ["upload.kind"] = "只收 PDF、JPG、PNG、WebP 文件。请打开文件另存为其中一种再上传；只改文件名后缀不行。",
        ["upload.broken-picture"] = "图片已损坏或不完整，请重新拍照或扫描后再上传。",
        ["workbook.encrypted"] = "文件是旧格式（.xls）或加了密码，请另存为不加密的 .xlsx 再上传。",
        ["workbook.not-a-workbook"] = "这不是 Excel 工作簿（.xlsx）或 CSV 文件，请下载模板填写后上传。",
        ["workbook.broken"] = "工作簿已损坏或不完整，请用 Excel 打开、另存为 .xlsx 再上传。",
        ["workbook.too-large"] = "工作簿展开后过大，请分成几个文件上传。",
        ["workbook.macros"] = "工作簿里有宏，请另存为不含宏的 .xlsx 再上传。",
        ["workbook.doctype"] = "工作簿里有不允许的内容，请用 Excel 另存为 .xlsx 再上传。",
        ["sheet.columns-missing"] = "第一张工作表缺少这些列：{0}。请对照模板的表头补上。",
        ["sheet.column-twice"] = "“{0}”这一列出现了两次，请只留一列。",
        ["sheet.csv-broken"] = "CSV 文件第 {0} 行无法读取，请检查引号，或改用 Excel 模板。",
        ["sheet.too-many-columns"] = "工作表超过 {0} 列，请删去表格右侧多余的列。",
        ["cell.digits-lost"] = "这一格是数字格式，末几位已丢失；请把单元格设为文本后重新填写。",
        ["cell.too-long"] = "这一格最多 {0} 个字符。",
        ["cell.date"] = "“{0}”不是日期，请写成 2026-05-21。",
    };
}
