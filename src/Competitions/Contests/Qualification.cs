namespace Competitions.Contests;

/// <summary>执裁资格: what makes somebody a judge of an occupation (actors.md §3.2: 考评员, 技师+ or mid-level title, W01; W31).</summary>
public enum QualificationKind
{
    /// <summary>考评员.</summary>
    Assessor,

    /// <summary>高级考评员.</summary>
    SeniorAssessor,

    /// <summary>技师.</summary>
    Technician,

    /// <summary>高级技师.</summary>
    SeniorTechnician,

    /// <summary>特级技师、首席技师.</summary>
    ChiefTechnician,

    /// <summary>中级职称.</summary>
    MiddleTitle,

    /// <summary>副高级职称.</summary>
    AssociateTitle,

    /// <summary>正高级职称.</summary>
    FullTitle,

    /// <summary>市级裁判员.</summary>
    CityReferee,

    /// <summary>省级裁判员.</summary>
    ProvinceReferee,

    /// <summary>国家级裁判员.</summary>
    NationalReferee,
}

/// <summary>The ladders side by side. That 考评员, 技师 and mid-level title count alike is W01's; the steps above follow it in the same order [DESIGN].</summary>
public enum QualificationGrade
{
    /// <summary>不要求.</summary>
    None,

    /// <summary>考评员, 技师, 中级职称, 市级裁判员.</summary>
    Basic,

    /// <summary>高级考评员, 高级技师, 副高级职称, 省级裁判员.</summary>
    Senior,

    /// <summary>特级技师, 正高级职称, 国家级裁判员.</summary>
    Highest,
}

/// <param name="Number">Of the certificate, 1 to 60 characters.</param>
/// <param name="ValidUntil">Its last day; null for one that does not end.</param>
/// <param name="By">Who saw it.</param>
public sealed record Qualification(QualificationKind Kind, string Number, DateOnly? ValidUntil, string By, DateTime At)
{
    public const int LongestNumber = 60;

    public QualificationGrade Grade => GradeOf(Kind);

    public static QualificationGrade GradeOf(QualificationKind kind) => kind switch
    {
        QualificationKind.Assessor or QualificationKind.Technician or QualificationKind.MiddleTitle or QualificationKind.CityReferee => QualificationGrade.Basic,
        QualificationKind.SeniorAssessor or QualificationKind.SeniorTechnician or QualificationKind.AssociateTitle or QualificationKind.ProvinceReferee => QualificationGrade.Senior,
        _ => QualificationGrade.Highest,
    };

    public bool IsValidOn(DateOnly day) => ValidUntil is null || day <= ValidUntil;

    /// <summary>Whether it is enough; expired counts as none.</summary>
    public bool Reaches(QualificationGrade least, DateOnly day) => IsValidOn(day) && Grade >= least;
}
