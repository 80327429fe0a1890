package org.parley.moderation.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.Thresholds;
import org.parley.moderation.policy.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PolicyRulesTests {

	private static final Duration OLD = Duration.ofDays(100);

	private static final Duration YOUNG = Duration.ofHours(1);

	private static final PastPosts NONE = past(0, 0);

	private final Policy policy = new Policy(7, "Test",
			List.of(new Policy.Wording("word-list", Verdict.FLAGGED, List.of("flagmeplease", "Buy Followers")),
					new Policy.Wording("word-list/threat", Verdict.HELD, List.of("kys"))),
			List.of(new Policy.Wording("pattern", Verdict.REMOVED, List.of("(?i)wallet:[0-9a-f]{8}"))),
			new Policy.Links(3, Verdict.FLAGGED), new Policy.Newcomers(Duration.ofDays(1), 1, 5, Verdict.FLAGGED),
			new Policy.Repeats(2, 4, Duration.ofHours(1), Verdict.FLAGGED), Map.of(), new Thresholds(0.5, 0.8, 2));

	private final PolicyRules policyRules = PolicyRules.of(this.policy);

	@Test
	void acceptableTextHasNoFindings() {
		assertThat(found("Try **Stupice**; it ripens in the cold.")).isEmpty();
		assertThat(this.policyRules.version()).isEqualTo(7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "flagmeplease", "Please, FlagMePlease!", "*flagmeplease*", "ﬂagmeplease",
			"flag\u200bme\u00adplease", "ＦＬＡＧＭＥＰＬＥＡＳＥ", "flágmepléase", "So:flagmeplease.", "buy\n\n followers",
			"BUY...FOLLOWERS" })
	void listedWordIsFoundInAnySpelling(String text) {
		assertThat(found(text)).containsExactly(new RuleFinding("word-list", Verdict.FLAGGED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "flagmepleases", "unflagmeplease", "buy followersoup", "whiskys", "followers buy" })
	void listedWordInsideOtherWordIsIgnored(String text) {
		assertThat(found(text)).isEmpty();
	}

	@Test
	void allMatchingListsAreReported() {
		assertThat(found("kys flagmeplease")).containsExactlyInAnyOrder(new RuleFinding("word-list", Verdict.FLAGGED),
				new RuleFinding("word-list/threat", Verdict.HELD));
	}

	@Test
	void matchingPatternIsFound() {
		assertThat(found("send to WALLET:00ff00ff now")).containsExactly(new RuleFinding("pattern", Verdict.REMOVED));
	}

	@Test
	void hostilePatternMatchesInLinearTime() {
		var hostile = PolicyRules.of(withPattern("(a+)+$"));
		assertThat(hostile.check(submission("a".repeat(50_000) + "!", OLD, false), NONE)).isEmpty();
	}

	@Test
	void invalidPatternIsRefused() {
		assertThatExceptionOfType(com.google.re2j.PatternSyntaxException.class)
			.isThrownBy(() -> PolicyRules.of(withPattern("(")));
	}

	@Test
	void linksBeyondLimitAreFound() {
		assertThat(found("http://a.example https://b.example www.c.example")).isEmpty();
		assertThat(found("http://a.example https://b.example www.c.example <http://d.example>"))
			.containsExactly(new RuleFinding("links", Verdict.FLAGGED));
	}

	@Test
	void newAccountHasLowerLinkLimit() {
		var text = "http://a.example https://b.example";
		assertThat(this.policyRules.check(submission(text, YOUNG, false), NONE))
			.containsExactly(new RuleFinding("newcomer/links", Verdict.FLAGGED));
		assertThat(this.policyRules.check(submission(text, OLD, false), NONE)).isEmpty();
		assertThat(this.policyRules.check(submission(text, YOUNG, true), NONE)).isEmpty();
	}

	@Test
	void newAccountHasPostLimit() {
		assertThat(this.policyRules.check(submission("Hello", YOUNG, false), past(4, 0))).isEmpty();
		assertThat(this.policyRules.check(submission("Hello", YOUNG, false), past(5, 0)))
			.containsExactly(new RuleFinding("newcomer/posts", Verdict.FLAGGED));
		assertThat(this.policyRules.check(submission("Hello", OLD, false), past(500, 0))).isEmpty();
	}

	@Test
	void repeatedTextIsFound() {
		var text = "Come to my new shop";
		assertThat(this.policyRules.check(submission(text, OLD, false), past(1, 1))).isEmpty();
		assertThat(this.policyRules.check(submission(text, OLD, false), past(2, 2)))
			.containsExactly(new RuleFinding("repeated", Verdict.FLAGGED));
		assertThat(this.policyRules.check(submission("Thank you!", OLD, false), past(2, 2))).isEmpty();
	}

	@Test
	void formattingDoesNotChangeHash() {
		assertThat(Submission.hash("Come  to my *new* shop!")).isEqualTo(Submission.hash("come to my new shop"))
			.isNotEqualTo(Submission.hash("come to my old shop"));
	}

	private List<RuleFinding> found(String text) {
		return this.policyRules.check(submission(text, OLD, false), NONE);
	}

	private Policy withPattern(String pattern) {
		return new Policy(1, "Test", List.of(),
				List.of(new Policy.Wording("pattern", Verdict.FLAGGED, List.of(pattern))), this.policy.links(),
				this.policy.newcomers(), this.policy.repeats(), Map.of(), this.policy.otherwise());
	}

	private static Submission submission(String text, Duration age, boolean trusted) {
		return Submission.of(text, (limit) -> !trusted && age.compareTo(limit) < 0);
	}

	private static PastPosts past(long all, long same) {
		return new PastPosts() {

			@Override
			public long count(Duration window, int limit) {
				return all;
			}

			@Override
			public long countCopies(Duration window, int limit) {
				return same;
			}

		};
	}

}
