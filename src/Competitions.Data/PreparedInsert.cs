using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Competitions.Data;

/// <summary>
/// One INSERT made from the model's own mapping, prepared once and run for each row: for the embedded database, where many
/// thousands of rows go in at a time. Keys are given by the caller.
/// </summary>
public sealed class PreparedInsert : IDisposable
{
    private readonly DbCommand _command;
    private readonly List<IProperty> _columns;

    /// <param name="rows">The entity or owned type.</param>
    /// <param name="db">With an open transaction.</param>
    public PreparedInsert(CompetitionsDb db, IEntityType rows)
    {
        var table = StoreObjectIdentifier.Create(rows, StoreObjectType.Table)!.Value;
        var sql = db.GetService<ISqlGenerationHelper>();
        _columns = [.. rows.GetProperties().Where(p => p.GetColumnName(table) is not null)];
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var (property, i) in _columns.Select((p, i) => (p, i)))
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            _command.Parameters.Add(parameter);
        }

        var names = string.Join(", ", _columns.Select(p => sql.DelimitIdentifier(p.GetColumnName(table)!)));
#pragma warning disable CA2100 // names come from the model alone
        _command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({names}) VALUES ({string.Join(", ", _command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName))})";
#pragma warning restore CA2100
        _command.Prepare();
    }

    /// <param name="row">The object whose properties are stored.</param>
    /// <param name="keys">What the object does not hold itself: its key, its owner's.</param>
    public void Run(object row, IReadOnlyDictionary<string, object> keys)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            var value = keys.TryGetValue(_columns[i].Name, out var key) ? key : _columns[i].GetGetter().GetClrValue(row);
            _command.Parameters[i].Value = (_columns[i].GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
