using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Programmes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ApplicationId",
                table: "Honours",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<int>(type: "int", nullable: false),
                    OrganisationName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OpensAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecommendBy = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Sections = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    RankedBy = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    PitchSeed = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DecisionDocument = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Calls_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammePresets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammePresets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CallId = table.Column<int>(type: "int", nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecommenderId = table.Column<int>(type: "int", nullable: true),
                    RecommenderName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: true),
                    UnitNotice = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CorrectBy = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeBy = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    BlindCode = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    FirstScore = table.Column<long>(type: "bigint", nullable: true),
                    PitchOrder = table.Column<int>(type: "int", nullable: true),
                    PitchScore = table.Column<long>(type: "bigint", nullable: true),
                    Total = table.Column<long>(type: "bigint", nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: true),
                    Grade = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Applications_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Applications_Organisations_RecommenderId",
                        column: x => x.RecommenderId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Applications_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Move = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    CallId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallMoves_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CallQuotas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CallId = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<int>(type: "int", nullable: false),
                    OrganisationName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Fewest = table.Column<int>(type: "int", nullable: false),
                    Most = table.Column<int>(type: "int", nullable: false),
                    Used = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallQuotas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallQuotas_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallQuotas_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallReviewers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: true),
                    WorkerId = table.Column<int>(type: "int", nullable: true),
                    CallId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallReviewers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallReviewers_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Move = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ApplicationId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationMoves_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationPapers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ApplicationId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    By = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsBlind = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationPapers_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationPeople",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Order = table.Column<int>(type: "int", nullable: false),
                    WorkerId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsFrontLine = table.Column<bool>(type: "bit", nullable: false),
                    Share = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: false),
                    ApplicationId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationPeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationPeople_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationStatements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ApplicationId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationStatements_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewSheets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CallId = table.Column<int>(type: "int", nullable: false),
                    ApplicationId = table.Column<int>(type: "int", nullable: false),
                    AccountId = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    Round = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Items = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewSheets_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Honours_ApplicationId",
                table: "Honours",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationMoves_ApplicationId",
                table: "ApplicationMoves",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationPapers_ApplicationId",
                table: "ApplicationPapers",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationPapers_Hash",
                table: "ApplicationPapers",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationPeople_ApplicationId",
                table: "ApplicationPeople",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationPeople_WorkerId",
                table: "ApplicationPeople",
                column: "WorkerId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CallId_BlindCode",
                table: "Applications",
                columns: new[] { "CallId", "BlindCode" },
                unique: true,
                filter: "[BlindCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CallId_Number",
                table: "Applications",
                columns: new[] { "CallId", "Number" },
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CallId_Stage",
                table: "Applications",
                columns: new[] { "CallId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_RecommenderId_Stage",
                table: "Applications",
                columns: new[] { "RecommenderId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_UnitId_Stage",
                table: "Applications",
                columns: new[] { "UnitId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationStatements_ApplicationId",
                table: "ApplicationStatements",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_CallMoves_CallId",
                table: "CallMoves",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_CallQuotas_CallId_OrganisationId",
                table: "CallQuotas",
                columns: new[] { "CallId", "OrganisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CallQuotas_OrganisationId",
                table: "CallQuotas",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_CallReviewers_AccountId",
                table: "CallReviewers",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_CallReviewers_CallId",
                table: "CallReviewers",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_OrganisationId_Year",
                table: "Calls",
                columns: new[] { "OrganisationId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Stage_Kind",
                table: "Calls",
                columns: new[] { "Stage", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammePresets_Code_Version",
                table: "ProgrammePresets",
                columns: new[] { "Code", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewSheets_ApplicationId_AccountId_Round",
                table: "ReviewSheets",
                columns: new[] { "ApplicationId", "AccountId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewSheets_CallId_AccountId",
                table: "ReviewSheets",
                columns: new[] { "CallId", "AccountId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApplicationMoves");

            migrationBuilder.DropTable(
                name: "ApplicationPapers");

            migrationBuilder.DropTable(
                name: "ApplicationPeople");

            migrationBuilder.DropTable(
                name: "ApplicationStatements");

            migrationBuilder.DropTable(
                name: "CallMoves");

            migrationBuilder.DropTable(
                name: "CallQuotas");

            migrationBuilder.DropTable(
                name: "CallReviewers");

            migrationBuilder.DropTable(
                name: "ProgrammePresets");

            migrationBuilder.DropTable(
                name: "ReviewSheets");

            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Honours_ApplicationId",
                table: "Honours");

            migrationBuilder.DropColumn(
                name: "ApplicationId",
                table: "Honours");
        }
    }
}
