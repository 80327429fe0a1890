package org.parley.moderation.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.parley.moderation.policy.PolicyRule;
import org.parley.moderation.policy.RuleConditions;
import org.parley.moderation.rule.RuleTrace.ConditionTrace;

/**
 * A rule with its conditions: those about the text first, then those that read the
 * database.
 */
record CompiledRule(PolicyRule rule, List<CompiledCondition> conditions) {

	static CompiledRule of(PolicyRule rule) {
		return new CompiledRule(rule, conditions(rule.when()));
	}

	private static List<CompiledCondition> conditions(RuleConditions when) {
		var conditions = new ArrayList<CompiledCondition>();
		if (when.categories() != null) {
			conditions.add(CompiledCondition.categories(when.categories()));
		}
		if (when.words() != null) {
			conditions.add(CompiledCondition.words(when.words()));
		}
		if (when.patterns() != null) {
			conditions.add(CompiledCondition.patterns(when.patterns()));
		}
		if (when.domains() != null) {
			conditions.add(CompiledCondition.domains(when.domains()));
		}
		if (when.scripts() != null) {
			conditions.add(CompiledCondition.scripts(when.scripts()));
		}
		if (when.linksOver() != null) {
			conditions.add(CompiledCondition.linksOver(when.linksOver()));
		}
		addFacts(when, conditions);
		return List.copyOf(conditions);
	}

	private static void addFacts(RuleConditions when, List<CompiledCondition> conditions) {
		if (when.accountYoungerThan() != null) {
			conditions.add(CompiledCondition.accountYoungerThan(Duration.parse(when.accountYoungerThan())));
		}
		if (when.posts() != null) {
			conditions.add(CompiledCondition.posts(when.posts()));
		}
		if (when.repeats() != null) {
			conditions.add(CompiledCondition.repeats(when.repeats()));
		}
		if (when.reports() != null) {
			conditions.add(CompiledCondition.reports(when.reports()));
		}
	}

	boolean fires(Submission submission, PastPosts past) {
		return this.conditions.stream().allMatch((condition) -> condition.match().apply(submission, past).isPresent());
	}

	RuleTrace trace(Submission submission, PastPosts past) {
		var traces = this.conditions.stream().map((condition) -> trace(condition, submission, past)).toList();
		return new RuleTrace(this.rule.name(), this.rule.then(), traces.stream().allMatch(ConditionTrace::holds), false,
				traces);
	}

	RuleTrace skipped() {
		return new RuleTrace(this.rule.name(), this.rule.then(), false, true, List.of());
	}

	private static ConditionTrace trace(CompiledCondition condition, Submission submission, PastPosts past) {
		var found = condition.match().apply(submission, past);
		return new ConditionTrace(condition.name(), found.isPresent(), found.orElse(null));
	}

}
