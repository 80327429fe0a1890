package org.parley.moderation.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.policy.PolicyTerms;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PolicyRulesTests {

	private static final Duration OLD = Duration.ofDays(100);

	private static final Duration YOUNG = Duration.ofHours(1);

	private static final PastPosts NONE = past(0, 0);

	private static final String CATEGORY = "01KAG2W0K2M4N6P8Q0R2S4T6V8";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final PolicyRules policyRules = rules("""
			[{"name": "word-list", "when": {"words": ["flagmeplease", "Buy Followers"]}, "then": "flag"},
			{"name": "word-list/threat", "when": {"words": ["kys"]}, "then": "hold"},
			{"name": "pattern", "when": {"patterns": ["(?i)wallet:[0-9a-f]{8}"]}, "then": "remove"},
			{"name": "links", "when": {"linksOver": 3}, "then": "flag"},
			{"name": "newcomer/links", "when": {"linksOver": 1, "accountYoungerThan": "P1D"}, "then": "flag"},
			{"name": "newcomer/posts", "when": {"accountYoungerThan": "P1D",
				"posts": {"atLeast": 5, "within": "PT1H"}}, "then": "flag"},
			{"name": "repeated", "when": {"repeats": {"atLeast": 2, "words": 4, "within": "PT1H"}}, "then": "flag"}]""",
			"always");

	@Test
	void acceptableTextHasNoFindings() {
		assertThat(found("Try **Stupice**; it ripens in the cold.")).isEmpty();
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
		var hostile = rules("""
				[{"name": "hostile", "when": {"patterns": ["(a+)+$"]}, "then": "flag"}]""", "always");
		assertThat(found(hostile, submission("a".repeat(50_000) + "!", OLD, false), NONE)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "[z-a]", "a{1001}", "(a{100}){100}", "((a{9}){9}){99}", "(?:\\Qab\\E{900}){900}",
			"\\p{Nothing}", "(?:\\x{41}{100}){100}" })
	void invalidOrExpensivePatternIsRefused(String pattern) {
		assertThat(PatternProblem.of(pattern)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?i)\\bsend\\b.{0,80}\\b(bc1[a-z0-9]{20,60}|0x[0-9a-f]{40})\\b", "(\\p{Lu}{3,}[ !]+){30}",
			"[[:alpha:]]+", "[]a]{3}", "a{,3}", "\\Q(a{1000}){1000}\\E", "x{", "\\x{2764}{3,}",
			"\\p{Greek}{3}\\x{2013}\\x{3000}" })
	void usualPatternIsAccepted(String pattern) {
		assertThat(PatternProblem.of(pattern)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "See https://bad.example/x", "www.shop.bad.example", "BAD.example", "(sub.bad.example)" })
	void listedDomainIsFoundWithItsSubdomains(String text) {
		assertThat(found(domains(), submission(text, OLD, false), NONE))
			.containsExactly(new RuleFinding("domains", Verdict.HELD));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 8, 9, 10, 18, 19, 100, 20_000 })
	void listedDomainIsFoundBehindAnyNumberOfLabels(int labels) {
		assertThat(found(domains(), submission("https://" + "aa.".repeat(labels) + "bad.example", OLD, false), NONE))
			.hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "notbad.example", "bad.example.org", "bad example" })
	void otherDomainIsIgnored(String text) {
		assertThat(found(domains(), submission(text, OLD, false), NONE)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'Привет всем из Риги, 2026!', true", "Buy now: купи сейчас недорого, true", "Γεια σας, true",
			"Tomatoes and томат, false", "12345 !?, false", "Grüße aus Köln, false" })
	void scriptOfMostLettersIsFound(String text, boolean found) {
		var rules = rules("""
				[{"name": "script", "when": {"scripts": ["cyrillic", "greek"]}, "then": "hold"}]""", "always");
		assertThat(found(rules, submission(text, OLD, false), NONE)).hasSize(found ? 1 : 0);
	}

	@Test
	void ruleHoldsOnlyInItsCategories() {
		var rules = rules("""
				[{"name": "quiet", "when": {"categories": ["%s"], "linksOver": 0}, "then": "hold"}]"""
			.formatted(CATEGORY), "always");
		assertThat(found(rules, submission("www.a.example", OLD, false), NONE)).hasSize(1);
		assertThat(rules.check(Submission.of("www.a.example", "01KAG2W0K2M4N6P8Q0R2S4T6V9", (_) -> false), NONE)
			.findings()).isEmpty();
	}

	@Test
	void ruleThatStopsEndsEvaluation() {
		var rules = rules("""
				[{"name": "first", "when": {"words": ["one"]}, "then": "flag", "stop": true},
				{"name": "second", "when": {"words": ["two"]}, "then": "remove"}]""", "always");
		assertThat(found(rules, submission("one two", OLD, false), NONE))
			.containsExactly(new RuleFinding("first", Verdict.FLAGGED));
		assertThat(rules.explain(submission("one two", OLD, false), NONE))
			.extracting(RuleTrace::fires, RuleTrace::skipped)
			.containsExactly(tuple(true, false), tuple(false, true));
		assertThat(found(rules, submission("two", OLD, false), NONE))
			.containsExactly(new RuleFinding("second", Verdict.REMOVED));
	}

	@Test
	void modelIsAskedAsPolicySays() {
		var asking = """
				[{"name": "gate", "when": {"words": ["maybe"]}, "then": "ask"},
				{"name": "sure", "when": {"words": ["surely"]}, "then": "remove"}]""";
		assertThat(asksModel(rules(asking, "always"), "No")).isTrue();
		assertThat(asksModel(rules(asking, "asked"), "No")).isFalse();
		assertThat(asksModel(rules(asking, "asked"), "Maybe")).isTrue();
		assertThat(asksModel(rules(asking, "asked"), "Maybe surely")).isFalse();
		assertThat(asksModel(rules(asking, "never"), "Maybe")).isFalse();
		assertThat(found(rules(asking, "asked"), submission("Maybe", OLD, false), NONE)).isEmpty();
	}

	@Test
	void authorWhosePostsWereReportedIsFound() {
		var rules = rules("""
				[{"name": "reported", "when": {"reports": {"atLeast": 3, "within": "P30D"}}, "then": "flag"}]""",
				"always");
		assertThat(found(rules, submission("Hello", OLD, false), past(0, 3))).hasSize(1);
		assertThat(found(rules, submission("Hello", OLD, false), past(0, 2))).isEmpty();
	}

	@Test
	void firstPostsAreFound() {
		var rules = rules("""
				[{"name": "first", "when": {"posts": {"fewerThan": 2, "within": "P7D"}}, "then": "hold"}]""", "always");
		assertThat(found(rules, submission("Hello", OLD, false), past(1, 0))).hasSize(1);
		assertThat(found(rules, submission("Hello", OLD, false), past(2, 0))).isEmpty();
	}

	@Test
	void explanationNamesWhatWasFound() {
		var traces = this.policyRules.explain(submission("Please FLAGMEPLEASE wallet:00ff00ff", OLD, false), NONE);
		assertThat(traces).filteredOn(RuleTrace::fires)
			.extracting((trace) -> trace.rule() + ": " + trace.conditions().getFirst().because())
			.containsExactly("word-list: flagmeplease", "pattern: wallet:00ff00ff");
	}

	@Test
	void categoriesAndNewcomersHaveTheirThresholds() {
		var rules = PolicyRules.of(policy("""
				{"rules": [], "thresholds": {"hate": {"flagged": 0.5}}, "otherwise": {"held": 0.9}, "model": "always",
				"categories": {"%s": {"thresholds": {"hate": {"flagged": 0.8}}}},
				"newcomers": {"age": "P1D", "thresholds": {"hate": {"held": 0.7}}}}""".formatted(CATEGORY)));
		var elsewhere = Submission.of("", "other", (_) -> false);
		assertThat(rules.rate(Map.of("hate", 0.6), elsewhere))
			.containsExactly(new RuleFinding("hate", Verdict.FLAGGED));
		assertThat(rules.rate(Map.of("violence", 0.95), elsewhere))
			.containsExactly(new RuleFinding("violence", Verdict.HELD));
		assertThat(rules.rate(Map.of("hate", 0.75), submission("", OLD, false))).isEmpty();
		assertThat(rules.rate(Map.of("hate", 0.75), submission("", YOUNG, false)))
			.containsExactly(new RuleFinding("hate", Verdict.HELD));
		assertThat(rules.rate(Map.of("hate", 0.75), submission("", YOUNG, true))).isEmpty();
	}

	@Test
	void categoryCanKeepItsTextsInTheHouse() {
		var rules = PolicyRules.of(policy("""
				{"rules": [], "thresholds": {}, "otherwise": {}, "model": "always",
				"categories": {"%s": {"model": false}}}""".formatted(CATEGORY)));
		assertThat(asksModel(rules, "Hello")).isFalse();
		assertThat(rules.check(Submission.of("Hello", "other", (_) -> false), NONE).asksModel()).isTrue();
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
		assertThat(found(this.policyRules, submission(text, YOUNG, false), NONE))
			.containsExactly(new RuleFinding("newcomer/links", Verdict.FLAGGED));
		assertThat(found(this.policyRules, submission(text, OLD, false), NONE)).isEmpty();
		assertThat(found(this.policyRules, submission(text, YOUNG, true), NONE)).isEmpty();
	}

	@Test
	void newAccountHasPostLimit() {
		assertThat(found(this.policyRules, submission("Hello", YOUNG, false), past(4, 0))).isEmpty();
		assertThat(found(this.policyRules, submission("Hello", YOUNG, false), past(5, 0)))
			.containsExactly(new RuleFinding("newcomer/posts", Verdict.FLAGGED));
		assertThat(found(this.policyRules, submission("Hello", OLD, false), past(500, 0))).isEmpty();
	}

	@Test
	void repeatedTextIsFound() {
		var text = "Come to my new shop";
		assertThat(found(this.policyRules, submission(text, OLD, false), past(1, 1))).isEmpty();
		assertThat(found(this.policyRules, submission(text, OLD, false), past(2, 2)))
			.containsExactly(new RuleFinding("repeated", Verdict.FLAGGED));
		assertThat(found(this.policyRules, submission("Thank you!", OLD, false), past(2, 2))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fІаgmерlеаѕе", "flagmeple\u03b1se", "f l a g m e p l e a s e", "f.l.a.g.m.e.p.l.e.a.s.e",
			"fl4gm3pl34s3", "flagmep1ease", "fl@gmeplea$e", "flaaaaagmeplease", "𝐟𝐥𝐚𝐠𝐦𝐞𝐩𝐥𝐞𝐚𝐬𝐞",
			"ⓕⓛⓐⓖⓜⓔⓟⓛⓔⓐⓢⓔ", "F-L-A-G-M-E-P-L-E-A-S-E", "f\u200bl\u2060agme\u00adplease", "BUY FOLL0WERS",
			"b u y f o l l o w e r s" })
	void disguisedWordIsFound(String text) {
		assertThat(found(text)).containsExactly(new RuleFinding("word-list", Verdict.FLAGGED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "flag**me**please", "*fl*agmeplease", "f&#108;agmeplease", "flag`me`please",
			"flag[me](https://a.example)please", "||flag||meplease", ">! flag**me**please", "buy **followers**",
			"~~flag~~meplease", "flag&shy;meplease" })
	void wordWithMarkupIsFound(String text) {
		assertThat(found(text)).containsExactly(new RuleFinding("word-list", Verdict.FLAGGED));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			🖕, You 🖕!, true
			🖕, You🖕🏿you, true
			🖕, 'Too late, :middle_finger: friend', true
			🖕, Good 👍, false
			👍🏻, Good 👍🏿, true
			🇩🇪, 🇦🇩🇪🇸, false
			🇩🇪, 🇫🇷🇩🇪, true
			👨‍👩‍👧, A 👨‍👩‍👧 here, true
			free 🍆, Free 🍆!, true
			free 🍆, Free beer, false
			free beer, Free 🍆 beer, true
			法轮功, 我喜欢法轮功因为, true
			法轮功, 法**轮**功, true
			法轮功, 法.轮.功, true
			法輪功, 我喜欢法轮功, true
			法轮功, 法律, false
			ばか, おまえはばかだ, true
			ばか, はか, false
			เลว, คนเลวมาก, true
			कम, कमाल, false
			कमाल, यह कमाल है, true
			कुल, कल, false
			حرام, حَرَام, true
			fuck, f⃝u⃝c⃝k⃝, true
			fuck, 你 f u c k 你, true
			""")
	void wordsOfAllScriptsAndEmojiAreFound(String word, String text, boolean found) {
		var rules = rules("""
				[{"name": "words", "when": {"words": ["%s"]}, "then": "hold"}]""".formatted(word), "always");
		assertThat(found(rules, submission(text, OLD, false), NONE)).hasSize(found ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "🖕, true", "🇩🇪, true", "5, true", "法, true", "?!, false", "***, false", "'\u200b', false" })
	void phraseHasSomethingToCompare(String phrase, boolean comparable) {
		assertThat(PatternProblem.isComparable(phrase)).isEqualTo(comparable);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[x](https://b&#97;d.example)", "[x](https://b%61d.example/y)", "https://bad。example",
			"https://ｂａｄ.example", "https://ba\u00add.example", "b**ad**.example", "https://b\uFE0Fad.example",
			"https://b\u034Fad.example", "[x](https://b\uFE0Fad.example)", "[x](https://b%C2%ADad.example)",
			"[x](https://b%ef%b8%8fa%64.example)", "https://bad%E3%80%82example" })
	void disguisedDomainIsFound(String text) {
		assertThat(found(domains(), submission(text, OLD, false), NONE))
			.containsExactly(new RuleFinding("domains", Verdict.HELD));
	}

	@ParameterizedTest
	@CsvSource({ "https://Bücher.example/a, xn--bcher-kva.example",
			"https://b%C3%BCcher.example, xn--bcher-kva.example",
			"https://bu\u034F\u0308cher.example, xn--bcher-kva.example",
			"https://a-.bücher.example, xn--bcher-kva.example",
			"https://उदाहरण.परीक्षा, xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g",
			"https://உதாரணம்.பரிட்சை, xn--zkc6cc5bi7f6e.xn--hlcj6aya9esc7a" })
	void domainOfOtherScriptIsFoundByItsAsciiName(String text, String domain) {
		var rules = rules("""
				[{"name": "domains", "when": {"domains": ["%s"]}, "then": "hold"}]""".formatted(domain), "always");
		assertThat(found(rules, submission(text, OLD, false), NONE)).hasSize(1);
	}

	@Test
	void linksWithoutWrittenSchemeCount() {
		assertThat(found("www.a.example [b](https&colon;//b.example) [c](HTTPS\\://c.example) <https://d.example>"))
			.containsExactly(new RuleFinding("links", Verdict.FLAGGED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Привет всем, какие помидоры лучше?", "Γεια σας, ποια ντομάτα;", "C6H12O6 at 17:45",
			"A B C D E F G", "k 7 s", "It is sooooo hot", "W1ndows 95", "http://a.example/a/b/c" })
	void unusualTextIsAcceptable(String text) {
		assertThat(found(text)).isEmpty();
	}

	@Test
	void similarTextsHaveSimilarFingerprints() {
		var text = "Come to my new shop at the corner, everything is half the price today";
		assertThat(similar(text, "come to my *new* shop at the corner: everything is half the price today!!")).isTrue();
		assertThat(similar(text, "Come to my new shop at the corner, everything is half the price today 7")).isTrue();
		assertThat(similar(text, "Come to my nеw shоp at the corner, everything is half the price today")).isTrue();
		assertThat(similar(text, "Which tomatoes ripen in the shade of a north-facing balcony?")).isFalse();
		assertThat(similar(text, "Go to the old market at the river, nothing costs more than a coin")).isFalse();
	}

	@Test
	void fingerprintOfEarlierReleaseIsComparedAsText() {
		assertThat(Submission.areSimilar("abc", "abc")).isTrue();
		assertThat(Submission.areSimilar(fingerprint("abc"), "abc")).isFalse();
	}

	private static boolean similar(String text, String other) {
		return Submission.areSimilar(fingerprint(text), fingerprint(other));
	}

	private static String fingerprint(String text) {
		return Submission.of(text, "", (_) -> false).fingerprint();
	}

	private List<RuleFinding> found(String text) {
		return found(this.policyRules, submission(text, OLD, false), NONE);
	}

	private static List<RuleFinding> found(PolicyRules rules, Submission submission, PastPosts past) {
		return rules.check(submission, past).findings();
	}

	private static boolean asksModel(PolicyRules rules, String text) {
		return rules.check(submission(text, OLD, false), NONE).asksModel();
	}

	private static PolicyRules domains() {
		return rules("""
				[{"name": "domains", "when": {"domains": ["bad.example", "worse.example"]}, "then": "hold"}]""",
				"always");
	}

	private static PolicyRules rules(String rules, String model) {
		return PolicyRules.of(policy("""
				{"rules": %s, "thresholds": {}, "otherwise": {"flagged": 0.5}, "model": "%s"}""".formatted(rules,
				model)));
	}

	private static PolicyTerms policy(String terms) {
		return JSON.readValue(terms, PolicyTerms.class);
	}

	private static Submission submission(String text, Duration age, boolean trusted) {
		return Submission.of(text, CATEGORY, (limit) -> !trusted && age.compareTo(limit) < 0);
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

			@Override
			public long countReported(Duration window, int limit) {
				return same;
			}

		};
	}

}
