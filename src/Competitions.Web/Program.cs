using Competitions.Web.Shell;
using Competitions.Web.Shell.Verbs;

if (Verbs.Asked(args) is { } verb)
{
    return await verb.Run(args, Console.Out, Console.Error);
}

await using var app = House.Build(args);
House.Map(app);
await House.Prepare(app, demo: app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo", true));
await app.RunAsync();
return 0;
