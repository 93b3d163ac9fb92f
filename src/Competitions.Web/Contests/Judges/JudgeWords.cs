using Competitions.Contests;

namespace Competitions.Web.Contests.Judges;

/// <summary>How qualifications, relations and what stands against a judge are called on the screen.</summary>
public static class JudgeWords
{
    public static string Name(this QualificationKind kind) => kind switch
    {
        QualificationKind.Assessor => "考评员",
        QualificationKind.SeniorAssessor => "高级考评员",
        QualificationKind.Technician => "技师",
        QualificationKind.SeniorTechnician => "高级技师",
        QualificationKind.ChiefTechnician => "特级技师、首席技师",
        QualificationKind.MiddleTitle => "中级职称",
        QualificationKind.AssociateTitle => "副高级职称",
        QualificationKind.FullTitle => "正高级职称",
        QualificationKind.CityReferee => "市级裁判员",
        QualificationKind.ProvinceReferee => "省级裁判员",
        _ => "国家级裁判员",
    };

    public static string Name(this QualificationGrade grade) => grade switch
    {
        QualificationGrade.None => "不要求",
        QualificationGrade.Basic => "考评员、技师、中级职称、市级裁判员以上",
        QualificationGrade.Senior => "高级考评员、高级技师、副高级职称、省级裁判员以上",
        _ => "特级技师、正高级职称、国家级裁判员",
    };

    public static string Name(this Relation relation) => relation switch { Relation.Kin => "亲属", Relation.Apprentice => "师徒", Relation.Interest => "合作或利益", _ => "其他" };

    public static string Name(this JudgeConflict conflict) => conflict switch
    {
        JudgeConflict.TakesPart => "本人参赛或领队",
        JudgeConflict.Coach => "选手的教练",
        JudgeConflict.SameUnit => "与选手同单位",
        JudgeConflict.Kin => "申报的亲属关系",
        JudgeConflict.Apprentice => "申报的师徒关系",
        JudgeConflict.Interest => "申报的合作或利益关系",
        JudgeConflict.Related => "申报的其他关系",
        JudgeConflict.Recused => "已同意回避",
        _ => "申请回避，待处理",
    };

    public static string Name(this JudgeLack lack) => lack is JudgeLack.Qualification ? "执裁资格不符" : "未参加赛前培训";

    public static string Name(this RecusalStage stage) => stage switch { RecusalStage.Asked => "待处理", RecusalStage.Granted => "已同意回避", RecusalStage.Declined => "不需回避", _ => "本人已撤回" };

    public static string Shape(this RecusalStage stage) => stage switch { RecusalStage.Asked => "st-wait", RecusalStage.Granted => "st-warn", RecusalStage.Declined => "st-ok", _ => "st-off" };

    public static string Name(this RecusalMove move) => move switch { RecusalMove.Grant => "同意回避", RecusalMove.Decline => "不需回避", _ => "撤回" };

    /// <summary>Whom it is about, as he wrote it.</summary>
    public static string Whom(this Declaration declared) => (declared.Person, declared.UnitName) switch { ({ } person, { } unit) => $"{person}（{unit}）", ({ } person, null) => person, (_, var unit) => $"{unit}（整个单位）" };

    /// <summary>须回避：与选手同单位、申报的亲属关系; empty where nothing stands against him.</summary>
    /// <param name="panels">In one of these; 0 for any that is still to be made.</param>
    /// <param name="himself">Who reads it is the judge: what it would tell him of the entries is left out.</param>
    public static string Against(this JudgeStanding standing, IEnumerable<int> panels, bool himself)
    {
        var all = panels.SelectMany(p => standing.Conflicts(p, himself)).Distinct().Order().ToList();
        var aside = string.Join('、', all.Where(c => c is not JudgeConflict.AsksRecusal).Select(c => c.Name()));
        var asks = all.Contains(JudgeConflict.AsksRecusal) ? JudgeConflict.AsksRecusal.Name() : "";
        return string.Join('；', new[] { aside.Length > 0 ? $"须回避：{aside}" : "", asks }.Concat(standing.Lacks.Select(l => l.Name())).Where(w => w.Length > 0));
    }
}
