namespace Competitions;

/// <summary>How a share of a field becomes a whole number of places.</summary>
public enum CountRounding
{
    Down,
    HalfUp,
    Up,
}

/// <summary>并列跨线时: 扩大名额 · 不扩大（整组落入下一等）· 须先分出先后.</summary>
public enum BorderTie
{
    Widen,
    Narrow,
    Decide,
}
