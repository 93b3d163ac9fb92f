using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Studios : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Studios",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsRegistered = table.Column<bool>(type: "bit", nullable: false),
                    Level = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Area = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Equipment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Studios_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudioActivities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StudioId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    People = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Photo_Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Photo_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Photo_ContentType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Photo_Bytes = table.Column<long>(type: "bigint", nullable: true),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioActivities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioActivities_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudioAssessments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StudioId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Veto = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Grade = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Total = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: true),
                    RectifyBy = table.Column<DateOnly>(type: "date", nullable: true),
                    Demand = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Correction = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioAssessments_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudioFundings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StudioId = table.Column<int>(type: "int", nullable: false),
                    IsIncome = table.Column<bool>(type: "bit", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: false),
                    Voucher = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Paper_Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Paper_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Paper_ContentType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Paper_Bytes = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioFundings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioFundings_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudioLeaders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WorkerId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Skill = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Honours = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    StudioId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioLeaders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioLeaders_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StudioMembers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WorkerId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Skill = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    StudioId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioMembers_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StudioMoves",
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
                    StudioId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioMoves_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StudioNamings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Level = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Grantor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Batch = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PlaqueNumber = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StudioId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioNamings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioNamings_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StudioPapers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StudioId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    File_Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    File_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    File_ContentType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    File_Bytes = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioPapers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioPapers_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudioResults",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StudioId = table.Column<int>(type: "int", nullable: false),
                    HonourId = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioResults_Honours_HonourId",
                        column: x => x.HonourId,
                        principalTable: "Honours",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StudioResults_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudioTopics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StudioId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Benefit = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioTopics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioTopics_Studios_StudioId",
                        column: x => x.StudioId,
                        principalTable: "Studios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudioAssessmentMoves",
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
                    StudioAssessmentId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudioAssessmentMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudioAssessmentMoves_StudioAssessments_StudioAssessmentId",
                        column: x => x.StudioAssessmentId,
                        principalTable: "StudioAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StudioActivities_StudioId_On",
                table: "StudioActivities",
                columns: new[] { "StudioId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_StudioAssessmentMoves_StudioAssessmentId",
                table: "StudioAssessmentMoves",
                column: "StudioAssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioAssessments_StudioId_Year",
                table: "StudioAssessments",
                columns: new[] { "StudioId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StudioFundings_StudioId_On",
                table: "StudioFundings",
                columns: new[] { "StudioId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_StudioLeaders_StudioId",
                table: "StudioLeaders",
                column: "StudioId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioLeaders_WorkerId",
                table: "StudioLeaders",
                column: "WorkerId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioMembers_StudioId",
                table: "StudioMembers",
                column: "StudioId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioMembers_WorkerId",
                table: "StudioMembers",
                column: "WorkerId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioMoves_StudioId",
                table: "StudioMoves",
                column: "StudioId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioNamings_StudioId",
                table: "StudioNamings",
                column: "StudioId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioPapers_StudioId",
                table: "StudioPapers",
                column: "StudioId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioResults_HonourId",
                table: "StudioResults",
                column: "HonourId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioResults_StudioId_HonourId",
                table: "StudioResults",
                columns: new[] { "StudioId", "HonourId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Studios_UnitId",
                table: "Studios",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_StudioTopics_StudioId",
                table: "StudioTopics",
                column: "StudioId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StudioActivities");

            migrationBuilder.DropTable(
                name: "StudioAssessmentMoves");

            migrationBuilder.DropTable(
                name: "StudioFundings");

            migrationBuilder.DropTable(
                name: "StudioLeaders");

            migrationBuilder.DropTable(
                name: "StudioMembers");

            migrationBuilder.DropTable(
                name: "StudioMoves");

            migrationBuilder.DropTable(
                name: "StudioNamings");

            migrationBuilder.DropTable(
                name: "StudioPapers");

            migrationBuilder.DropTable(
                name: "StudioResults");

            migrationBuilder.DropTable(
                name: "StudioTopics");

            migrationBuilder.DropTable(
                name: "StudioAssessments");

            migrationBuilder.DropTable(
                name: "Studios");
        }
    }
}
