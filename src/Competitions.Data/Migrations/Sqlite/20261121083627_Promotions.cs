using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Promotions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_EventId_PromotedFrom",
                table: "Entries");

            migrationBuilder.AddColumn<int>(
                name: "PromotionLineId",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ResultSheets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReceiverId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceiverName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ImportedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContestName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Organiser = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EventTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EventId = table.Column<int>(type: "INTEGER", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Evidence = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacesId = table.Column<int>(type: "INTEGER", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultSheets_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResultSheets_Organisations_ReceiverId",
                        column: x => x.ReceiverId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResultSheets_ResultSheets_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "ResultSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PromotionLists",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Round = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    SourceEventId = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceRound = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    SourceGroup = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    SourceSheetId = table.Column<int>(type: "INTEGER", nullable: true),
                    SourceTitle = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SourceSeal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ComputedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromotionLists_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PromotionLists_ResultSheets_SourceSheetId",
                        column: x => x.SourceSheetId,
                        principalTable: "ResultSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResultRows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IdNumberSealed = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: true),
                    IdNumberIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    WorkerId = table.Column<int>(type: "INTEGER", nullable: true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: true),
                    Mark = table.Column<long>(type: "INTEGER", nullable: false),
                    Theory = table.Column<long>(type: "INTEGER", nullable: true),
                    Practical = table.Column<long>(type: "INTEGER", nullable: true),
                    Minutes = table.Column<long>(type: "INTEGER", nullable: true),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ResultSheetId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultRows_ResultSheets_ResultSheetId",
                        column: x => x.ResultSheetId,
                        principalTable: "ResultSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResultSheetMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Move = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ResultSheetId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultSheetMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultSheetMoves_ResultSheets_ResultSheetId",
                        column: x => x.ResultSheetId,
                        principalTable: "ResultSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromotionActs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PromotionListId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionActs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromotionActs_PromotionLists_PromotionListId",
                        column: x => x.PromotionListId,
                        principalTable: "PromotionLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromotionLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Settled = table.Column<int>(type: "INTEGER", nullable: false),
                    Names = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    UnitName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Mark = table.Column<long>(type: "INTEGER", nullable: false),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    FromEntryId = table.Column<int>(type: "INTEGER", nullable: true),
                    FromRowId = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReserveOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: true),
                    Obstacle = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsGone = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsFilled = table.Column<bool>(type: "INTEGER", nullable: false),
                    PromotionListId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromotionLines_PromotionLists_PromotionListId",
                        column: x => x.PromotionListId,
                        principalTable: "PromotionLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PromotionMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Move = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PromotionListId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromotionMoves_PromotionLists_PromotionListId",
                        column: x => x.PromotionListId,
                        principalTable: "PromotionLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_EventId_PromotedFrom",
                table: "Entries",
                columns: new[] { "EventId", "PromotedFrom" },
                unique: true,
                filter: "[PromotedFrom] IS NOT NULL AND [Stage] <> 'Withdrawn' AND [Stage] <> 'Refused' AND [Stage] <> 'Released'");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_PromotionLineId",
                table: "Entries",
                column: "PromotionLineId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PromotionActs_PromotionListId",
                table: "PromotionActs",
                column: "PromotionListId");

            migrationBuilder.CreateIndex(
                name: "IX_PromotionLines_EntryId",
                table: "PromotionLines",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_PromotionLines_PromotionListId",
                table: "PromotionLines",
                column: "PromotionListId");

            migrationBuilder.CreateIndex(
                name: "IX_PromotionLists_EventId_Stage",
                table: "PromotionLists",
                columns: new[] { "EventId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_PromotionLists_SourceSheetId",
                table: "PromotionLists",
                column: "SourceSheetId");

            migrationBuilder.CreateIndex(
                name: "IX_PromotionMoves_PromotionListId",
                table: "PromotionMoves",
                column: "PromotionListId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultRows_IdNumberIndex",
                table: "ResultRows",
                column: "IdNumberIndex");

            migrationBuilder.CreateIndex(
                name: "IX_ResultRows_ResultSheetId",
                table: "ResultRows",
                column: "ResultSheetId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultSheetMoves_ResultSheetId",
                table: "ResultSheetMoves",
                column: "ResultSheetId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultSheets_OrganisationId_Stage",
                table: "ResultSheets",
                columns: new[] { "OrganisationId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_ResultSheets_ReceiverId_Stage",
                table: "ResultSheets",
                columns: new[] { "ReceiverId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_ResultSheets_ReplacesId",
                table: "ResultSheets",
                column: "ReplacesId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PromotionActs");

            migrationBuilder.DropTable(
                name: "PromotionLines");

            migrationBuilder.DropTable(
                name: "PromotionMoves");

            migrationBuilder.DropTable(
                name: "ResultRows");

            migrationBuilder.DropTable(
                name: "ResultSheetMoves");

            migrationBuilder.DropTable(
                name: "PromotionLists");

            migrationBuilder.DropTable(
                name: "ResultSheets");

            migrationBuilder.DropIndex(
                name: "IX_Entries_EventId_PromotedFrom",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_PromotionLineId",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "PromotionLineId",
                table: "Entries");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_EventId_PromotedFrom",
                table: "Entries",
                columns: new[] { "EventId", "PromotedFrom" },
                unique: true);
        }
    }
}
