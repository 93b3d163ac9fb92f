using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PanelTickets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "TicketId",
                table: "Visits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MarkDevices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ticket = table.Column<int>(type: "INTEGER", nullable: false),
                    Signature = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarkDevices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PanelTickets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    PanelId = table.Column<int>(type: "INTEGER", nullable: false),
                    Module = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeviceKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelTickets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PanelTickets_Panels_PanelId",
                        column: x => x.PanelId,
                        principalTable: "Panels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MarkDevices_EventCode",
                table: "MarkDevices",
                column: "EventCode");

            migrationBuilder.CreateIndex(
                name: "IX_PanelTickets_CodeHash",
                table: "PanelTickets",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PanelTickets_PanelId_Account",
                table: "PanelTickets",
                columns: new[] { "PanelId", "Account" });

            migrationBuilder.SealAgainstChange("MarkDevices");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MarkDevices");

            migrationBuilder.DropTable(
                name: "PanelTickets");

            migrationBuilder.DropColumn(
                name: "TicketId",
                table: "Visits");
        }
    }
}
