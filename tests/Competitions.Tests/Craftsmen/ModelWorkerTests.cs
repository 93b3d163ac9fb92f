using Competitions.Craftsmen;
using Competitions.Honours;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Tests.Programmes;

namespace Competitions.Tests.Craftsmen;

/// <summary>District model workers (craftsmen.md §9.3): who is not recommended, whose opinions are asked for, how the list is composed.</summary>
public class ModelWorkerTests
{
    private static readonly CallRules Rules = Called.Rules with
    {
        Persons = new PersonsRule("推荐人选", 1, 1, false), Honour = new HonourRule(HonourKind.Title, HonouredAs.First, [new GradeRule("临平区劳动模范")]),
        Opinions = [new OpinionRule("公安"), new OpinionRule("税务", ModelWorkerForm.Type, ModelWorkerForm.Head)],
        Composition = [new CompositionRule("一线职工", ModelWorkerForm.Type, ModelWorkerForm.FrontLine, Least: 0.6m), new CompositionRule("企业负责人", ModelWorkerForm.Type, ModelWorkerForm.Head, Most: 0.1m), new CompositionRule("女性", Composition.Women, Least: 0.2m)],
    };

    [Theory]
    [InlineData(ModelWorkerForm.IsCadre, "model-worker.county-cadre")]
    [InlineData(ModelWorkerForm.IsPunished, "model-worker.punished")]
    public void Cadres_of_county_rank_and_who_was_punished_are_not_recommended(string key, string code)
    {
        var call = Called.Call(Rules, ModelWorkerForm.Code);
        var made = Declared(call, 1, ModelWorkerForm.FrontLine, (key, "是"));
        Assert.Contains(new ModelWorkerChecks().Of(made, call, ApplicationFacts.None, new DateOnly(2026, 3, 10)), f => f.Code == code && f.IsBlocking);
    }

    [Fact]
    public void Whose_opinion_is_asked_for_follows_from_what_he_is()
    {
        var call = Called.Call(Rules, ModelWorkerForm.Code);
        Assert.Equal(["公安"], Declared(call, 1, ModelWorkerForm.FrontLine).OpinionsNeeded(Rules));
        Assert.Equal(["公安", "税务"], Declared(call, 2, ModelWorkerForm.Head).OpinionsNeeded(Rules));
    }

    [Fact]
    public void Nobody_is_approved_before_every_word_is_there_or_against_one()
    {
        var call = Called.Call(Rules, ModelWorkerForm.Code);
        var made = Called.Accepted(call);
        call.BeginReview([made], new DateOnly(2026, 4, 16), Called.Officer, Called.After);
        call.Rank([made], [.. Enumerable.Range(1, 5).Select(n => Called.Sheet(call, made, $"expert-{n}", 50, 30))], Called.Officer, Called.After);

        Assert.Equal("call.opinion-missing", Called.Refused(() => call.Approve([made], Called.Leader, Called.After)));
        made.Give(call, Opinion("公安", false));
        Assert.Equal("call.opinion-against", Called.Refused(() => call.Approve([made], Called.Leader, Called.After)));
        Assert.Equal("application.opinion-unknown", Called.Refused(() => made.Give(call, Opinion("气象", true))));
        made.Give(call, Opinion("公安", true)); // the later word counts
        call.Approve([made], Called.Leader, Called.After);
        Assert.Single(made.Opinions);
    }

    /// <summary>By hand: of five, three on the front line are 60 %, one head is 20 %, one woman 20 %.</summary>
    [Fact]
    public void The_list_is_held_against_its_shares()
    {
        var call = Called.Call(Rules, ModelWorkerForm.Code);
        string[] types = [ModelWorkerForm.FrontLine, ModelWorkerForm.FrontLine, ModelWorkerForm.FrontLine, ModelWorkerForm.Technical, ModelWorkerForm.Head];
        List<Application> list = [.. types.Select((t, i) => Declared(call, i + 1, t))];

        var lines = Composition.Of(Rules, list, worker => worker == 101 ? Sex.Female : Sex.Male);
        Assert.Equal([(0.6m, true), (0.2m, false), (0.2m, true)], lines.Select(l => (l.Share, l.Keeps)));
    }

    private static ApplicationOpinion Opinion(string body, bool favourable) => new(body, favourable, "未发现违法记录", new DateOnly(2026, 4, 16), Called.Officer, Called.After);

    private static Application Declared(Call call, int id, string type, params (string Key, string Value)[] more)
    {
        var made = Called.Draft(call, id);
        made.Write(call, made.Title, new Answers([new(ModelWorkerForm.Type, [[type]]), .. more.Select(m => KeyValuePair.Create(m.Key, (IReadOnlyList<IReadOnlyList<string>>)[[m.Value]]))]), [.. made.People]);
        return made;
    }
}
