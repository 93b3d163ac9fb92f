var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Competitions");
await app.RunAsync();
