using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;

namespace Competitions.Web.Blinding;

/// <summary>What a supervisor signs on the encryption judge's page.</summary>
public sealed class WitnessedForm : IForm
{
    public int Id { get; set; }

    /// <summary>Of the draw as the page showed it.</summary>
    public int Version { get; set; }

    [Display(Name = "监督的用户名"), Required(ErrorMessage = "请监督输入用户名。"), StringLength(100)]
    public string Witness { get; set; } = "";

    [Display(Name = "监督的密码"), Required(ErrorMessage = "请监督输入密码。"), StringLength(100), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Display(Name = "监督的动态码"), StringLength(20)]
    public string? WitnessCode { get; set; }

    [Display(Name = "监督当场报的数或词"), StringLength(40), RegularExpression(@"[^\t\r\n]*", ErrorMessage = "请写在一行里。")]
    public string? Word { get; set; }

    [Display(Name = "重抽原因"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string? Why { get; set; }
}
