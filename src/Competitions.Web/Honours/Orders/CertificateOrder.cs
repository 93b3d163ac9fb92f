using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Honours.Orders;

/// <summary>What a batch is asked for, kept as its input file: whose certificates, numbered how, printed with what.</summary>
/// <param name="Site">Where the QR codes lead.</param>
public sealed record CertificateOrder(IReadOnlyList<int> Honours, string Series, DateOnly On, StampPlace Place, int? StampId, int GrantorId, string Site)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static CertificateOrder Read(Stream file) => JsonSerializer.Deserialize<CertificateOrder>(file)!;
}

public sealed class CertificateOrderForm : IForm
{
    /// <summary>One honour; else those of an event; else those of the filter.</summary>
    public int? Honour { get; set; }

    public string? Event { get; set; }

    public string? Q { get; set; }

    public int? Year { get; set; }

    public HonourKind? Kind { get; set; }

    public string? Organisation { get; set; }

    [Display(Name = "编号字头"), Required(ErrorMessage = "请填写编号字头，例如：临总工赛证。"), StringLength(CertificateSeries.LongestName, ErrorMessage = "字头不超过 20 个字。")]
    public string Series { get; set; } = "";

    [Display(Name = "落款日期"), Required(ErrorMessage = "请填写落款日期。")]
    public DateOnly? On { get; set; }

    /// <summary>sample, blank, or the id of a stamp.</summary>
    [Display(Name = "用印")]
    public string Place { get; set; } = $"{StampPlace.Sample}";

    public string? What { get; internal set; }
    public int Granted { get; internal set; }
    public int Without { get; internal set; }
    public IReadOnlyList<SelectListItem> Places { get; internal set; } = [];
    public int? GrantorId { get; internal set; }
    public bool CanPrint { get; internal set; }
}
