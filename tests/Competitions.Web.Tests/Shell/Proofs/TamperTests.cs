using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell.Proofs;

/// <summary>What one who holds the files can do, done, and the sentence with which <c>verify</c> names it.</summary>
public sealed class TamperTests
{
    private const string Result = "成绩 WELD/final/workers 第 1 份";

    [Fact]
    public async Task An_untouched_copy_fits_and_nothing_is_written()
    {
        using var proved = await Proved.Copy();
        var before = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(proved.Database)));
        var signed = (await File.ReadAllLinesAsync(proved.Heads)).Length;

        var (exit, output) = await proved.Verify();

        Assert.True(exit == 0, output);
        Assert.EndsWith("\n全部相符。\n", output, StringComparison.Ordinal);
        foreach (var said in (string[])[$"签名：{signed} 个，自 2026-06-01 09:00 起", "账本 WELD：12 行，签名链尾 2 个。相符", "加密编码表：3 份，其中已解密 3 份。相符", "成绩：1 份 6 行，逐份由账本按当时的规则重算。相符", "公示：1 份 6 行。相符", "荣誉：4 项由成绩得出，逐项核对。相符", "证书：4 张，与荣誉和电子指纹逐张核对。相符"])
        {
            Assert.Contains(said, output, StringComparison.Ordinal);
        }

        Assert.Equal(before, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(proved.Database))));
        Assert.Equal(["competitions.db", "signed-heads.jsonl", "signing.key"], Directory.GetFiles(proved.Folder).Select(Path.GetFileName).Where(f => !f!.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("-wal", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE Marks SET Value = '1.0' WHERE Sequence = 3", "账本 WELD 第 3 行与写入时不一致，内容被改动过")]
    [InlineData("DELETE FROM Marks WHERE Sequence = 4", "账本 WELD 第 4 行缺失，被删去了")]
    [InlineData("UPDATE Marks SET Sequence = CASE Sequence WHEN 2 THEN -5 ELSE -2 END WHERE Sequence IN (2, 5); UPDATE Marks SET Sequence = -Sequence WHERE Sequence < 0", "账本 WELD 第 2 行错位，它写入时是第 5 行")]
    [InlineData("DELETE FROM Marks WHERE Sequence > 9; UPDATE LedgerHeads SET Sequence = 9, Hash = (SELECT Hash FROM Marks WHERE Sequence = 9)", "账本 WELD 从第 10 行起被截去，2026-06-01 09:00 签名时已有 12 行")]
    [InlineData("DELETE FROM LedgerHeads", "账本 WELD 的账本头不在了")]
    [InlineData("UPDATE Audit SET Why = 'nothing to see' WHERE Sequence = 3", "审计第 3 行与写入时不一致，内容被改动过")]
    [InlineData("DELETE FROM Audit WHERE Sequence = 4", "审计第 4 行缺失，被删去了")]
    [InlineData("UPDATE Audit SET Sequence = CASE Sequence WHEN 2 THEN -5 ELSE -2 END WHERE Sequence IN (2, 5); UPDATE Audit SET Sequence = -Sequence WHERE Sequence < 0", "审计第 2 行错位，它写入时是第 5 行")]
    [InlineData("UPDATE Results SET Basis = replace(Basis, '一等奖', '特等奖')", Result + "的规则与发布时签名的不符，被改动过")]
    [InlineData("UPDATE Results SET Basis = replace(Basis, '选手01', '选手99')", Result + "的参赛名册、违纪处理或并列次序与发布时签名的不符，被改动过")]
    [InlineData("UPDATE Results SET EventTitle = '电工'", Result + "的标题、发布时间或校验值与发布时签名的不符，被改动过")]
    [InlineData("UPDATE Results SET Seal = replace(Seal, substr(Seal, 1, 8), '00000000')", Result + "的成绩行与校验值不符，被改动过")]
    [InlineData("DELETE FROM Results", Result + "不在了，2026-06-01 签名时已发布")]
    [InlineData("UPDATE Results SET Stage = 'Superseded'", Result + "的状态不对，应是已发布")]
    [InlineData("UPDATE NoticeRows SET Cells = replace(Cells, '一等奖', '二等奖') WHERE Cells LIKE '%一等奖%'", "公示 1（TITLE）第 1 行与签名时的不符，被改动过")]
    [InlineData("UPDATE PublicNotices SET EndsOn = '2026-06-02'", "公示 1（TITLE）的标题、日期或栏目与签名时的不符，被改动过")]
    [InlineData("UPDATE Honours SET Name = '二等奖' WHERE Rank = 1", "荣誉 1（WELD 二等奖 第 1 名）与成绩不符：成绩是一等奖")]
    [InlineData("UPDATE Honours SET Rank = 9 WHERE Rank = 1", "荣誉 1（WELD 一等奖 第 9 名）与成绩不符：成绩是第 1 名")]
    [InlineData("UPDATE Honours SET HolderName = '另一人' WHERE Rank = 1", "荣誉 1（WELD 一等奖 第 1 名）的姓名或单位与成绩不符")]
    [InlineData("DELETE FROM Honours WHERE Rank = 1; DELETE FROM Certificates WHERE Sequence = 1", "赛项 WELD 第 1 名的一等奖没有对应的荣誉")]
    [InlineData("UPDATE Certificates SET Text = replace(Text, '一等奖', '特等奖') WHERE Sequence = 1", "证书 临总工赛证〔2026〕第 0001 号与电子指纹不符，被改动过")]
    [InlineData("DELETE FROM Certificates WHERE Sequence = 2", "证书 临总工赛证〔2026〕第 0002 号 不在了")]
    [InlineData("DELETE FROM Certificates WHERE Sequence = 4", "证书 临总工赛证〔2026〕第 0004 号 不在了")]
    [InlineData("UPDATE CodeDraws SET Box = x'00' WHERE Layer = 3", "加密编码表 WELD practical 第 3 层第 1 次的密封件与签名时的不符，被改动过")]
    [InlineData("UPDATE CodeDraws SET Text = replace(Text, '01', '02') WHERE Layer = 2", "加密编码表 WELD practical 第 2 层第 1 次的明文与签名时的不符，被改动过")]
    [InlineData("UPDATE CodeDraws SET Witness = 'somebody' WHERE Layer = 1", "加密编码表 WELD @final 第 1 层第 1 次的办理人、见证人或时间与签名时的不符，被改动过")]
    public async Task What_was_planted_is_the_first_thing_that_does_not_fit(string sql, string named)
    {
        using var proved = await Proved.Copy();
        proved.Plant(sql.Split("; "));

        Assert.Equal(named.Replace("TITLE", await proved.With(db => db.PublicNotices.Select(n => n.Title).SingleOrDefaultAsync()), StringComparison.Ordinal), await First(proved));
    }

    /// <summary>Put in as one who knows how lines are chained would do it, the head moved on with it.</summary>
    [Fact]
    public async Task A_line_that_was_put_into_the_ledger_is_named()
    {
        using var proved = await Proved.Copy();
        var lines = await proved.With(db => db.Marks.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());
        proved.Plant("UPDATE Marks SET Sequence = -Sequence - 1 WHERE Sequence >= 5", "UPDATE Marks SET Sequence = -Sequence WHERE Sequence < 0", "UPDATE LedgerHeads SET Sequence = Sequence + 1");
        await proved.With(db =>
        {
            db.Add((lines[4] with { Id = Guid.NewGuid(), Value = 100 }).Sealed());
            return db.SaveChangesAsync();
        });
        Assert.Equal("账本 WELD 第 5 行是后来插入的", await First(proved));
    }

    [Fact]
    public async Task A_line_that_was_put_into_the_audit_is_named()
    {
        using var proved = await Proved.Copy();
        var lines = await proved.With(db => db.Audit.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());
        proved.Plant("UPDATE Audit SET Sequence = -Sequence - 1 WHERE Sequence >= 5", "UPDATE Audit SET Sequence = -Sequence WHERE Sequence < 0", "UPDATE AuditHeads SET Sequence = Sequence + 1");
        await proved.With(db =>
        {
            db.Add((lines[4] with { Why = "other" }).Sealed());
            return db.SaveChangesAsync();
        });
        Assert.Equal("审计第 5 行是后来插入的", await First(proved));
    }

    [Fact]
    public async Task A_ledger_that_was_reckoned_anew_from_a_changed_line_on_is_found_by_what_was_signed()
    {
        using var proved = await Proved.Copy();
        await Anew(proved);
        Assert.Equal("账本 WELD 被重算过，第 7 至 12 行之间有改动，第 12 行与 2026-06-01 09:00 签名时的不符", await First(proved));
    }

    /// <summary>What was signed of it is gone; what the result was computed from still stands against it.</summary>
    [Fact]
    public async Task Without_the_signed_heads_it_is_said_what_cannot_be_proved_and_the_rest_is_checked_all_the_same()
    {
        using var proved = await Proved.Copy();
        File.Delete(proved.Heads);
        var (exit, output) = await proved.Verify();
        Assert.Equal(1, exit);
        Assert.EndsWith("不相符，首先是：签名文件不在了，不能再证明链尾没有被截去、链没有被重算。\n", output, StringComparison.Ordinal);
        Assert.Equal(7, output.Split('\n').Count(l => l.EndsWith("。相符。", StringComparison.Ordinal)));

        await Anew(proved);
        Assert.Contains("账本 WELD 被重算过，第 1 至 12 行之间有改动，第 12 行与 2026-06-01 09:00 解密时的不符", (await proved.Verify()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_whose_tail_was_cut_or_that_was_reckoned_anew_is_found_by_what_was_signed()
    {
        using var proved = await Proved.Copy();
        var (lines, signed) = (await proved.With(db => db.Audit.AsNoTracking().OrderBy(l => l.Sequence).ToListAsync()), Signed(proved, "audit"));
        var last = signed[^1];
        Assert.Equal(lines.Count, last);
        proved.Plant($"DELETE FROM Audit WHERE Sequence >= {last}", $"UPDATE AuditHeads SET Sequence = {last - 1}, Hash = (SELECT Hash FROM Audit WHERE Sequence = {last - 1})");
        Assert.Equal($"审计从第 {last} 行起被截去，2026-06-09 00:00 签名时已有 {last} 行", await First(proved));

        var anew = new List<AuditLine>();
        foreach (var line in lines)
        {
            anew.Add((line with { Why = line.Sequence == 2 ? "other" : line.Why, HashBefore = anew.Count == 0 ? "" : anew[^1].Hash }).Sealed());
        }

        proved.Plant("DELETE FROM Audit", $"UPDATE AuditHeads SET Sequence = {last}, Hash = '{anew[^1].Hash}'");
        await proved.With(db =>
        {
            db.AddRange(anew);
            return db.SaveChangesAsync();
        });
        var (held, against) = (signed.LastOrDefault(s => s < 2), signed.First(s => s >= 2));
        Assert.StartsWith($"审计被重算过，第 {held + 1} 至 {against} 行之间有改动，第 {against} 行与 2026-06-0", await First(proved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_a_result_is_named_by_its_number_and_what_it_should_be_even_with_its_seal_made_anew()
    {
        using var proved = await Proved.Copy();
        var number = await proved.With(db => db.Results.SelectMany(r => r.Lines).Where(l => l.Order == 1).Select(l => l.Number).SingleAsync());
        proved.Plant("UPDATE ResultLines SET Rank = 4 WHERE \"Order\" = 1");
        await proved.With(async db =>
        {
            var result = await db.Results.AsNoTracking().SingleAsync();
            return await db.Results.ExecuteUpdateAsync(set => set.SetProperty(r => r.Seal, Competitions.Results.Result.SealOf(result.Basis.Source, result.Lines.OrderBy(l => l.Order))));
        });
        Assert.Equal($"{Result} {number} 号的名次与账本不符：现存 第 4 名，按账本和当时的规则重算是 第 1 名", await First(proved));
    }

    [Fact]
    public async Task A_work_that_was_given_to_another_is_named()
    {
        using var proved = await Proved.Copy();
        var pair = await proved.With(db => db.CodeBook.Where(l => l.Module == "practical").OrderBy(l => l.Id).Take(2).ToListAsync());
        proved.Plant($"UPDATE CodeBook SET EntryId = -1 WHERE Id = {pair[0].Id}", $"UPDATE CodeBook SET EntryId = {pair[0].EntryId} WHERE Id = {pair[1].Id}", $"UPDATE CodeBook SET EntryId = {pair[1].EntryId} WHERE Id = {pair[0].Id}");
        Assert.Equal($"作品 {pair[0].Work}（WELD practical）的归属与解密的编码表不符", await First(proved));
    }

    [Fact]
    public async Task A_certificate_with_a_fingerprint_to_match_does_not_match_its_honour()
    {
        using var proved = await Proved.Copy();
        proved.Plant("UPDATE Certificates SET Text = replace(Text, '一等奖', '特等奖') WHERE Sequence = 1");
        await proved.With(async db =>
        {
            var certificate = await db.Certificates.AsNoTracking().SingleAsync(c => c.Sequence == 1);
            return await db.Certificates.Where(c => c.Sequence == 1).ExecuteUpdateAsync(set => set.SetProperty(c => c.Fingerprint, certificate.FingerprintNow()));
        });
        Assert.Equal("证书 临总工赛证〔2026〕第 0001 号写的“特等奖·第一名”与荣誉不符", await First(proved));
    }

    [Fact]
    public async Task A_notice_with_a_seal_to_match_is_not_what_was_signed()
    {
        using var proved = await Proved.Copy();
        proved.Plant("UPDATE NoticeRows SET Cells = replace(Cells, '一等奖', '二等奖') WHERE Cells LIKE '%一等奖%'");
        var title = await proved.With(async db =>
        {
            var notice = await db.PublicNotices.AsNoTracking().SingleAsync();
            await db.PublicNotices.ExecuteUpdateAsync(set => set.SetProperty(n => n.Seal, notice.SealNow()));
            return notice.Title;
        });
        Assert.Equal($"公示 1（{title}）第 1 行与签名时的不符，被改动过", await First(proved));
    }

    [Theory]
    [InlineData("edited", "签名文件第 2 行签名不符，这一行被改动过")]
    [InlineData("taken out", "签名文件第 2 行与它前面的一行不相扣，中间有行被删去或改动")]
    [InlineData("exchanged", "签名文件第 2 行与它前面的一行不相扣，中间有行被删去或改动")]
    public async Task The_signed_heads_hold_each_other(string what, string named)
    {
        using var proved = await Proved.Copy();
        var lines = (await File.ReadAllLinesAsync(proved.Heads)).ToList();
        if (what == "edited")
        {
            lines[1] = lines[1].Replace("\"sequence\":", "\"sequence\":1", StringComparison.Ordinal);
        }
        else if (what == "taken out")
        {
            lines.RemoveAt(1);
        }
        else
        {
            (lines[1], lines[2]) = (lines[2], lines[1]);
        }

        await File.WriteAllLinesAsync(proved.Heads, lines);
        Assert.Equal(named, await First(proved));
    }

    [Fact]
    public async Task A_head_that_was_signed_with_another_key_is_none()
    {
        using var proved = await Proved.Copy();
        File.Delete(proved.Key);
        Assert.Equal("签名钥匙不在，签名不能核对", await First(proved));
        Assert.False(File.Exists(proved.Key));

        using var other = Competitions.Web.Shell.Proofs.SigningKey.FromFile(proved.Key);
        Assert.StartsWith("签名文件第 1 行由另一把钥匙（", await First(proved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_half_written_when_the_power_went_is_said_and_does_no_harm()
    {
        using var proved = await Proved.Copy();
        await File.AppendAllTextAsync(proved.Heads, "{\"chain\":\"audit\",\"seq");
        var (exit, output) = await proved.Verify();
        Assert.True(exit == 0, output);
        Assert.Contains("1 行只写了一半（断电所致），不计", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_checks_needs_the_public_key_alone()
    {
        using var proved = await Proved.Copy();
        using var key = Competitions.Web.Shell.Proofs.SigningKey.Read(proved.Key)!;
        File.Delete(proved.Key);
        var open = Path.Combine(proved.Folder, "public.pem");
        await File.WriteAllTextAsync(open, key.PublicPem);
        var (exit, output) = await proved.Verify($"--SigningKey={open}");
        Assert.True(exit == 0, output);
    }

    private static async Task<string> First(Proved proved)
    {
        var (exit, output) = await proved.Verify();
        Assert.Equal(1, exit);
        return output.TrimEnd('\n').Split('\n')[^1].Replace("不相符，首先是：", "", StringComparison.Ordinal).TrimEnd('。');
    }

    /// <summary>Line 8 changed, and all hashes from there on made to fit, the head's too.</summary>
    private static async Task Anew(Proved proved)
    {
        var lines = await proved.With(db => db.Marks.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());
        var anew = new List<Mark>();
        foreach (var line in lines)
        {
            anew.Add((line with { Value = line.Sequence == 8 ? 100 : line.Value, HashBefore = anew.Count == 0 ? "" : anew[^1].Hash }).Sealed());
        }

        proved.Plant("DELETE FROM Marks", $"UPDATE LedgerHeads SET Hash = '{anew[^1].Hash}'");
        await proved.With(db =>
        {
            db.AddRange(anew);
            return db.SaveChangesAsync();
        });
    }

    private static List<long> Signed(Proved proved, string chain) => [.. File.ReadLines(proved.Heads).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement)
        .Where(l => l.GetProperty("chain").GetString() == chain).Select(l => l.GetProperty("sequence").GetInt64())];
}
