package org.parley.moderation.rule;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Policy.Wording;

/** The rules of a policy, ready to be used many times. */
public final class PolicyRules {

	private static final Duration HOUR = Duration.ofHours(1);

	private final long version;

	private final List<ContentRule> all;

	private PolicyRules(long version, List<ContentRule> all) {
		this.version = version;
		this.all = List.copyOf(all);
	}

	/**
	 * Makes a policy's rules ready.
	 * @throws com.google.re2j.PatternSyntaxException when a pattern is none
	 */
	public static PolicyRules of(Policy policy) {
		var wordings = Stream.concat(policy.words().stream().map(PolicyRules::words),
				policy.patterns().stream().map(PolicyRules::patterns));
		var limits = Stream.of(links(policy.links()), newcomerLinks(policy.newcomers()),
				newcomerPosts(policy.newcomers()), repeats(policy.repeats()));
		return new PolicyRules(policy.version(), Stream.concat(wordings, limits).toList());
	}

	/** Of which policy. */
	public long version() {
		return this.version;
	}

	/** All that the rules find. */
	public List<RuleFinding> check(Submission submission, PastPosts past) {
		return this.all.stream().flatMap((rule) -> rule.look(submission, past)).toList();
	}

	private static ContentRule words(Wording list) {
		var phrases = list.entries().stream().map(NormalizedText::of).toList();
		return (submission, _) -> found(phrases.stream().anyMatch(submission.words()::contain), list);
	}

	/** RE2 takes time in proportion to the text, whatever the pattern. */
	private static ContentRule patterns(Wording list) {
		var patterns = list.entries().stream().map(Pattern::compile).toList();
		return (submission, _) -> found(patterns.stream().anyMatch((one) -> one.matcher(submission.text()).find()),
				list);
	}

	private static ContentRule links(Policy.Links limit) {
		return (submission, _) -> found(submission.links() > limit.most(), new RuleFinding("links", limit.verdict()));
	}

	private static ContentRule newcomerLinks(Policy.Newcomers limit) {
		return (submission, _) -> found(isNew(submission, limit) && submission.links() > limit.links(),
				new RuleFinding("newcomer/links", limit.verdict()));
	}

	private static ContentRule newcomerPosts(Policy.Newcomers limit) {
		return (submission, past) -> found(
				limit.postsPerHour() > 0 && isNew(submission, limit) && past.within(HOUR) >= limit.postsPerHour(),
				new RuleFinding("newcomer/posts", limit.verdict()));
	}

	private static ContentRule repeats(Policy.Repeats limit) {
		return (submission, past) -> found(
				limit.copies() > 0 && submission.words().count() >= limit.words()
						&& past.same(submission.hash(), limit.window()) >= limit.copies(),
				new RuleFinding("repeated", limit.verdict()));
	}

	private static boolean isNew(Submission submission, Policy.Newcomers limit) {
		return !submission.trusted() && submission.authorAge().compareTo(limit.age()) < 0;
	}

	private static Stream<RuleFinding> found(boolean is, Wording list) {
		return found(is, new RuleFinding(list.reason(), list.verdict()));
	}

	private static Stream<RuleFinding> found(boolean is, RuleFinding ruleFinding) {
		return is ? Stream.of(ruleFinding) : Stream.empty();
	}

}
