using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Competitions.Web.Shell.TagHelpers;

/// <summary><c>&lt;a duty="@Policies.ManagePeople" …&gt;</c>: shown to those only who hold a duty of the policy; what would refuse is not offered.</summary>
[HtmlTargetElement("*", Attributes = "duty")]
public sealed class DutyTagHelper(MyDuties duties) : TagHelper
{
    [HtmlAttributeName("duty")]
    public required string Policy { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!await duties.Any([.. Policies.KindsOf(Policy)]))
        {
            output.SuppressOutput();
        }
    }
}
