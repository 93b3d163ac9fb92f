using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Results : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Results",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EventId = table.Column<int>(type: "int", nullable: false),
                    Round = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    CorrectsId = table.Column<int>(type: "int", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EventTitle = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RoundName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    GroupName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ComputedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ComputedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Basis = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Spread = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Seal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Results", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Results_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Results_Results_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "Results",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResultLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Order = table.Column<int>(type: "int", nullable: false),
                    EntryId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AdmissionNumber = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    TeamName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Names = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Modules = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Raw = table.Column<long>(type: "bigint", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: true),
                    Passed = table.Column<bool>(type: "bit", nullable: false),
                    Score = table.Column<decimal>(type: "decimal(19,8)", precision: 19, scale: 8, nullable: true),
                    Medal = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Prize = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Members = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Unranked = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ResultId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultLines_Results_ResultId",
                        column: x => x.ResultId,
                        principalTable: "Results",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResultMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Move = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ResultId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultMoves_Results_ResultId",
                        column: x => x.ResultId,
                        principalTable: "Results",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ResultLines_EntryId",
                table: "ResultLines",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultLines_ResultId",
                table: "ResultLines",
                column: "ResultId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultMoves_ResultId",
                table: "ResultMoves",
                column: "ResultId");

            migrationBuilder.CreateIndex(
                name: "IX_Results_CorrectsId",
                table: "Results",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_Results_EventId_Round_Group_Number",
                table: "Results",
                columns: new[] { "EventId", "Round", "Group", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ResultLines");

            migrationBuilder.DropTable(
                name: "ResultMoves");

            migrationBuilder.DropTable(
                name: "Results");
        }
    }
}
