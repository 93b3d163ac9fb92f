namespace Competitions.Web.Shell.Proofs;

/// <summary>What is wrong with a chain, in words.</summary>
public static class ChainWords
{
    /// <param name="chain">审计, 账本 WELD.</param>
    public static string Sentence(this ChainFault fault, string chain) => fault.Kind switch
    {
        ChainFaultKind.Edited => $"{chain}第 {fault.Line} 行与写入时不一致，内容被改动过",
        ChainFaultKind.Missing => $"{chain}第 {fault.Line} 行缺失，被删去了",
        ChainFaultKind.Inserted => $"{chain}第 {fault.Line} 行是后来插入的",
        ChainFaultKind.Moved => $"{chain}第 {fault.Line} 行错位，它写入时是第 {fault.Other} 行",
        ChainFaultKind.TailCut => $"{chain}从第 {fault.Line} 行起被截去，{Said(fault.Against!)}已有 {fault.Against!.Sequence} 行",
        _ => $"{chain}被重算过，第 {fault.Line} 至 {fault.Against!.Sequence} 行之间有改动，第 {fault.Against.Sequence} 行与 {Said(fault.Against)}的不符",
    };

    private static string Said(Anchor anchor) => anchor.Of switch
    {
        AnchorOf.Result => $"{anchor.At.Moment()} 汇总成绩时",
        AnchorOf.Opening => $"{anchor.At.Moment()} 解密时",
        _ => $"{anchor.At.Moment()} 签名时",
    };
}
