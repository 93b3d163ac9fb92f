using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Competitions.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HonourImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "GrantedElsewhere",
                table: "Honours",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ImportId",
                table: "Honours",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ImportRow",
                table: "Honours",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Remark",
                table: "Honours",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "HonourImports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganisationId = table.Column<int>(type: "int", nullable: false),
                    BatchId = table.Column<int>(type: "int", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    By = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedBy = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HonourImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HonourImports_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Honours_ImportId",
                table: "Honours",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_HonourImports_BatchId",
                table: "HonourImports",
                column: "BatchId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HonourImports_OrganisationId_Stage",
                table: "HonourImports",
                columns: new[] { "OrganisationId", "Stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HonourImports");

            migrationBuilder.DropIndex(
                name: "IX_Honours_ImportId",
                table: "Honours");

            migrationBuilder.DropColumn(
                name: "GrantedElsewhere",
                table: "Honours");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Honours");

            migrationBuilder.DropColumn(
                name: "ImportRow",
                table: "Honours");

            migrationBuilder.DropColumn(
                name: "Remark",
                table: "Honours");
        }
    }
}
