package org.parley.moderation.rule;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Policy.Wording;

/** The compiled rules of a policy. */
public final class PolicyRules {

	private static final Duration HOUR = Duration.ofHours(1);

	private final long version;

	private final List<ContentRule> rules;

	private PolicyRules(long version, List<ContentRule> rules) {
		this.version = version;
		this.rules = List.copyOf(rules);
	}

	/**
	 * Compiles the rules of a policy.
	 * @throws com.google.re2j.PatternSyntaxException when a pattern is invalid
	 */
	public static PolicyRules of(Policy policy) {
		var wordings = Stream.concat(policy.words().stream().map(PolicyRules::words),
				policy.patterns().stream().map(PolicyRules::patterns));
		var limits = Stream.of(links(policy.links()), newcomerLinks(policy.newcomers()),
				newcomerPosts(policy.newcomers()), repeats(policy.repeats()));
		return new PolicyRules(policy.version(), Stream.concat(wordings, limits).toList());
	}

	/** The version of the policy. */
	public long version() {
		return this.version;
	}

	/** Returns the findings of all rules. */
	public List<RuleFinding> check(Submission submission, PastPosts past) {
		return this.rules.stream().flatMap((rule) -> rule.check(submission, past)).toList();
	}

	private static ContentRule words(Wording list) {
		var phrases = list.entries().stream().map(NormalizedText::of).toList();
		return (submission, _) -> found(phrases.stream().anyMatch(submission.words()::contains), list);
	}

	/** RE2 matches in linear time, so a policy's pattern cannot block a worker. */
	private static ContentRule patterns(Wording list) {
		var patterns = list.entries().stream().map(Pattern::compile).toList();
		return (submission,
				_) -> found(patterns.stream().anyMatch((pattern) -> pattern.matcher(submission.text()).find()), list);
	}

	private static ContentRule links(Policy.Links limit) {
		return (submission, _) -> found(submission.links() > limit.most(), new RuleFinding("links", limit.verdict()));
	}

	private static ContentRule newcomerLinks(Policy.Newcomers limit) {
		return (submission, _) -> found(submission.links() > limit.links() && submission.isNewcomer(limit.age()),
				new RuleFinding("newcomer/links", limit.verdict()));
	}

	private static ContentRule newcomerPosts(Policy.Newcomers limit) {
		return (submission, past) -> found(
				limit.postsPerHour() > 0 && submission.isNewcomer(limit.age())
						&& past.count(HOUR, limit.postsPerHour()) >= limit.postsPerHour(),
				new RuleFinding("newcomer/posts", limit.verdict()));
	}

	private static ContentRule repeats(Policy.Repeats limit) {
		return (submission, past) -> found(
				limit.copies() > 0 && submission.words().wordCount() >= limit.words()
						&& past.countCopies(limit.window(), limit.copies()) >= limit.copies(),
				new RuleFinding("repeated", limit.verdict()));
	}

	private static Stream<RuleFinding> found(boolean matches, Wording list) {
		return found(matches, new RuleFinding(list.reason(), list.verdict()));
	}

	private static Stream<RuleFinding> found(boolean matches, RuleFinding ruleFinding) {
		return matches ? Stream.of(ruleFinding) : Stream.empty();
	}

}
