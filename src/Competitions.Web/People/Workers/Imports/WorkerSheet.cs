using System.Globalization;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.People.Workers.Imports;

/// <summary>The columns of the register, and how one row becomes a worker with his membership.</summary>
/// <param name="batch">The import that brings him.</param>
public sealed class WorkerSheet(FieldCipher cipher, WorkerCodes codes, RowErrors errors, DateOnly today, int batch)
{
    private const int Longest = 64;

    public static readonly Column Name = new("姓名", "与证件一致；少数民族姓名用“·”分隔，生僻字照录。", Required: true, Example: "沈嘉禾");
    public static readonly Column Kind = new("证件类型", "不填即居民身份证。", Example: "居民身份证") { Choices = [.. PeopleNames.IdKindItems.Select(k => k.Text)] };
    public static readonly Column Number = new("证件号码", "整列设为文本格式；末位 x 大小写均可。同一号码只登记一次。", Required: true, Example: "99010119900101006X") { Also = ["身份证号", "身份证号码", "证件号"] };
    public static readonly Column OfSex = new("性别", "居民身份证、居住证可不填，其他证件必填。", Example: "女") { Choices = ["男", "女"] };
    public static readonly Column Born = new("出生日期", "居民身份证、居住证可不填，其他证件必填。", Example: "1990-01-01");
    public static readonly Column Phone = new("手机号码", "11 位；境外号码带国家代码，如 +85291234567。", Example: "13800005678") { Also = ["手机", "手机号", "联系电话"] };
    public static readonly Column Unit = new("所在单位工会", "写组织编码或全称，须在您的管辖范围内。", Required: true, Example: "E1") { Also = ["单位编码", "单位", "所在单位"] };
    public static readonly Column JoinedOn = new("入会日期", "会籍从这一天起。", Required: true, Example: "2024-03-01");
    public static readonly Column LeftOn = new("离会日期", "会籍的最后一天；仍在会的不填。", Example: "");
    public static readonly Column Card = new("会员证号", "没有可不填。", Example: "ZJ-000001");
    public static readonly Column Occupation = new("职业（工种）", "写职业代码或名称，以系统职业目录为准。", Example: "6-31-01-03") { Also = ["职业", "工种", "职业代码"] };
    public static readonly Column Level = new("技能等级", "八级工的名称。", Example: "高级工");
    public static readonly Column Certificate = new("等级证书编号", "没有可不填。", Example: "");
    public static readonly Column InTradeSince = new("从业起始年份", "从事本职业的第一年，四位数字。", Example: "2012");
    public static readonly Column InsuredSince = new("社保起始月", "本地社保连续缴纳的第一个月。", Example: "2015-07");

    public static readonly IReadOnlyList<Column> Columns =
        [Name, Kind, Number, OfSex, Born, Phone, Unit, JoinedOn, LeftOn, Card, Occupation, Level, Certificate, InTradeSince, InsuredSince];

    /// <summary>Null when a cell is wrong; then the errors have it.</summary>
    public Worker? Read(SheetRow row)
    {
        var name = Try(row, Name, () => PersonName.Read(row[Name]).Value);
        var kind = Try(row, Kind, () => KindOf(row[Kind]));
        var number = errors.Has(row.Number) && kind is null ? null : Try(row, Number, () => IdNumber.Read(kind!.Value, row[Number]));
        var sex = Try(row, OfSex, () => (Sex?)SexOf(number, row[OfSex]));
        var born = Try(row, Born, () => BornOf(number, row.Date(Born)));
        var phone = Try(row, Phone, () => row[Phone].Length == 0 ? null : PhoneNumber.Read(row[Phone]));
        var unit = Try(row, Unit, () => codes.Unit(row[Unit]));
        var joined = Try(row, JoinedOn, () => row.Date(JoinedOn) ?? throw new Refusal("membership.date-missing"));
        var left = Try(row, LeftOn, () => row.Date(LeftOn));
        var insured = Try(row, InsuredSince, () => row.Date(InsuredSince));
        var year = Try(row, InTradeSince, () => YearOf(row[InTradeSince]));
        var occupation = Try(row, Occupation, () => codes.Occupation(row[Occupation]));
        var level = Try(row, Level, () => codes.Level(row[Level]));
        var (card, certificate) = (Try(row, Card, () => Short(row[Card])), Try(row, Certificate, () => Short(row[Certificate])));
        if (errors.Has(row.Number))
        {
            return null;
        }

        var worker = new Worker(name!, kind!.Value, cipher.Seal("worker.id-number", number!.Value), sex!.Value, born!.Value).BroughtBy(batch)
            .Reachable(phone is null ? null : cipher.Seal("worker.phone", phone.Value)).Skilled(occupation, level, certificate, year).Employed(null, insured);
        Try(row, JoinedOn, () => worker.Join(unit!, joined, card));
        Try(row, LeftOn, () => left is { } last ? worker.Leave(last) : worker);
        return errors.Has(row.Number) ? null : worker;
    }

    private T? Try<T>(SheetRow row, Column column, Func<T> rule) => errors.Try(row.Number, column, rule);

    private static IdKind? KindOf(string text) => text switch
    {
        "" or "身份证" => IdKind.ResidentCard,
        "港澳通行证" or "回乡证" => IdKind.HongKongMacauPass,
        "台胞证" => IdKind.TaiwanPass,
        "居住证" => IdKind.ResidencePermit,
        "外国人永居证" or "外国人永久居留证" => IdKind.ForeignPermanentCard,
        _ => PeopleNames.IdKindItems.FirstOrDefault(k => k.Text == text) is { } item ? Enum.Parse<IdKind>(item.Value)
            : throw new Refusal("worker.import-id-kind", string.Join('、', PeopleNames.IdKindItems.Select(k => k.Text))),
    };

    private static Sex SexOf(IdNumber? number, string text)
    {
        var said = text switch { "" => Sex.Unknown, "男" => Sex.Male, "女" => Sex.Female, _ => throw new Refusal("worker.import-sex") };
        var sealedIn = number?.Sex ?? Sex.Unknown;
        Refusal.Unless(said is Sex.Unknown || sealedIn is Sex.Unknown || said == sealedIn, "worker.import-sex-differs");
        Refusal.Unless(number is null || said is not Sex.Unknown || sealedIn is not Sex.Unknown, "worker.sex-missing");
        return sealedIn is Sex.Unknown ? said : sealedIn;
    }

    private DateOnly? BornOf(IdNumber? number, DateOnly? said)
    {
        Refusal.Unless(said is null || number?.BornOn is null || said == number.BornOn, "worker.import-birth-date-differs");
        var born = number?.BornOn ?? said;
        Refusal.Unless(number is null || born is not null, "worker.birth-date-missing");
        Refusal.Unless(born is null || born < today, "worker.birth-date-ahead");
        return born;
    }

    private int? YearOf(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var isYear = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1950 && year <= today.Year;
        return isYear ? year : throw new Refusal("worker.import-year", today.Year);
    }

    private static string? Short(string text)
    {
        Refusal.Unless(text.Length <= Longest, "cell.too-long", Longest);
        return text.Length == 0 ? null : text;
    }
}
