using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Patents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PatentRewardPresets",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatentRewardPresets", x => new { x.Code, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "Patents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ApplicationNumber = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PublicationNumber = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    GrantNumber = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    GrantedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FeeDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StudioId = table.Column<int>(type: "int", nullable: true),
                    ApplicationId = table.Column<int>(type: "int", nullable: true),
                    Reward = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Patents_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatentFees",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PatentId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatentFees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatentFees_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PatentInventors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Order = table.Column<int>(type: "int", nullable: false),
                    WorkerId = table.Column<int>(type: "int", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    IsFrontLine = table.Column<bool>(type: "bit", nullable: false),
                    PatentId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatentInventors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatentInventors_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PatentMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Move = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    PatentId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatentMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatentMoves_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PatentFees_PatentId",
                table: "PatentFees",
                column: "PatentId");

            migrationBuilder.CreateIndex(
                name: "IX_PatentInventors_PatentId",
                table: "PatentInventors",
                column: "PatentId");

            migrationBuilder.CreateIndex(
                name: "IX_PatentInventors_WorkerId",
                table: "PatentInventors",
                column: "WorkerId");

            migrationBuilder.CreateIndex(
                name: "IX_PatentMoves_PatentId",
                table: "PatentMoves",
                column: "PatentId");

            migrationBuilder.CreateIndex(
                name: "IX_Patents_ApplicationNumber",
                table: "Patents",
                column: "ApplicationNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Patents_FeeDueOn",
                table: "Patents",
                column: "FeeDueOn");

            migrationBuilder.CreateIndex(
                name: "IX_Patents_UnitId_Stage",
                table: "Patents",
                columns: new[] { "UnitId", "Stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PatentFees");

            migrationBuilder.DropTable(
                name: "PatentInventors");

            migrationBuilder.DropTable(
                name: "PatentMoves");

            migrationBuilder.DropTable(
                name: "PatentRewardPresets");

            migrationBuilder.DropTable(
                name: "Patents");
        }
    }
}
