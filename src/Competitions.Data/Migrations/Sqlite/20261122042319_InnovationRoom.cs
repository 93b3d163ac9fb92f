using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InnovationRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Exhibits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Solution = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Before_Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Before_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Before_ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Before_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    After_Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    After_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    After_ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    After_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HiddenWhy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exhibits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Exhibits_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exhibits_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyProjects",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Cut = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Weight = table.Column<decimal>(type: "TEXT", precision: 19, scale: 8, nullable: false),
                    Budget = table.Column<decimal>(type: "TEXT", precision: 19, scale: 8, nullable: false),
                    Goals = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Partners = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    NeedId = table.Column<int>(type: "INTEGER", nullable: true),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Score = table.Column<decimal>(type: "TEXT", precision: 19, scale: 8, nullable: true),
                    Conclusion_Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Conclusion_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Conclusion_ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Conclusion_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyProjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyProjects_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyProjects_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Needs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FederationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Wanted = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Reward = table.Column<decimal>(type: "TEXT", precision: 19, scale: 8, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ClaimBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Intent_Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Intent_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Intent_ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Intent_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Needs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Needs_Organisations_FederationId",
                        column: x => x.FederationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Needs_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatentPapers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    File_Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    File_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    File_ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    File_Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatentPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatentPapers_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyProjectMilestones",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Deliverable = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Report = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Evidence_Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Evidence_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Evidence_ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Evidence_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    KeyProjectId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyProjectMilestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyProjectMilestones_KeyProjects_KeyProjectId",
                        column: x => x.KeyProjectId,
                        principalTable: "KeyProjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeyProjectMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Move = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    KeyProjectId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyProjectMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyProjectMoves_KeyProjects_KeyProjectId",
                        column: x => x.KeyProjectId,
                        principalTable: "KeyProjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NeedClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StudioId = table.Column<int>(type: "INTEGER", nullable: true),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    NeedId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeedClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeedClaims_Needs_NeedId",
                        column: x => x.NeedId,
                        principalTable: "Needs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NeedMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Move = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    NeedId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeedMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeedMoves_Needs_NeedId",
                        column: x => x.NeedId,
                        principalTable: "Needs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Exhibits_ApplicationId",
                table: "Exhibits",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exhibits_UnitId",
                table: "Exhibits",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyProjectMilestones_KeyProjectId",
                table: "KeyProjectMilestones",
                column: "KeyProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyProjectMoves_KeyProjectId",
                table: "KeyProjectMoves",
                column: "KeyProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyProjects_ApplicationId",
                table: "KeyProjects",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeyProjects_Stage",
                table: "KeyProjects",
                column: "Stage");

            migrationBuilder.CreateIndex(
                name: "IX_KeyProjects_UnitId_Year",
                table: "KeyProjects",
                columns: new[] { "UnitId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_NeedClaims_NeedId",
                table: "NeedClaims",
                column: "NeedId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedClaims_UnitId",
                table: "NeedClaims",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedMoves_NeedId",
                table: "NeedMoves",
                column: "NeedId");

            migrationBuilder.CreateIndex(
                name: "IX_Needs_FederationId_Stage",
                table: "Needs",
                columns: new[] { "FederationId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_Stage_ClaimBy",
                table: "Needs",
                columns: new[] { "Stage", "ClaimBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_UnitId",
                table: "Needs",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PatentPapers_PatentId",
                table: "PatentPapers",
                column: "PatentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Exhibits");

            migrationBuilder.DropTable(
                name: "KeyProjectMilestones");

            migrationBuilder.DropTable(
                name: "KeyProjectMoves");

            migrationBuilder.DropTable(
                name: "NeedClaims");

            migrationBuilder.DropTable(
                name: "NeedMoves");

            migrationBuilder.DropTable(
                name: "PatentPapers");

            migrationBuilder.DropTable(
                name: "KeyProjects");

            migrationBuilder.DropTable(
                name: "Needs");
        }
    }
}
