using Competitions.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Competitions.Web.Contests.Promotions;

/// <summary>What the form shows beside what is typed in it.</summary>
public sealed record PromotionFormPage(Event Event, IReadOnlyList<SourceChoice> Sources, SourceChoice? Chosen, PromotionPreview? Preview);

/// <summary>The sources to choose from, and what the rule in the form would make of the one that is chosen.</summary>
public sealed class PromotionFormParts(EntryDesk desk, PromotionSources sources, PromotionDesk promotions)
{
    public async Task<PromotionFormPage> For(string code, PromotionForm form, ModelStateDictionary state)
    {
        var place = await desk.At(code);
        var choices = form.Id is { } id ? [Kept(await promotions.Load(place.Event, id))] : await sources.For(place.Event);
        form.Source ??= choices.Count > 0 ? choices[0].Key : null;
        var chosen = choices.SingleOrDefault(c => c.Key == form.Source);
        return new PromotionFormPage(place.Event, choices, chosen, chosen is null ? null : await Preview(place.Event, chosen, form, state));
    }

    /// <summary>Of a list that exists the source stays.</summary>
    private static SourceChoice Kept(PromotionList list) => new(
        PromotionDetails.KeyOf(list), "来源", list.SourceTitle, new PromotionSource(list.SourceEventId, list.SourceRound, list.SourceGroup, list.SourceSheetId, list.SourceTitle), list.Round);

    private async Task<PromotionPreview> Preview(Event to, SourceChoice chosen, PromotionForm form, ModelStateDictionary state)
    {
        var code = chosen.Round is null ? form.Group ?? to.Groups[0].Code : chosen.Source.Group;
        var wrong = state.Where(s => s.Key.Length > 0).SelectMany(s => s.Value!.Errors).FirstOrDefault();
        return to.Groups.FirstOrDefault(g => g.Code == code) is not { } group ? PromotionPreview.No(Sentences.For("promotion.no-such-group"))
            : wrong is not null ? PromotionPreview.No(wrong.ErrorMessage)
            : PromotionPreview.Of(form.Rule(), await sources.Rank(chosen.Source), group);
    }
}
