using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Contests;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Honours.Imports;

/// <summary>The columns of honours of earlier years, and how a row becomes a line of the upload.</summary>
public sealed class HonourSheet(HonourCodes codes, RowErrors errors, DateOnly today)
{
    private const int LongestText = 100, LongestRemark = 200;

    public static readonly Column Person = new("姓名", "获得荣誉的职工；单位获得的荣誉不填。同名的写“姓名#编号”或填证件号码。", Example: "沈嘉禾") { Also = ["获得者", "获奖人"] };
    public static readonly Column Number = new("证件号码", "可不填；填了就按号码找人，最可靠。整列设为文本格式。", Example: "") { Also = ["身份证号", "身份证号码", "证件号"] };
    public static readonly Column Unit = new("单位", "获得时所在单位工会的编码或全称（现名、曾用名都可以），须在您的管辖范围内。", Required: true, Example: "E1") { Also = ["所在单位", "单位编码"] };
    public static readonly Column Name = new("荣誉名称", "照证书上的写法。", Required: true, Example: "杭州市技术能手") { Also = ["荣誉", "奖项"] };
    public static readonly Column Kind = new("类别", "称号和等级晋升只属于个人；单位获得的选集体奖项或奖项。", Required: true, Example: "称号") { Choices = [.. Enum.GetValues<HonourKind>().Select(k => k.Name())] };
    public static readonly Column Level = new("级别", "颁发单位的级别。", Required: true, Example: "市级") { Choices = [.. Enum.GetValues<OrganisationLevel>().Select(l => ContestWords.Name(l))] };
    public static readonly Column Grantor = new("颁发单位", "写全称。名册里没有的上级或其他单位照写，登记为外单位颁发。", Required: true, Example: "杭州市总工会") { Also = ["授予单位", "发证单位"] };
    public static readonly Column On = new("颁发日期", "只知道年月的写年月，如 2019-04。", Required: true, Example: "2019-04-28") { Also = ["授予日期", "获得日期", "发文日期"] };
    public static readonly Column Document = new("文号", "表彰文件的文号；查不到的写证书编号。", Required: true, Example: "杭总工〔2019〕21 号") { Also = ["文件号", "证书编号"] };
    public static readonly Column Occasion = new("届次或事由", "因什么授予，如“第八届职工技能大赛”；不填记作“年度表彰”。", Example: "第八届职工技能大赛") { Also = ["事由", "届次"] };
    public static readonly Column Remark = new("备注", "可不填。", Example: "");

    public static readonly IReadOnlyList<Column> Columns = [Person, Number, Unit, Name, Kind, Level, Grantor, On, Document, Occasion, Remark];

    /// <summary>Null when a cell is wrong; then the errors have it.</summary>
    public ImportLine? Read(SheetRow row)
    {
        var on = Try(row, On, () => DateOf(row));
        var unit = Try(row, Unit, () => codes.Unit(row[Unit]));
        var name = Try(row, Name, () => Text(row[Name], Honour.LongestName, "honour.name-missing"));
        var kind = Try(row, Kind, () => (HonourKind?)KindOf(row[Kind]));
        var level = Try(row, Level, () => (OrganisationLevel?)LevelOf(row[Level]));
        var document = Try(row, Document, () => Text(row[Document], 60, "honour.document-missing"));
        var (occasion, remark) = (Try(row, Occasion, () => Short(row[Occasion], LongestText)), Try(row, Remark, () => Short(row[Remark], LongestRemark)));
        var grantor = level is not { } at || on is not { } day ? null : Try(row, Grantor, () => codes.Grantor(Text(row[Grantor], LongestText, "honour.grantor-missing"), at, day));
        var isPerson = Try(row, Person, () => (bool?)(row[Person].Length > 0 || row[Number].Length > 0));
        var person = isPerson is true && unit is not null && on is { } then ? Try(row, row[Number].Length > 0 ? Number : Person, () => codes.Person(row[Person], row[Number], unit, then)) : null;
        if (kind is HonourKind.Title or HonourKind.Level && isPerson is false)
        {
            errors.Add(row.Number, Person, new Refusal("honour.title-of-a-person"));
        }

        return errors.Has(row.Number) ? null : new ImportLine(
            row.Number, kind!.Value, name!, person?.WorkerId, person?.Name ?? unit!.NameOn(on!.Value), unit!.Id, unit.NameOn(on!.Value), grantor!,
            occasion!.Length > 0 ? occasion : $"{on.Value.Year} 年度表彰", on.Value, document!, remark!);
    }

    private T? Try<T>(SheetRow row, Column column, Func<T> rule) => errors.Try(row.Number, column, rule);

    private DateOnly? DateOf(SheetRow row)
    {
        var on = row.Date(On) ?? throw new Refusal("honour.date-missing");
        Refusal.Unless(on.Year >= 1950, "honour.year");
        return on <= today ? on : throw new Refusal("honour.date-ahead");
    }

    private static HonourKind KindOf(string text) =>
        Enum.GetValues<HonourKind>().Where(k => k.Name() == text).Select(k => (HonourKind?)k).FirstOrDefault() ?? throw new Refusal("honour-import.kind", string.Join('、', Kind.Choices));

    private static OrganisationLevel LevelOf(string text) => text switch
    {
        "国家" or "全国" => OrganisationLevel.National,
        "省部级" => OrganisationLevel.Province,
        "区级" or "县级" => OrganisationLevel.District,
        _ => Enum.GetValues<OrganisationLevel>().Where(l => ContestWords.Name(l) == text).Select(l => (OrganisationLevel?)l).FirstOrDefault() ?? throw new Refusal("honour-import.level", string.Join('、', Level.Choices)),
    };

    private static string Text(string text, int longest, string missing)
    {
        Refusal.Unless(text.Length is > 0 && text.Length <= longest, missing, longest);
        return text;
    }

    private static string Short(string text, int longest)
    {
        Refusal.Unless(text.Length <= longest, "cell.too-long", longest);
        return text;
    }
}
