using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MarkReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MarkReasons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Work = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarkReasons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SheetSignatures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Work = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    As = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 450, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetSignatures", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MarkReasons_EventCode_Work",
                table: "MarkReasons",
                columns: new[] { "EventCode", "Work" });

            migrationBuilder.CreateIndex(
                name: "IX_SheetSignatures_EventCode_Work",
                table: "SheetSignatures",
                columns: new[] { "EventCode", "Work" });

            migrationBuilder.SealAgainstChange("MarkReasons");
            migrationBuilder.SealAgainstChange("SheetSignatures");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MarkReasons");

            migrationBuilder.DropTable(
                name: "SheetSignatures");
        }
    }
}
