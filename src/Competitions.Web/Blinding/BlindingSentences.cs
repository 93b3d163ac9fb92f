namespace Competitions.Web.Blinding;

internal static class BlindingSentences
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["draw.nobody"] = "还没有选手签到，签到之后才能抽参赛编号。",
        ["draw.layer-out-of-range"] = "没有第 {0} 层加密，应为 1 到 3 层。",
        ["draw.no-such-place"] = "这里没有要抽签的加密层，请刷新后再试。",
        ["draw.event-not-on"] = "赛前准备和竞赛进行中才能抽签。",
        ["draw.there-is-one"] = "这一层已经抽过签；确需重抽的，在原来的抽签里说明原因。",
        ["draw.layer-before"] = "上一层密封之后才能抽这一层。",
        ["draw.second-person"] = "见证人须是另一个人，请由本赛项的监督登录见证。",
        ["draw.not-this"] = "抽签内容与承诺哈希不符，请作废后重抽。",
        ["draw.move-not-allowed"] = "这次抽签已经进行到别的步骤，请刷新。",
        ["draw.reason-missing"] = "重抽要写明原因。",
        ["draw.marked"] = "已经有作品得到给分，不能再重抽。",
        ["draw.built-upon"] = "后一层已经由它抽出，请先重抽后一层。",
        ["draw.not-to-hand-out"] = "这一层没有可以打印的编号：抽签之后、密封之前才能打印。",
        ["draw.not-sealed-yet"] = "密封之后才有密封单，请先密封。",
        ["seal-key.there-is-one"] = "本赛项已有密封钥匙，请监督领取他的一半。",
        ["seal-key.missing"] = "请先生成密封钥匙，并由监督领取他的一半。",
        ["seal-key.second-person"] = "两半钥匙须由两个人分别保管，请监督本人登录领取。",
        ["seal-key.already-taken"] = "监督的一半已被领取，不再显示。",
        ["witness.wrong"] = "见证人的用户名或密码不对，或不是本赛项在任的监督；已绑定动态码的，还要输入此刻的动态码。连续输错 5 次，账号锁定 15 分钟。",
        ["witness.own-password"] = "您自己的密码不对，请重新输入；已绑定动态码的，还要输入此刻的动态码，用过的不能再用。",
        ["code-book.needs-opening"] = "编码已密封，须由加密裁判和监督在解密仪式上一同打开。",
        ["code-book.changed"] = "{0}第 {1} 层的编码表与密封时的哈希不符，不能解密。",
        ["code-book.layer-missing"] = "{0}还有加密层没有密封，不能解密。",
        ["code-book.gap"] = "{0}第 {1} 层缺少上一层的编号，不能解密。",
        ["code-book.works-differ"] = "{0}解出的作品与评过的作品不一致，不能解密。",
        ["opening.not-checking"] = "结束竞赛、评分齐全之后才能解密。",
        ["opening.halves"] = "两半钥匙对不上，请各自核对钥匙单上的 20 位字母和数字。",
        ["opening.not-sealed"] = "{0}第 {1} 层还没有密封，不能解密。",
        ["opening.changed"] = "核对哈希时停下：{0}第 {1} 层的编码表与密封时的哈希不符。没有打开任何编码，请监督封存现场并查明原因。",
        ["opening.ledger-broken"] = "核对评分账本时停下：第 {0} 条与写入时不符。没有打开任何编码，请监督封存现场并查明原因。",
    };
}
