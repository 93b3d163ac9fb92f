using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Rechecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "RecheckId",
                table: "CorrectionSlips",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Rechecks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EventId = table.Column<int>(type: "int", nullable: false),
                    Module = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Seed = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Shares = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Field = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    StartedBy = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WidenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rechecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rechecks_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SheetConfirmations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EventCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Module = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetConfirmations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SheetLocks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EventCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Module = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Turn = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Account = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetLocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecheckFindings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Work = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Was = table.Column<long>(type: "bigint", nullable: false),
                    Right = table.Column<long>(type: "bigint", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(450)", maxLength: 450, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecheckId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecheckFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecheckFindings_Rechecks_RecheckId",
                        column: x => x.RecheckId,
                        principalTable: "Rechecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecheckItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Work = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    For = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecheckId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecheckItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecheckItems_Rechecks_RecheckId",
                        column: x => x.RecheckId,
                        principalTable: "Rechecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecheckMoves",
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
                    RecheckId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecheckMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecheckMoves_Rechecks_RecheckId",
                        column: x => x.RecheckId,
                        principalTable: "Rechecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectionSlips_RecheckId",
                table: "CorrectionSlips",
                column: "RecheckId");

            migrationBuilder.CreateIndex(
                name: "IX_RecheckFindings_RecheckId",
                table: "RecheckFindings",
                column: "RecheckId");

            migrationBuilder.CreateIndex(
                name: "IX_RecheckItems_RecheckId",
                table: "RecheckItems",
                column: "RecheckId");

            migrationBuilder.CreateIndex(
                name: "IX_RecheckMoves_RecheckId",
                table: "RecheckMoves",
                column: "RecheckId");

            migrationBuilder.CreateIndex(
                name: "IX_Rechecks_EventId_Module_Number",
                table: "Rechecks",
                columns: new[] { "EventId", "Module", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SheetConfirmations_EventCode_Module_Day",
                table: "SheetConfirmations",
                columns: new[] { "EventCode", "Module", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_SheetLocks_EventCode_Module_Day",
                table: "SheetLocks",
                columns: new[] { "EventCode", "Module", "Day" });

            migrationBuilder.SealAgainstChange("SheetConfirmations");
            migrationBuilder.SealAgainstChange("SheetLocks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RecheckFindings");

            migrationBuilder.DropTable(
                name: "RecheckItems");

            migrationBuilder.DropTable(
                name: "RecheckMoves");

            migrationBuilder.DropTable(
                name: "SheetConfirmations");

            migrationBuilder.DropTable(
                name: "SheetLocks");

            migrationBuilder.DropTable(
                name: "Rechecks");

            migrationBuilder.DropIndex(
                name: "IX_CorrectionSlips_RecheckId",
                table: "CorrectionSlips");

            migrationBuilder.DropColumn(
                name: "RecheckId",
                table: "CorrectionSlips");
        }
    }
}
