using Competitions.WorkingDays;

namespace Competitions.Craftsmen;

public enum CaseStage
{
    /// <summary>线索.</summary>
    Clue,

    /// <summary>核查中.</summary>
    Verifying,

    /// <summary>陈述申辩期.</summary>
    Hearing,

    /// <summary>已陈述申辩.</summary>
    Stated,

    /// <summary>待审定.</summary>
    Proposed,

    /// <summary>待发文.</summary>
    Approved,

    /// <summary>已撤销.</summary>
    Revoked,

    /// <summary>不予撤销.</summary>
    Dismissed,
}

public enum CaseMove
{
    /// <summary>开始核查.</summary>
    Verify,

    /// <summary>告知核查结果，听取陈述申辩.</summary>
    Notify,

    /// <summary>记录陈述申辩.</summary>
    State,

    /// <summary>拟撤销，报审定.</summary>
    Propose,

    /// <summary>退回核查.</summary>
    Return,

    /// <summary>审定.</summary>
    Approve,

    /// <summary>发文撤销.</summary>
    Decree,

    /// <summary>不予撤销.</summary>
    Dismiss,
}

/// <summary>Every move of a revocation (craftsmen.md §9.1): nobody loses a title unheard, nor by one person's word.</summary>
public static class CaseLifecycle
{
    private static readonly Dictionary<(CaseStage From, CaseMove Move), CaseStage> Table = new()
    {
        [(CaseStage.Clue, CaseMove.Verify)] = CaseStage.Verifying,
        [(CaseStage.Clue, CaseMove.Dismiss)] = CaseStage.Dismissed,
        [(CaseStage.Verifying, CaseMove.Notify)] = CaseStage.Hearing,
        [(CaseStage.Verifying, CaseMove.Dismiss)] = CaseStage.Dismissed,
        [(CaseStage.Hearing, CaseMove.State)] = CaseStage.Stated,
        [(CaseStage.Hearing, CaseMove.Propose)] = CaseStage.Proposed,
        [(CaseStage.Stated, CaseMove.Propose)] = CaseStage.Proposed,
        [(CaseStage.Stated, CaseMove.Dismiss)] = CaseStage.Dismissed,
        [(CaseStage.Proposed, CaseMove.Return)] = CaseStage.Verifying,
        [(CaseStage.Proposed, CaseMove.Approve)] = CaseStage.Approved,
        [(CaseStage.Approved, CaseMove.Decree)] = CaseStage.Revoked,
    };

    public static CaseStage? Next(CaseStage from, CaseMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<CaseMove> MovesFrom(CaseStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    public static bool IsOpen(CaseStage stage) => stage is not (CaseStage.Revoked or CaseStage.Dismissed);

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}

public sealed record CaseMoved(CaseMove Move, CaseStage From, CaseStage To, string By, DateTime At, string Why);

/// <summary>撤销案: from what somebody heard to the document that revokes, or to the word that nothing is in it.</summary>
public sealed class CraftsmanCase
{
    private readonly List<CaseMoved> _history = [];

    private CraftsmanCase()
    {
    }

    /// <param name="ground">Of the rules under which he was named.</param>
    /// <exception cref="Refusal">craftsman-case.not-standing, .ground, .clue-missing</exception>
    public CraftsmanCase(Craftsman of, string ground, string clue, string by, DateTime at)
    {
        Refusal.Unless(of.Stands, "craftsman-case.not-standing");
        Refusal.Unless(of.Rules.Grounds.Contains(ground), "craftsman-case.ground");
        Refusal.Unless(clue.Trim().Length is >= 5 and <= 1000, "craftsman-case.clue-missing");
        (CraftsmanId, OpenOf, Ground, Clue, By, At) = (of.Id, of.Id, ground, clue.Trim(), by, at);
    }

    public int Id { get; private set; }
    public int CraftsmanId { get; private set; }

    /// <summary>The craftsman, unique while it is open: one case at a time.</summary>
    public int? OpenOf { get; private set; }
    public string Ground { get; private set; } = "";
    public string Clue { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>核查结果 as he was told.</summary>
    public string Finding { get; private set; } = "";

    /// <summary>The last day to be heard.</summary>
    public DateOnly? HearBy { get; private set; }
    public string Statement { get; private set; } = "";
    public string Document { get; private set; } = "";
    public CaseStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<CaseMoved> History => _history;

    /// <summary>Who proposed last: another one approves.</summary>
    public string? ProposedBy => _history.LastOrDefault(h => h.Move is CaseMove.Propose)?.By;

    /// <summary>告知: the days to be heard begin on the day after, working days of the rules.</summary>
    public void Notify(string finding, LadderRules rules, WorkingDay calendar, DateOnly today, string by, DateTime at)
    {
        Make(CaseMove.Notify, by, at, finding);
        (Finding, HearBy, Statement) = (finding.Trim(), calendar.After(today, rules.HearingDays), "");
    }

    /// <exception cref="Refusal">craftsman-case.too-late</exception>
    public void State(string statement, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(Stage is not CaseStage.Hearing || today <= HearBy, "craftsman-case.too-late", HearBy!);
        Make(CaseMove.State, by, at, statement);
        Statement = statement.Trim();
    }

    /// <summary>Once he was heard, or let his days pass.</summary>
    /// <exception cref="Refusal">craftsman-case.hearing-runs</exception>
    public void Propose(string why, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(Stage is not CaseStage.Hearing || today > HearBy, "craftsman-case.hearing-runs", HearBy!);
        Make(CaseMove.Propose, by, at, why);
    }

    /// <exception cref="Refusal">craftsman-case.second-person</exception>
    public void Approve(string why, string by, DateTime at)
    {
        Refusal.Unless(by != ProposedBy, "craftsman-case.second-person");
        Make(CaseMove.Approve, by, at, why);
    }

    /// <summary>发文撤销: the title goes with it.</summary>
    /// <exception cref="Refusal">craftsman-case.document-missing</exception>
    public void Decree(Craftsman of, string document, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(document.Trim().Length is > 0 and <= 60, "craftsman-case.document-missing");
        Make(CaseMove.Decree, by, at, document);
        Document = document.Trim();
        of.Revoke(today, by, at, $"{Ground}，{Document}");
    }

    /// <summary>The moves that carry nothing but a reason: verify, return, dismiss.</summary>
    /// <exception cref="Refusal">craftsman-case.move-not-allowed, .reason-missing</exception>
    public void Make(CaseMove move, string by, DateTime at, string why)
    {
        var next = CaseLifecycle.Next(Stage, move) ?? throw new Refusal("craftsman-case.move-not-allowed");
        Refusal.Unless(why.Trim().Length is > 0 and <= 1000, "craftsman-case.reason-missing");
        _history.Add(new CaseMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
        OpenOf = CaseLifecycle.IsOpen(next) ? OpenOf : null;
    }
}
