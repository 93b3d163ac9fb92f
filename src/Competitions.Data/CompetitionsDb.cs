using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Craftsmen;
using Competitions.Data.People;
using Competitions.Honours;
using Competitions.Innovations;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Questions;
using Competitions.Results;
using Competitions.Schemes;
using Competitions.Scoring;
using Competitions.Studios;
using Competitions.WorkingDays;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data;

/// <summary>The one database. What differs between providers is in <see cref="SqliteDb"/> and <see cref="SqlServerDb"/>.</summary>
public abstract class CompetitionsDb(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    // People
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationType> OrganisationTypes => Set<OrganisationType>();
    public DbSet<Worker> Workers => Set<Worker>();
    public DbSet<SkillLevel> SkillLevels => Set<SkillLevel>();
    public DbSet<Occupation> Occupations => Set<Occupation>();
    public DbSet<Duty> Duties => Set<Duty>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ActivationSlip> ActivationSlips => Set<ActivationSlip>();
    public DbSet<CorrectionRequest> CorrectionRequests => Set<CorrectionRequest>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<Visit> Visits => Set<Visit>();

    // WorkingDays
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    // Notices
    public DbSet<PublicNotice> PublicNotices => Set<PublicNotice>();
    public DbSet<Objection> Objections => Set<Objection>();

    // Questions
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<Occasion> Occasions => Set<Occasion>();
    public DbSet<Sitting> Sittings => Set<Sitting>();
    public DbSet<GivenAnswer> GivenAnswers => Set<GivenAnswer>();

    // Schemes
    public DbSet<MarkingScheme> MarkingSchemes => Set<MarkingScheme>();
    public DbSet<SchemeUpload> SchemeUploads => Set<SchemeUpload>();

    // Blinding
    public DbSet<Work> Works => Set<Work>();
    public DbSet<CodeBookLine> CodeBook => Set<CodeBookLine>();
    public DbSet<CodeDraw> CodeDraws => Set<CodeDraw>();
    public DbSet<SealKey> SealKeys => Set<SealKey>();
    public DbSet<Opening> Openings => Set<Opening>();

    // Scoring
    public DbSet<Mark> Marks => Set<Mark>();
    public DbSet<MarkReason> MarkReasons => Set<MarkReason>();
    public DbSet<MarkDevice> MarkDevices => Set<MarkDevice>();
    public DbSet<SheetSignature> SheetSignatures => Set<SheetSignature>();
    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();
    public DbSet<BoardRelease> BoardReleases => Set<BoardRelease>();

    // Results
    public DbSet<Violation> Violations => Set<Violation>();
    public DbSet<Result> Results => Set<Result>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<CorrectionSlip> CorrectionSlips => Set<CorrectionSlip>();
    public DbSet<SheetConfirmation> SheetConfirmations => Set<SheetConfirmation>();
    public DbSet<SheetLock> SheetLocks => Set<SheetLock>();
    public DbSet<Recheck> Rechecks => Set<Recheck>();

    // Contests
    public DbSet<Contest> Contests => Set<Contest>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<RulePreset> RulePresets => Set<RulePreset>();
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<PromotionList> PromotionLists => Set<PromotionList>();
    public DbSet<ResultSheet> ResultSheets => Set<ResultSheet>();
    public DbSet<Panel> Panels => Set<Panel>();
    public DbSet<PanelTicket> PanelTickets => Set<PanelTicket>();
    public DbSet<JudgeRecord> JudgeRecords => Set<JudgeRecord>();
    public DbSet<Declaration> Declarations => Set<Declaration>();
    public DbSet<Recusal> Recusals => Set<Recusal>();

    // Honours
    public DbSet<Honour> Honours => Set<Honour>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<CertificateSeries> CertificateSeries => Set<CertificateSeries>();
    public DbSet<CertificateFile> CertificateFiles => Set<CertificateFile>();
    public DbSet<Stamp> Stamps => Set<Stamp>();
    public DbSet<HonourImport> HonourImports => Set<HonourImport>();
    public DbSet<HolderLink> HolderLinks => Set<HolderLink>();

    // Innovations
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<ProposalPaper> ProposalPapers => Set<ProposalPaper>();
    public DbSet<ProposalPreset> ProposalPresets => Set<ProposalPreset>();
    public DbSet<Patent> Patents => Set<Patent>();
    public DbSet<PatentRewardPreset> PatentRewardPresets => Set<PatentRewardPreset>();
    public DbSet<ProposalCategory> ProposalCategories => Set<ProposalCategory>();
    public DbSet<Spreading> Spreadings => Set<Spreading>();
    public DbSet<PatentPaper> PatentPapers => Set<PatentPaper>();
    public DbSet<Exhibit> Exhibits => Set<Exhibit>();
    public DbSet<KeyProject> KeyProjects => Set<KeyProject>();
    public DbSet<Need> Needs => Set<Need>();

    // Programmes
    public DbSet<ProgrammePreset> ProgrammePresets => Set<ProgrammePreset>();
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<CallQuota> CallQuotas => Set<CallQuota>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<ApplicationPaper> ApplicationPapers => Set<ApplicationPaper>();
    public DbSet<ReviewSheet> ReviewSheets => Set<ReviewSheet>();

    // Studios
    public DbSet<Studio> Studios => Set<Studio>();
    public DbSet<StudioTopic> StudioTopics => Set<StudioTopic>();
    public DbSet<StudioActivity> StudioActivities => Set<StudioActivity>();
    public DbSet<StudioFunding> StudioFundings => Set<StudioFunding>();
    public DbSet<StudioResult> StudioResults => Set<StudioResult>();
    public DbSet<StudioPaper> StudioPapers => Set<StudioPaper>();
    public DbSet<StudioAssessment> StudioAssessments => Set<StudioAssessment>();
    public DbSet<StudioAlliance> StudioAlliances => Set<StudioAlliance>();
    public DbSet<AllianceActivity> AllianceActivities => Set<AllianceActivity>();

    // Craftsmen
    public DbSet<Craftsman> Craftsmen => Set<Craftsman>();
    public DbSet<CraftsmanCase> CraftsmanCases => Set<CraftsmanCase>();
    public DbSet<DutyCheck> DutyChecks => Set<DutyCheck>();
    public DbSet<CraftsmanReward> CraftsmanRewards => Set<CraftsmanReward>();

    // Shell
    public DbSet<AuditLine> Audit => Set<AuditLine>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<Batch> Batches => Set<Batch>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Identity reads its schema from the services: one who opens the database without any would put another model into the cache that all share.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(IdentitySchema.Services);
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CompetitionsDb).Assembly);

        // those whom an unfinished import brings are nowhere to be seen, and all at once when it is done
        builder.Entity<Worker>().HasQueryFilter(w => w.ImportId == null || Batches.Where(b => b.State == BatchState.Succeeded).Select(b => (int?)b.Id).Contains(w.ImportId));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(200);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<decimal>().HavePrecision(19, 8);
        configurationBuilder.Properties<Points>().HaveConversion<PointsConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
    }

    private sealed class PointsConverter() : ValueConverter<Points, long>(
        p => p.TenThousandths, n => Points.FromTenThousandths(n));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        d => d, d => DateTime.SpecifyKind(d, DateTimeKind.Utc));
}
