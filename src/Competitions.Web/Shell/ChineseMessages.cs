using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Competitions.Web.Shell;

/// <summary>Validation speaks Chinese also where a form gives no sentence of its own.</summary>
public sealed class ChineseMessages : IValidationMetadataProvider, IBindingMetadataProvider
{
    /// <summary>An empty number or date is named like any other field: of its own the binder knows the value only.</summary>
    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        if (context.PropertyAttributes?.OfType<DisplayAttribute>().FirstOrDefault()?.GetName() is { Length: > 0 } name)
        {
            context.BindingMetadata.ModelBindingMessageProvider?.SetValueMustNotBeNullAccessor(_ => $"请填写{name}。");
        }
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(r => r.ErrorMessage is null))
        {
            rule.ErrorMessage = rule switch
            {
                RequiredAttribute => "请填写{0}。",
                StringLengthAttribute { MinimumLength: > 0 } => "{0}应为 {2} 到 {1} 个字。",
                StringLengthAttribute or MaxLengthAttribute => "{0}不超过 {1} 个字。",
                RangeAttribute => "{0}应在 {1} 到 {2} 之间。",
                RegularExpressionAttribute => "{0}的格式不对，请核对。",
                CompareAttribute => "{0}与{1}不一致。",
                _ => "{0}不合要求，请核对。",
            };
        }
    }

    public static void Binding(MvcOptions mvc)
    {
        var say = mvc.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((value, name) => $"{name}“{Short(value)}”不是有效的值，请核对。");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Short(value)}”不是有效的值，请核对。");
        say.SetUnknownValueIsInvalidAccessor(name => $"{name}不是有效的值，请核对。");
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => "有一个值无效，请核对。");
        say.SetValueIsInvalidAccessor(value => $"“{Short(value)}”不是有效的值，请核对。");
        say.SetValueMustNotBeNullAccessor(_ => "请填写此项。");
        say.SetValueMustBeANumberAccessor(name => $"{name}应为数字。");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "应为数字。");
        say.SetMissingBindRequiredValueAccessor(name => $"请填写{name}。");
        say.SetMissingKeyOrValueAccessor(() => "请填写此项。");
        say.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容。");

        static string Short(string value) => value.Length > 40 ? value[..40] + "…" : value;
    }
}
