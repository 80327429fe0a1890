package org.parley.moderation.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.moderation.policy.Policies;
import org.parley.moderation.statistics.ModerationStatisticsView.Agreement;
import org.parley.moderation.statistics.ModerationStatisticsView.Appeals;
import org.parley.moderation.statistics.ModerationStatisticsView.DecisionFigures;
import org.parley.moderation.statistics.ModerationStatisticsView.ModeratorFigures;
import org.parley.moderation.statistics.ModerationStatisticsView.PolicyFigures;

import org.springframework.stereotype.Component;

/** Compiles the statistics of a period. */
@Component
class CompileStatistics {

	private final DecisionTallies decisionTallies;

	private final Policies policies;

	CompileStatistics(DecisionTallies decisionTallies, Policies policies) {
		this.decisionTallies = decisionTallies;
		this.policies = policies;
	}

	ModerationStatisticsView compile(StatisticsPeriod period) {
		return new ModerationStatisticsView(period.from(), period.until(), moderators(period), policies(period));
	}

	private List<ModeratorFigures> moderators(StatisticsPeriod period) {
		var figures = figures(TallyKey.MODERATOR, period);
		return tallies(TallyKey.MODERATOR, period).stream()
			.map((tally) -> new ModeratorFigures(tally.by(), figures.apply(tally)))
			.toList();
	}

	private List<PolicyFigures> policies(StatisticsPeriod period) {
		var figures = figures(TallyKey.POLICY, period);
		var tallies = tallies(TallyKey.POLICY, period);
		var names = this.policies.findNames(tallies.stream().map((tally) -> Long.parseLong(tally.id())).toList());
		return tallies.stream().map((tally) -> {
			var version = Long.parseLong(tally.id());
			return new PolicyFigures(version, names.get(version), figures.apply(tally));
		}).toList();
	}

	private List<DecisionTally> tallies(TallyKey key, StatisticsPeriod period) {
		return this.decisionTallies.countDecisions(key, period)
			.stream()
			.sorted(Comparator.comparingLong(DecisionTally::decisions).reversed().thenComparing(DecisionTally::id))
			.toList();
	}

	private Function<DecisionTally, DecisionFigures> figures(TallyKey key, StatisticsPeriod period) {
		var agreement = index(this.decisionTallies.countAgreement(key, period), AgreementTally::id);
		var appeals = index(this.decisionTallies.countAppeals(key, period), AppealTally::id);
		return (tally) -> figures(tally, agreement.getOrDefault(tally.id(), AgreementTally.none(tally.id())),
				appeals.getOrDefault(tally.id(), AppealTally.none(tally.id())));
	}

	private static DecisionFigures figures(DecisionTally tally, AgreementTally agreement, AppealTally appeals) {
		return new DecisionFigures(tally.decisions(), tally.dismissed(), tally.reversed(), tally.seconds().getFirst(),
				tally.seconds().getLast(), Agreement.of(tally.rated(), (double) tally.confirmed()),
				Agreement.of(agreement.compared(), agreement.agreed()),
				new Appeals(appeals.filed(), appeals.answered(), appeals.overturned()));
	}

	private static <T> Map<String, T> index(List<T> tallies, Function<T, String> id) {
		return tallies.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
	}

}
