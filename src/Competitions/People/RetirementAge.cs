namespace Competitions.People;

/// <summary>
/// Legal age of retirement by birth month: 全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13, in force from 2025-01-01).
/// From a first birth month on, the old age rises by one month for every so many birth months, up to a most.
/// </summary>
public sealed record RetirementAge(int Years, int Months)
{
    private static readonly Rule Men = new(60, new DateOnly(1965, 1, 1), 4, 36);
    private static readonly Rule WomenCadres = new(55, new DateOnly(1970, 1, 1), 4, 36);
    private static readonly Rule WomenWorkers = new(50, new DateOnly(1975, 1, 1), 2, 60);

    /// <param name="sex">Where it is not known, the latest of the ages.</param>
    /// <param name="isCadre">Only women's age depends on it. Where nobody said, the later one: nobody is shut out for a gap in the register.</param>
    public static RetirementAge Of(Sex sex, bool? isCadre, DateOnly bornOn) =>
        sex is not Sex.Female ? Men.For(bornOn)
        : isCadre is false ? WomenWorkers.For(bornOn)
        : WomenCadres.For(bornOn);

    /// <summary>The day on which a person born that day comes of it.</summary>
    public DateOnly ReachedOn(DateOnly bornOn) => bornOn.AddMonths(Years * 12 + Months);

    public override string ToString() => Months == 0 ? $"{Years} 岁" : $"{Years} 岁 {Months} 个月";

    /// <param name="Years">The age before 2025.</param>
    /// <param name="First">The first birth month whose age rises.</param>
    /// <param name="Step">Birth months to each month of delay.</param>
    /// <param name="Most">Months of delay at the end.</param>
    private sealed record Rule(int Years, DateOnly First, int Step, int Most)
    {
        public RetirementAge For(DateOnly bornOn)
        {
            var later = (bornOn.Year - First.Year) * 12 + bornOn.Month - First.Month;
            var delay = later < 0 ? 0 : Math.Min(later / Step + 1, Most);
            return new(Years + delay / 12, delay % 12);
        }
    }
}
