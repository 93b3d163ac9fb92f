using Competitions.Benchmarks;

System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(Competitions.Data.CompetitionsDb).Module.ModuleHandle); // it says where SQLite lies

// The floors are processes of their own, as the program is: the client shares the cores with both alike.
switch (args)
{
    case ["floor-hub", var port]:
        await BareHub.Serve(port);
        return 0;
    case ["floor-board", var port, var file]:
        await BareBoard.Serve(port, file);
        return 0;
    case ["push"]:
        await PushBenchmark.Run();
        return 0;
    case ["board"]:
        await BoardBenchmark.Run();
        return 0;
    case ["marks"]:
        await MarksBenchmark.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync("push | board | marks");
        return 2;
}
