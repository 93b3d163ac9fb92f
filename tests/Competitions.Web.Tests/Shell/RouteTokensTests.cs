using System.Net;
using System.Reflection;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>S9: a policy is held against the address; what the address says cannot be said again, otherwise, in the body.</summary>
public class RouteTokensTests
{
    /// <summary>The event's own code, and the line that is withdrawn.</summary>
    private static readonly string[] Same = ["EventForm.Code", "PromotionPlaceForm.Line"];

    [Fact]
    public async Task A_field_called_as_a_token_of_the_address_does_not_lead_to_another_event()
    {
        await using var app = new App();
        var id = await app.Registering();
        await app.Registering("LATHE");
        var organiser = await (await app.Open(DutyKind.EventOrganiser, id)).Visit("/password/edit");
        using var form = new FormUrlEncodedContent([new("code", "LATHE"), new("round", "other"), new("version", "0"), new("__RequestVerificationToken", organiser.Value("[name=__RequestVerificationToken]")!)]);
        using var answer = await organiser.Http.PostAsync("/events/WELD/board/final/freezes?code=LATHE", form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["WELD/final"], await app.WithDb(db => db.BoardReleases.Select(r => r.EventCode + "/" + r.Round).ToListAsync()));
        Assert.Equal(["WELD/final"], await app.WithDb(db => db.Audit.Where(a => a.Act == "board.freeze").Select(a => a.Thing).ToListAsync()));
    }

    [Fact]
    public async Task Whatever_stands_in_every_address_of_an_action_is_read_from_there_alone()
    {
        await using var app = new App();
        var loose = Everyone.Actions(app).GroupBy(r => r.Metadata.GetMetadata<ControllerActionDescriptor>()!.MethodInfo).SelectMany(routes =>
            routes.First().Metadata.GetMetadata<ControllerActionDescriptor>()!.Parameters
                .Where(p => routes.All(r => r.RoutePattern.GetParameter(p.Name) is not null) && p.BindingInfo?.BindingSource != BindingSource.Path)
                .Select(p => $"{routes.Key.DeclaringType!.Name}.{routes.Key.Name} {p.Name}"));
        Assert.Empty(loose);
    }

    /// <summary>A page shows in such a field what stands in the address, not what belongs there: so it is to be the same thing.</summary>
    [Fact]
    public async Task No_field_of_a_form_is_called_as_a_token_of_its_address_and_is_another_thing()
    {
        await using var app = new App();
        var twice = Everyone.Actions(app).SelectMany(r => r.Metadata.GetMetadata<ControllerActionDescriptor>()!.MethodInfo.GetParameters()
            .Where(p => p.ParameterType.IsClass && p.ParameterType != typeof(string))
            .SelectMany(p => p.ParameterType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(f => f.SetMethod?.IsPublic == true && !Same.Contains($"{p.ParameterType.Name}.{f.Name}") && f.Name != "Id" && r.RoutePattern.GetParameter(f.Name) is not null)
                .Select(f => $"{r.RoutePattern.RawText} {p.ParameterType.Name}.{f.Name}"))).Distinct();
        Assert.Empty(twice);
    }
}
