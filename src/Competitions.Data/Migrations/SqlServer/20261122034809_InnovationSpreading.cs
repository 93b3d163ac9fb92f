using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class InnovationSpreading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Spreadings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ApplicationId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AdopterId = table.Column<int>(type: "int", nullable: true),
                    AdopterName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AdopterKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Trained = table.Column<int>(type: "int", nullable: false),
                    Effect = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    BenefitLines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Net = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: false),
                    Paper_Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Paper_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Paper_ContentType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Paper_Bytes = table.Column<long>(type: "bigint", nullable: true),
                    RegisteredBy = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Spreadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Spreadings_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Spreadings_Organisations_AdopterId",
                        column: x => x.AdopterId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Spreadings_Organisations_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpreadingMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Move = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SpreadingId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpreadingMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpreadingMoves_Spreadings_SpreadingId",
                        column: x => x.SpreadingId,
                        principalTable: "Spreadings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SpreadingMoves_SpreadingId",
                table: "SpreadingMoves",
                column: "SpreadingId");

            migrationBuilder.CreateIndex(
                name: "IX_Spreadings_AdopterId_Stage",
                table: "Spreadings",
                columns: new[] { "AdopterId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Spreadings_AdopterKey",
                table: "Spreadings",
                column: "AdopterKey",
                unique: true,
                filter: "[AdopterKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Spreadings_ApplicationId_Stage",
                table: "Spreadings",
                columns: new[] { "ApplicationId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Spreadings_UnitId_Stage",
                table: "Spreadings",
                columns: new[] { "UnitId", "Stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SpreadingMoves");

            migrationBuilder.DropTable(
                name: "Spreadings");
        }
    }
}
