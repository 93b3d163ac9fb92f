using System.Reflection;
using System.Reflection.Emit;

namespace Competitions.Tests;

/// <summary>Who may know whom: the table of the README. A room is a namespace; what is not listed here is not allowed.</summary>
public class RoomsTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["People"] = [],
        ["WorkingDays"] = [],
        ["Schemes"] = [],
        ["Questions"] = [],
        ["Contests"] = ["People"],
        ["Blinding"] = [],
        ["Scoring"] = ["Schemes"],
        ["Results"] = ["Contests", "Blinding", "Scoring"],
        ["Notices"] = ["WorkingDays"],
        ["Honours"] = ["People"],
        ["Programmes"] = ["People", "Scoring", "Honours"],
        ["Innovations"] = ["Programmes"],
        ["Studios"] = ["People", "Programmes"],
        ["Craftsmen"] = ["People", "WorkingDays", "Programmes"],
    };

    [Fact]
    public void Rooms_use_only_the_rooms_they_may()
    {
        var types = typeof(Refusal).Assembly.GetTypes();
        var seen = types
            .SelectMany(type => UsedBy(type).Select(used => (From: RoomOf(type), To: RoomOf(used))))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .Select(use => $"{use.From} -> {use.To}")
            .ToHashSet();

        var allowed = MayUse.SelectMany(room => room.Value.Select(to => $"{room.Key} -> {to}")).ToHashSet();

        Assert.Empty(types.Select(RoomOf).Distinct().Where(room => room is not null && !MayUse.ContainsKey(room)));
        Assert.Empty(seen.Except(allowed));
        Assert.Empty(allowed.Except(seen)); // a permission nobody needs is taken away
    }

    [Fact]
    public void The_rules_need_nothing_but_the_language() =>
        Assert.All(typeof(Refusal).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void The_rules_know_no_binary_fractions() =>
        Assert.Empty(typeof(Refusal).Assembly.GetTypes().Where(t => UsedBy(t).Any(u => u == typeof(double) || u == typeof(float))).Select(t => t.FullName));

    private static string? RoomOf(Type type) =>
        type.Namespace?.Split('.') is ["Competitions", var room, ..] && type.Assembly == typeof(Refusal).Assembly ? room : null;

    private static IEnumerable<Type> UsedBy(Type type)
    {
        const BindingFlags all = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

        var methods = type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)).ToList();
        return type.GetFields(all).Select(f => f.FieldType)
            .Concat(methods.SelectMany(m => m.GetParameters()).Select(p => p.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(m => m.ReturnType))
            .Concat(methods.SelectMany(InBodyOf))
            .SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    /// <summary>Reads the method's instructions and gives the type behind every member they name.</summary>
    private static IEnumerable<Type> InBodyOf(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[++at])] : Codes[il[at]];
            at++;

            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(il, at), method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : [])!;
                yield return member as Type ?? member.DeclaringType!;
                foreach (var argument in member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [])
                {
                    yield return argument;
                }
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);
}
