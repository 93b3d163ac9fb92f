using System.Text.RegularExpressions;
using Competitions.People;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.People.Organisations.Imports;

/// <summary>A row that is right in itself; whether its parent is there, all rows together tell.</summary>
public sealed record OrganisationLine(int Row, Organisation Organisation, string ParentCode);

/// <summary>The columns of the tree of organisations, and how one row becomes one of them.</summary>
/// <param name="types">Codes of the dictionary of types, by code and by name.</param>
public sealed partial class OrganisationSheet(IReadOnlyDictionary<string, string> types, RowErrors errors)
{
    public static readonly Column Code = new("编码", "全库唯一，只用字母、数字和连字符，不超过 32 位。", Required: true, Example: "E1001") { Also = ["组织编码"] };
    public static readonly Column Name = new("名称", "组织全称，不超过 100 个字。", Required: true, Example: "临平某某机电有限公司工会") { Also = ["组织名称", "全称"] };
    public static readonly Column ShortName = new("简称", "不超过 40 个字，没有可不填。", Example: "某某机电");
    public static readonly Column Level = new("层级", "不高于上级的层级。", Required: true, Example: "企业") { Choices = [.. PeopleNames.LevelItems.Select(l => l.Text)] };
    public static readonly Column Type = new("类型", "写类型名称，以系统字典为准。", Required: true, Example: "企业工会");
    public static readonly Column Parent = new("上级编码", "本文件里的编码，或您管辖范围内已有组织的编码；先后顺序不限。", Required: true, Example: "LP01");
    public static readonly Column CreditCode = new("统一社会信用代码", "18 位；整列设为文本格式。没有可不填。", Example: "") { Also = ["信用代码"] };
    public static readonly Column From = new("成立日期", "从这一天起有效。", Required: true, Example: "2020-01-01") { Also = ["起"] };
    public static readonly Column To = new("终止日期", "临时的项目工会填写；其他不填。", Example: "") { Also = ["止"] };

    public static readonly IReadOnlyList<Column> Columns = [Code, Name, ShortName, Level, Type, Parent, CreditCode, From, To];

    /// <summary>Null when a cell is wrong; then the errors have it.</summary>
    public OrganisationLine? Read(SheetRow row)
    {
        var code = Try(row, Code, () => CodeOf(row[Code]));
        var name = Try(row, Name, () => Filled(row[Name], 100, "organisation.name-missing"));
        var shortName = Try(row, ShortName, () => Short(row[ShortName], 40));
        var level = Try(row, Level, () => LevelOf(row[Level]));
        var type = Try(row, Type, () => types.GetValueOrDefault(row[Type]) ?? throw new Refusal("organisation.type-unknown"));
        var parent = Try(row, Parent, () => Filled(row[Parent], 32, "organisation.parent-code-missing"));
        var credit = Try(row, CreditCode, () => CreditCodeOf(row[CreditCode]));
        var from = Try(row, From, () => row.Date(From) ?? throw new Refusal("membership.date-missing"));
        var to = Try(row, To, () => row.Date(To));
        var organisation = errors.Has(row.Number) ? null : Try(row, To, () => new Organisation(code!, name!, shortName!, level!.Value, type!, from, to));
        organisation?.Identify(credit);
        return organisation is null ? null : new OrganisationLine(row.Number, organisation, parent!);
    }

    private T? Try<T>(SheetRow row, Column column, Func<T> rule) => errors.Try(row.Number, column, rule);

    private static string CodeOf(string text)
    {
        Refusal.Unless(CodeShape().IsMatch(text), "organisation.code-shape");
        return text;
    }

    private static OrganisationLevel? LevelOf(string text) =>
        PeopleNames.LevelItems.FirstOrDefault(l => l.Text == text) is { } item ? Enum.Parse<OrganisationLevel>(item.Value)
            : throw new Refusal("organisation.level-unknown", string.Join('、', PeopleNames.LevelItems.Select(l => l.Text)));

    private static string CreditCodeOf(string text)
    {
        var code = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        Refusal.Unless(code.Length == 0 || CreditCodeShape().IsMatch(code), "organisation.credit-code");
        return code;
    }

    private static string Filled(string text, int longest, string refusal)
    {
        Refusal.Unless(text.Length > 0, refusal);
        return Short(text, longest);
    }

    private static string Short(string text, int longest)
    {
        Refusal.Unless(text.Length <= longest, "cell.too-long", longest);
        return text;
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,32}\z")]
    private static partial Regex CodeShape();

    /// <summary>GB 32100: digits and capitals without I, O, S, V, Z.</summary>
    [GeneratedRegex(@"^[0-9A-HJ-NPQRTUWXY]{18}\z")]
    private static partial Regex CreditCodeShape();
}
