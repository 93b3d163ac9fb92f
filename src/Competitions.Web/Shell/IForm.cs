namespace Competitions.Web.Shell;

/// <summary>What a person fills in. A form that is refused comes back with what was typed.</summary>
#pragma warning disable CA1040 // a mark, so that the filter knows a form when it sees one
public interface IForm;

/// <summary>A controller whose form offers more than was typed: what it chooses from is read anew when the form comes back.</summary>
public interface IFills
{
    Task Fill(IForm form);
}

/// <summary>What the address names is not there, or is not for the caller to know of.</summary>
#pragma warning disable CA1032, CA1710
public sealed class Missing : Exception
{
    public static T Unless<T>(T? found) where T : class => found ?? throw new Missing();
}
