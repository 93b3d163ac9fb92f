using Competitions.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.People;

public static class PeopleNames
{
    private static readonly Dictionary<IdKind, string> Kinds = new()
    {
        [IdKind.ResidentCard] = "居民身份证",
        [IdKind.HongKongMacauPass] = "港澳居民来往内地通行证",
        [IdKind.TaiwanPass] = "台湾居民来往大陆通行证",
        [IdKind.ResidencePermit] = "港澳台居民居住证",
        [IdKind.ForeignPermanentCard] = "外国人永久居留身份证",
        [IdKind.Passport] = "护照",
    };

    private static readonly Dictionary<OrganisationLevel, string> Levels = new()
    {
        [OrganisationLevel.National] = "全国",
        [OrganisationLevel.Province] = "省",
        [OrganisationLevel.City] = "市",
        [OrganisationLevel.District] = "区县",
        [OrganisationLevel.Town] = "镇街",
        [OrganisationLevel.Enterprise] = "企业",
        [OrganisationLevel.Team] = "车间班组",
    };

    public static IReadOnlyList<SelectListItem> IdKindItems { get; } = [.. Kinds.Select(k => new SelectListItem(k.Value, $"{k.Key}"))];

    public static IReadOnlyList<SelectListItem> LevelItems { get; } = [.. Levels.Select(k => new SelectListItem(k.Value, $"{k.Key}"))];

    public static IReadOnlyList<SelectListItem> SexItems { get; } = [new("按证件号码", ""), new("男", "Male"), new("女", "Female")];

    public static string Name(this IdKind kind) => Kinds[kind];

    public static string Name(this OrganisationLevel level) => Levels[level];

    public static string Name(this Sex sex) => sex switch { Sex.Male => "男", Sex.Female => "女", _ => "—" };
}
