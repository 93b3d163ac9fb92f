using Competitions.Honours;
using Competitions.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Programmes;

/// <summary>What the naming of one kind does in that kind's own room: a studio begins, a place on the ladder is taken. A kind without one ends in the register of honours.</summary>
public interface INamingEffect
{
    string Kind { get; }

    /// <summary>What stands against it in that room today; the sentences stand with the kind's checks.</summary>
    Task<IReadOnlyList<Finding>> Check(Application application, Call call) => Task.FromResult<IReadOnlyList<Finding>>([]);

    /// <summary>What a question of its form is answered from, by the question's key, where that is kept in its room.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>>> Choices(Application application) => Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>>>(new Dictionary<string, IReadOnlyList<SelectListItem>>());

    /// <summary>In the transaction that names, once an application. What it refuses names none.</summary>
    /// <param name="honours">As they were granted, stored a moment ago; none where everybody held the title already.</param>
    Task Named(Application application, Call call, IReadOnlyList<Honour> honours, string by, DateTime at);
}
