using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Competitions.Web.Shell.TagHelpers;

/// <summary>
/// <c>&lt;field asp-for="Name" hint="…" unit="人" width="w8" items="…" rows="4" /&gt;</c>: label above, then hint, error and
/// control, tied together for a screen reader. The label is the property's Display name unless given.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>The input's type; from the property's type where not given.</summary>
    public string? Type { get; set; }

    public string? Unit { get; set; }

    /// <summary>A width of the theme: w4, w8, w12.</summary>
    public string? Width { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>More than none makes a text area.</summary>
    public int Rows { get; set; }

    /// <summary>Set where what is missing is no error.</summary>
    public bool Optional { get; set; }

    public string? Placeholder { get; set; }

    public string? Autocomplete { get; set; }

    public string? List { get; set; }

    public bool Disabled { get; set; }

    public bool Autofocus { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = View.ModelState.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var more = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", error is null ? null : "err", more as string ?? more?.ToString() }.Where(c => !string.IsNullOrEmpty(c))));

        var attributes = Attributes(id, error);
        if (IsCheckbox)
        {
            output.Content.AppendHtml("<div class=\"row\">").AppendHtml(generator.GenerateCheckBox(View, For.ModelExplorer, For.Name, null, attributes));
            output.Content.AppendHtml(LabelFor(id)).AppendHtml("</div>");
            output.Content.AppendHtml(generator.GenerateHiddenForCheckbox(View, For.ModelExplorer, For.Name)!);
            Notes(output, id, error);
            return;
        }

        output.Content.AppendHtml(LabelFor(id));
        Notes(output, id, error);
        output.Content.AppendHtml(Unit is null ? "" : "<div class=\"addon\">").AppendHtml(Control(attributes));
        if (Unit is not null)
        {
            output.Content.AppendHtml("<span>").Append(Unit).AppendHtml("</span></div>");
        }
    }

    private bool IsCheckbox => Type == "checkbox" || Type is null && For.Metadata.UnderlyingOrModelType == typeof(bool) && Items is null;

    private string InputType => Type ?? (For.Metadata.UnderlyingOrModelType, For.Metadata.DataTypeName) switch
    {
        (var t, _) when t == typeof(DateOnly) => "date",
        (var t, _) when t == typeof(DateTime) => "datetime-local",
        (var t, _) when t == typeof(TimeOnly) => "time",
        (_, "Password") => "password",
        _ => "text",
    };

    private string? Format => (For.Model, InputType) switch
    {
        (DateOnly, _) => "{0:yyyy-MM-dd}",
        (DateTime, "datetime-local") => "{0:yyyy-MM-ddTHH:mm}",
        (TimeOnly, _) => "{0:HH:mm}",
        (decimal, _) => "{0:0.########}",
        _ => null,
    };

    private Dictionary<string, object?> Attributes(string id, string? error)
    {
        var attributes = new Dictionary<string, object?> { ["class"] = IsCheckbox ? "ck" : $"inp {Width}".Trim() };
        var described = string.Join(' ', new[] { Hint is null ? null : id + "-hint", error is null ? null : id + "-error" }.Where(d => d is not null));
        Set("aria-describedby", described.Length > 0 ? described : null);
        Set("aria-invalid", error is null ? null : "true");
        Set("placeholder", Placeholder);
        Set("autocomplete", Autocomplete ?? (IsCheckbox || Items is not null ? null : "off"));
        Set("list", List);
        Set("disabled", Disabled ? "disabled" : null);
        Set("autofocus", Autofocus ? "autofocus" : null);
        Set("inputmode", IsNumber(For.Metadata.UnderlyingOrModelType) && Items is null ? "decimal" : null);
        return attributes;

        void Set(string key, string? value)
        {
            if (value is not null)
            {
                attributes[key] = value;
            }
        }
    }

    private TagBuilder Control(Dictionary<string, object?> attributes) =>
        Items is not null ? generator.GenerateSelect(View, For.ModelExplorer, null, For.Name, Chosen(), false, attributes)
        : Rows > 0 ? generator.GenerateTextArea(View, For.ModelExplorer, For.Name, Rows, 0, attributes)
        : InputType == "password" ? generator.GeneratePassword(View, For.ModelExplorer, For.Name, null, attributes)
        : generator.GenerateTextBox(View, For.ModelExplorer, For.Name, For.Model, Format, Typed(attributes, InputType));

    private IEnumerable<SelectListItem> Chosen()
    {
        var now = View.ModelState.TryGetValue(View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), out var typed) && typed.AttemptedValue is { } value ? value : For.Model?.ToString() ?? "";
        return Items!.Select(i => new SelectListItem(i.Text, i.Value, i.Value == now, i.Disabled) { Group = i.Group });
    }

    private static Dictionary<string, object?> Typed(Dictionary<string, object?> attributes, string type)
    {
        attributes["type"] = type;
        return attributes;
    }

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(decimal) || type == typeof(long);

    private TagBuilder LabelFor(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        if (Optional)
        {
            label.InnerHtml.AppendHtml("<span class=\"opt\">选填</span>");
        }

        return label;
    }

    private void Notes(TagHelperOutput output, string id, string? error)
    {
        if (Hint is not null)
        {
            output.Content.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        }

        if (error is not null)
        {
            output.Content.AppendHtml($"<p class=\"msg\" id=\"{id}-error\"><svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{Icons.Paths["warning"]}</svg>").Append(error).AppendHtml("</p>");
        }
    }
}
