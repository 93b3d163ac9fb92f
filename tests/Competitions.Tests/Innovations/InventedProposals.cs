using System.Globalization;
using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

/// <summary>
/// Proposals as workers write them, from a seed. Within a trade they share machines, troubles and remedies, and over all trades the phrases
/// of every such paper, whole sentences of them; each is still a paper of its own.
/// </summary>
internal sealed class InventedProposals(int seed)
{
    private static readonly string[] Titles =
    [
        "{m}{p}[改造|改进|革新]", "关于[改进|优化|完善]{m}{p}的建议", "{m}加装{a}", "[解决|消除|减少]{m}{f0}的[小改革|办法|做法]", "{p}防护装置的设计与应用", "{m}{p}{a}的[研制|制作]", "[优化|规范]{l}{m}作业方法的建议", "一种用于{m}的{a}",
        "{l}{m}节能降耗小改造", "缩短{m}{p}更换时间的[做法|窍门]", "{a}在{m}上的[应用|试用]", "防止{f0}的{a}", "{m}{p}[一键|快速]复位", "谈{l}{m}{f0}怎么治",
    ];

    private static readonly string[] Problems =
    [
        "{l}现有{m}{n}台，[长期|一直|多年来]存在{f}的问题。", "在[日常生产|交接班检查|旺季赶工]中，{m}的{p}[经常|时常|屡次]出现{f}。", "{m}{p}使用{n}年后，{f}。", "据{l}台账统计，[去年|上半年|三季度]因{f0}停机{n}次，每次约{n}分钟。",
        "[原来|以往|早先]的做法是{c}，[操作工|班组|徒弟们]劳动强度大。", "究其原因，[主要|多半]是{c}。", "由于{c}，同样的[问题|毛病|故障]反复发生。", "{c}，[新员工|轮岗人员|实习生]更难掌握。", "每[处理|排除|修复]一次需{n}人配合，耗时{n}分钟，影响了后道工序。",
        "{f0}还会[引起|牵连]{p}损坏，每年更换{n}套，费用约{n}元。", "班组曾试过更换{p}，效果维持不到{n}天。", "夜班人手少，出现{f0}时只能等白班处理。", "客户两次[投诉|来函]，都与{f0}有关。", "雨季和高温天气里，{f0}比平时多出近{n}成。",
        "我在{l}干了{n}年，[看到|发现]{m}停下来十有八九是因为{p}。", "巡检时听见{p}有异响，拆开一看，[果然|原来]是{c}。", "说明书要求每{n}天保养{p}，[实际|现场]根本做不到。", "{p}的备件要从外地[调货|订购]，等货期间整条线跟着停。", "眼下用{n}根铁丝临时固定{p}，既不好看也不保险。",
        "同行的厂家早就不这样用{m}了。", "设备厂家[报价|答复]要换整套{m}，得花{n}万元。", "大家嘴上不说，心里都[怕|躲着]碰{m}的{p}。", "从{n}份维修单看，{p}占了将近一半。", "{f0}之后[现场|地面]要清扫，{n}个人忙半个班。", "{m}左右两侧{p}的[状态|松紧]不一样，[师傅|老工人]靠手感补偿。",
        "一旦{f0}，物料[只能|不得不]降级处理。", "[质检|安环]部门把{f0}列入了重点整改清单。", "{c}，图纸上却没有反映。", "{p}离操作台有{n}米，来回走一趟就误了时机。", "上次大修没有动{p}，[隐患|老毛病]留到了现在。",
    ];

    private static readonly string[] Measures =
    [
        "在{p}处加装{a}，与原有管线互不影响。", "自制{a}，安装在{m}的{p}上，用{n}颗螺栓固定。", "把{p}由固定式改为可拆式，更换时间由{n}分钟缩短到{n}分钟。", "利用废旧材料加工{a}，单套成本{n}元。", "将{p}的间隙由{n}mm调整为{n}mm，并{k}。",
        "编制{m}作业指导书，明确由[班长|机长|当班师傅]{k}。", "在{p}旁增设看板，要求操作工{k}。", "为{m}增加{a}，出现{f0}时自动[报警|停机|提示]。", "改变{p}的安装角度{n}度，避免{f0}。", "对{n}台{m}逐台改造，先在{l}试用{n}天，再推广。",
        "取消原有的人工环节，改由{a}完成。", "制作专用工装，使{p}一次装到位。", "{p}改用[耐磨|轻质|防腐]材料，厚度{n}mm。", "建立点检表，{k}。", "画出{p}的受力图，把支点往[里|外]挪{n}mm。", "请电工在控制回路里串一个[时间|中间]继电器，{p}未到位就不能启动。",
        "把{n}个零件合成一个，{p}不再需要对孔。", "用{a}代替原来的弹簧，[行程|压力]从此看得见。", "与[设备部|技术组|供应商]一起试了三种方案，最后选定{a}。", "{p}外侧开一个检修窗，不用拆罩壳就能{k}。", "每逢换品种，先松{p}再调{a}，次序写在机台上。", "在{m}入口装一道{a}，把[杂物|异物|水汽]挡在外面。",
        "{a}的尺寸按现场实测，{n}台通用。", "让{p}随{m}一起动作，省去一次[搬运|等待|找正]。", "把易损的{p}做成抽屉式，单人{n}分钟换好。", "给{p}涂上[红黄绿三色|荧光]刻线，[偏了|松了]一眼就能看出。", "规定停机超过{n}小时必须{k}，由班组长签字。", "原来的{p}掉头再用，寿命延长近一倍。",
        "[借用|改造]报废{m}上的零件，做成{a}。", "电机换成变频控制，{p}按负荷自动调速。", "把{c}的做法[停掉|改掉]，改为{k}。", "试用{n}周后[回访|开会]，又把{a}加高了{n}mm。", "在{p}两端各加一道密封，渗下来的集中到{a}。", "{l}先做样板，其余工段照图施工。", "[手机|平板]扫码登记{p}状态，到期自动提醒{k}。", "师傅带着徒弟演练{n}遍，人人会用{a}。",
    ];

    private static readonly string[] Phrases =
    [
        "该项改进提高了生产效率，降低了成本。", "改造后减轻了职工的劳动强度，改善了作业环境。", "投入少，见效快，具有较好的推广价值。", "实施以来运行稳定，得到了车间和班组的一致好评。", "消除了安全隐患，保障了职工的人身安全。",
        "预计每年可节约费用{n}元。", "产品一次合格率由{n}%提高到{n}%。", "每年可减少停机{n}小时。", "建议在同类设备上推广应用。", "经济效益和社会效益明显。", "符合公司精益生产和节能减排的要求。", "结构简单，制作方便，维护量小。",
    ];

    private static readonly string[] Kinds = ["", "简易", "新型", "可拆式", "磁吸式", "折叠", "双工位", "手动", "自锁", "带灯", "通用型", "小型", "悬挂式"];

    private static readonly string[] Times = ["", "每班", "每周", "交接班时", "开机前", "换线后", "月底", "抽空"];

    private readonly Random _random = new(seed);

    public InnovationText Next()
    {
        var trade = Of(InventedTrade.All);
        var (machine, part, fault, place) = (Of(trade.Machines), Of(trade.Parts), Of(trade.Faults), Of(trade.Places));
        return new InnovationText(
            Fill(Of(Titles)).TrimEnd('。'),
            string.Concat(Some(Problems, 3, 6).Select(Fill)),
            string.Concat(Some(Measures, 3, 6).Concat(Some(Phrases, 1, 4)).Select(Fill)));

        string Fill(string template) => Numbered(template.Replace("{m}", machine, StringComparison.Ordinal).Replace("{p}", part, StringComparison.Ordinal).Replace("{l}", place, StringComparison.Ordinal)
            .Replace("{f0}", fault.Split('，')[0], StringComparison.Ordinal).Replace("{f}", fault, StringComparison.Ordinal).Replace("{c}", Of(trade.Causes), StringComparison.Ordinal)
            .Replace("{a}", Of(Kinds) + Of(trade.Additions), StringComparison.Ordinal).Replace("{k}", Of(Times) + Of(trade.Checks), StringComparison.Ordinal));
    }

    /// <summary>A sentence that any paper may have.</summary>
    public string Phrase() => Numbered(Of(Phrases));

    /// <summary>One of the words in brackets, and a number for each {n}.</summary>
    private string Numbered(string text)
    {
        while (text.IndexOf('[') is >= 0 and var from)
        {
            var to = text.IndexOf(']', from);
            text = string.Concat(text.AsSpan(0, from), Of(text[(from + 1)..to].Split('|')), text.AsSpan(to + 1));
        }

        while (text.IndexOf("{n}", StringComparison.Ordinal) is >= 0 and var at)
        {
            text = string.Concat(text.AsSpan(0, at), _random.Next(2, 99).ToString(CultureInfo.InvariantCulture), text.AsSpan(at + 3));
        }

        return text;
    }

    private IEnumerable<string> Some(string[] from, int least, int most) => Shuffled(from).Take(_random.Next(least, most + 1));

    private string[] Shuffled(string[] from)
    {
        string[] copy = [.. from];
        _random.Shuffle(copy);
        return copy;
    }

    private string Of(string[] from) => from[_random.Next(from.Length)];

    private InventedTrade Of(InventedTrade[] from) => from[_random.Next(from.Length)];
}
