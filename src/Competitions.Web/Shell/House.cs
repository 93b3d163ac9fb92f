using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.Web.Craftsmen;
using Competitions.Web.Honours;
using Competitions.Web.Innovations;
using Competitions.Web.Programmes;
using Competitions.Web.Scoring;
using Competitions.Web.Scoring.Boards;
using Competitions.Web.Seeding;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Documents;
using Competitions.Web.Shell.Proofs;
using Competitions.Web.Shell.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell;

/// <summary>The program put together: what it is made of, how a request passes through it, what it needs before the first one.</summary>
public static class House
{
    private const int MostUnread = 128 * 1024;

    /// <param name="args">Settings of the command line.</param>
    /// <param name="quiet">For verbs: standard output belongs to their results, so the log goes to standard error.</param>
    public static WebApplication Build(string[] args, bool quiet = false)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning")]);
        if (quiet)
        {
            builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        }

        builder.WebHost.UseSockets(o => o.CreateBoundListenSocket = Listening);
        var data = DataFolder(builder);
        builder.Services.AddSingleton(TimeProvider.System).AddHttpContextAccessor()
            .AddSingleton(new DataFolder(data))
            .AddSingleton(_ => FieldCipher.FromFile(builder.Configuration["FieldKey"] ?? Path.Combine(data, "field.key")))
            .AddSingleton<PublicSite>().AddSingleton<AuditTrail>().AddSingleton<PdfPrinter>().AddSingleton<Documents.Documents>()
            .AddScoped<Questions.Bank>().AddScoped<Questions.Sittings.SittingDesk>()
            .AddScoped<Questions.Sittings.CloseSittings>().AddHostedService<Repeating<Questions.Sittings.CloseSittings>>()
            .AddScoped<Scoring.TakeSittingResults>().AddHostedService<Repeating<Scoring.TakeSittingResults>>()
            .AddScoped<Contests.Entries.EntryDesk>().AddScoped<Shell.Home.IWaiting, Contests.Entries.WaitingEntries>().AddScoped<Contests.Entries.EntryList>().AddScoped<Contests.Entries.EntryFormParts>().AddScoped<Contests.Entries.EntryDetails>().AddScoped<Contests.Entries.Imports.EntrySheet>()
            .AddScoped<Home.Waiting>().AddScoped<Home.Deadlines.Calendar>().AddScoped<Contests.ContestList>()
            .AddScoped<Home.Deadlines.IDeadlines, Contests.ContestDeadlines>().AddScoped<Home.Deadlines.IDeadlines, Questions.Sittings.SittingDeadlines>()
            .AddScoped<Search.Finder>()
            .AddScoped<Contests.Promotions.PromotionSources>().AddScoped<Contests.Promotions.PromotionDesk>().AddScoped<Contests.Promotions.PromotedEntries>().AddScoped<Contests.Promotions.PromotionDetails>().AddScoped<Contests.Promotions.PromotionChain>().AddScoped<Contests.Promotions.PromotionFormParts>()
            .AddScoped<Contests.ResultSheets.ResultSheetReader>().AddScoped<Contests.ResultSheets.ResultSheetDesk>().AddScoped<Home.IWaiting, Contests.Promotions.WaitingPromotions>()
            .AddScoped<MyDuties>().AddScoped<IAuthorizationHandler, DutyHandler>()
            .AddBatches().AddProofs(builder.Configuration, data)
            .AddCompetitionsDb(builder.Configuration, data);
        builder.Services.AddScoped<People.Workers.Register>().AddScoped<People.Workers.WorkerPages>().AddScoped<People.Workers.Dossiers.DossierDesk>().AddScoped<People.Workers.Dossiers.DossierPrint>().AddScoped<People.Workers.Dossiers.IDossierPart, Contests.Dossiers.ContestsPart>().AddScoped<People.Workers.Erasures.ErasureDesk>().AddScoped<People.Accounts.AccountBook>().AddScoped<People.Duties.DutyBook>().AddScoped<People.Activation.SlipDesk>().AddSingleton<Uploads.UploadStore>().AddScoped<Contests.Entries.Attachments.AttachmentShelf>().AddScoped<Shell.Home.IWaiting, People.Mine.WaitingCorrections>().AddScoped<Contests.Duties.EventStaff>().AddScoped<Contests.Judges.JudgeDesk>().AddScoped<Contests.Panels.Tickets.PanelTicketDesk>();
        builder.Services.AddScoped<Schemes.SchemeDesk>();
        builder.Services.AddMarking();
        builder.Services.AddScoped<Results.ResultDesk>().AddScoped<Results.ResultPages>().AddScoped<Results.Proofs.ResultFiles>().AddScoped<Results.Appeals.AppealDesk>().AddScoped<Results.Slips.CorrectionSlipDesk>().AddScoped<Results.Sheets.DaySheetDesk>().AddScoped<Results.Rechecks.RecheckDesk>().AddScoped<Results.Rechecks.RecheckPages>().AddScoped<Results.Teams.TeamRankings>().AddScoped<Home.IWaiting, Results.WaitingResults>();
        builder.Services.AddHonours();
        builder.Services.AddInnovations();
        builder.Services.AddScoped<Studios.StudioDesk>().AddScoped<Studios.StudioList>().AddScoped<Studios.StudioPages>().AddScoped<Studios.Assessments.AssessmentDesk>().AddScoped<Studios.Alliances.AllianceDesk>().AddScoped<INamingEffect, Studios.StudioNamed>().AddScoped<Home.IWaiting, Studios.WaitingStudios>();
        builder.Services.AddCraftsmen();
        builder.Services.AddScoped<Blinding.Witnessing>().AddScoped<Blinding.CodeDesk>().AddScoped<Blinding.CodePages>().AddScoped<Blinding.Openings.OpeningDesk>();
        builder.Services.AddScoped<Notices.NoticeDesk>().AddScoped<Notices.OfEvent.EventNotices>().AddScoped<Notices.Objections.ObjectionPages>().AddScoped<Home.IWaiting, Notices.Objections.WaitingObjections>();
        builder.Services.AddScoped<Results.Violations.ViolationDesk>().AddScoped<Home.IWaiting, Results.WaitingCases>();
        builder.Services.AddProgrammes();
        builder.Services.AddScoped<DemoSeed>().AddScoped<LargeSeed>();
        AddAccounts(builder.Services);
        AddPages(builder.Services);
        builder.Services.AddRateLimiter(RateLimits.Configure);
        return builder.Build();
    }

    public static void Map(WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500", AllowStatusCode404Response = true,
            StatusCodeSelector = thrown => thrown is Missing ? 404 : thrown is Refusal ? 409 : (thrown as BadHttpRequestException)?.StatusCode ?? 500, // a view loads too; a body above its limit is the sender's
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseOpenBoards();
        app.UseStaticFiles();
        app.UseOwnOrigin();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseSeatBounds();
        app.UseAuthorization();
        app.UseFirstPasswordChange();
        app.UseSecondFactor();
        app.MapControllers();
        app.MapBoards();
        app.MapApiDocument();
    }

    /// <summary>The database is made or brought up to date, the reference data loaded; an empty Development database gets the demo.</summary>
    public static async Task Prepare(WebApplication app, bool demo)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any()) // to ask is quick; to migrate compares the whole model first
        {
            await db.Database.MigrateAsync();
        }

        await ReferenceSeed.Load(db);
        if (demo && !await db.Organisations.AnyAsync())
        {
            app.Logger.LogInformation("The database is empty: the demo is loaded, which takes up to half a minute");
            await scope.ServiceProvider.GetRequiredService<DemoSeed>().Load();
        }
    }

    /// <summary>Else the system keeps up to four megabytes for each viewer who does not read, and for minutes nobody notices that he does not.</summary>
    private static Socket Listening(EndPoint at)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(at);
        if (at is IPEndPoint)
        {
            socket.SendBufferSize = MostUnread;
        }

        return socket;
    }

    private static string DataFolder(WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration["Data"] ?? "data", builder.Environment.ContentRootPath);
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Competitions");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, FieldCipher>((o, scopes, cipher) => (o.XmlRepository, o.XmlEncryptor) = (new KeyStore(scopes), new KeySealer(cipher)));
        services.AddIdentityCore<Account>(o =>
        {
            IdentitySchema.Configure(o);
            o.Password.RequiredLength = 10;
            o.Password.RequireNonAlphanumeric = false;
            o.Lockout.MaxFailedAccessAttempts = 5; // P-LOCK: 5 tries, 15 minutes
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            o.User.AllowedUserNameCharacters = "";
            o.SignIn.RequireConfirmedAccount = true; // that is: not locked, see NotLocked
        }).AddUserStore<AccountStore>().AddSignInManager().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider).AddClaimsPrincipalFactory<AccountClaims>().AddErrorDescriber<ChineseIdentityErrors>();
        services.AddScoped<IUserConfirmation<Account>, NotLocked>().AddScoped<SignIn.Visits>().AddScoped<SignIn.MySeat>().AddScoped<SignIn.SecondFactors>();
        services.Configure<IdentityPasskeyOptions>(o => (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required")); // it stands for password and digits
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1)); // duties end at once; an old session within this
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            (o.LoginPath, o.AccessDeniedPath, o.ReturnUrlParameter) = ("/sign-in", "/error/403", "to");
            (o.ExpireTimeSpan, o.SlidingExpiration) = (TimeSpan.FromMinutes(30), true); // idle logout
            o.Cookie.Name = "competitions";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Events.OnValidatePrincipal = SignIn.Visits.Hold;
            o.Events.OnRedirectToLogin = context =>
            {
                context.Response.Redirect(context.HttpContext.RequestServices.GetRequiredService<SignIn.MySeat>().IsOver ? "/panel-seat?over=true" : context.RedirectUri);
                return Task.CompletedTask;
            };
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder().AddPolicies();
        services.AddApi();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new FeatureFolders()));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddControllersWithViews(o =>
        {
            o.Filters.Add<RefusalFilter>();
            o.Filters.Add<StaleForm>();
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            o.Conventions.Add(new Access.RouteTokens());
            o.ModelMetadataDetailsProviders.Add(new ChineseMessages());
            ChineseMessages.Binding(o);
            o.ModelBinderProviders.Insert(0, new PlainDecimals());
            o.MaxModelBindingCollectionSize = Schemes.MarkingSchemesController.MostValues; // how much a form may hold is said by the limit of its route
        });
        services.AddAntiforgery(o => (o.HeaderName, o.Cookie.Name) = ("X-Form-Token", "competitions-form"));
    }
}

/// <summary>Where uploads, batches, keys and the embedded database lie; outside the web root.</summary>
public sealed record DataFolder(string Path);
