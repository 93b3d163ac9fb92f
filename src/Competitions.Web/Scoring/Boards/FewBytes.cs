using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Competitions.Web.Scoring.Boards;

/// <summary>
/// Counts what a viewer sends before anybody reads it, for a filter of the hub sees only questions that the hub knows: who sends
/// pings, answers or unknown words without end is shown out too.
/// </summary>
internal static class FewBytes
{
    /// <summary>A page sends a hundred when it opens and a ping of a dozen four times a minute.</summary>
    private const int MostInAMinute = 16 * 1024;

    public static IConnectionBuilder UseFewBytes(this IConnectionBuilder connection)
    {
        var clock = connection.ApplicationServices.GetRequiredService<TimeProvider>();
        return connection.Use(next => viewer =>
        {
            viewer.Transport = new Counted(viewer.Transport, viewer, clock);
            return next(viewer);
        });
    }

    private sealed class Counted(IDuplexPipe pipe, ConnectionContext viewer, TimeProvider clock) : PipeReader, IDuplexPipe
    {
        private ReadOnlySequence<byte> _read;
        private long _since = clock.GetTimestamp();
        private long _bytes;

        public PipeReader Input => this;
        public PipeWriter Output => pipe.Output;

        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            var read = await pipe.Input.ReadAsync(cancellationToken);
            _read = read.Buffer;
            return read;
        }

        public override bool TryRead(out ReadResult result)
        {
            var any = pipe.Input.TryRead(out result);
            _read = result.Buffer;
            return any;
        }

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            var now = clock.GetTimestamp();
            (_since, _bytes) = clock.GetElapsedTime(_since, now) > TimeSpan.FromMinutes(1) ? (now, 0) : (_since, _bytes);
            _bytes += _read.Slice(0, consumed).Length;
            pipe.Input.AdvanceTo(consumed, examined);
            if (_bytes > MostInAMinute)
            {
                viewer.Abort();
            }
        }

        public override void CancelPendingRead() => pipe.Input.CancelPendingRead();

        public override void Complete(Exception? exception = null) => pipe.Input.Complete(exception);
    }
}
