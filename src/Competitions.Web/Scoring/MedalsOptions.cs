using System.Globalization;
using Competitions.Scoring;

namespace Competitions.Web.Scoring;

/// <summary>What stands behind <c>medals</c> on the command line; <c>--name value</c> and <c>--name=value</c> are the same.</summary>
internal sealed class MedalsOptions
{
    public string File { get; private set; } = "";
    public Scale Scale { get; private set; }
    public string? Group { get; private set; }
    public string? Mark { get; private set; }

    /// <summary>With a computed scale the medallion begins at its centre unless <c>--excellence</c> says otherwise.</summary>
    public MedalRules Rules => new(_tolerance, _excellence ?? Scale switch
    {
        Scale.SevenHundred => 700, Scale.FiveHundred => 500, _ => null,
    }, _smallField);

    private decimal _tolerance = 2;
    private decimal? _excellence;
    private bool _smallField;

    /// <exception cref="Refusal"><c>medals.usage</c> and <c>medals.option-value</c>.</exception>
    public static MedalsOptions Of(string[] args)
    {
        var options = new MedalsOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var arg = args[i];
            if (!arg.StartsWith("--", StringComparison.Ordinal))
            {
                Refusal.Unless(options.File.Length == 0, "medals.usage", $"多出的参数“{arg}”");
                options.File = arg;
            }
            else if (arg == "--small-field")
            {
                options._smallField = true;
            }
            else
            {
                var (name, value) = arg.Split('=', 2) is [var left, var right] ? (left, right) : (arg, i + 1 < args.Length ? args[++i] : null);
                options.Set(name, value ?? throw new Refusal("medals.usage", $"选项 {name} 缺少取值"));
            }
        }

        Refusal.Unless(options.File.Length > 0, "medals.usage", "缺少 CSV 文件");
        return options;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--scale":
                Scale = value switch
                {
                    "none" => Scale.None, "700" => Scale.SevenHundred, "500" => Scale.FiveHundred,
                    _ => throw new Refusal("medals.option-value", name, value, "none、700 或 500"),
                };
                break;
            case "--tolerance":
                _tolerance = Number(name, value);
                Refusal.Unless(_tolerance >= 0, "medals.option-value", name, value, "不小于 0 的数");
                break;
            case "--excellence": _excellence = Number(name, value); break;
            case "--group": Group = value; break;
            case "--mark": Mark = value; break;
            default: throw new Refusal("medals.usage", $"没有选项 {name}");
        }
    }

    private static decimal Number(string name, string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw new Refusal("medals.option-value", name, value, "一个数");
}
