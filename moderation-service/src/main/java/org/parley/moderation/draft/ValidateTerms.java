package org.parley.moderation.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.policy.PolicyRefusedException;
import org.parley.moderation.policy.PolicyRule;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.policy.PolicyTerms.CategoryTerms;
import org.parley.moderation.policy.RuleConditions;
import org.parley.moderation.policy.Thresholds;
import org.parley.moderation.rule.PatternProblem;
import org.parley.platform.domain.FieldProblem;

import org.springframework.stereotype.Component;

/**
 * Checks what the constraints of single fields cannot: whether a policy's terms agree
 * with each other and name what exists.
 */
@Component
class ValidateTerms {

	private static final Duration LONGEST_LIMIT = Duration.ofDays(30);

	private static final Duration LONGEST_REPORTS = Duration.ofDays(365);

	private static final int MOST_WORDS = 10_000;

	private static final long LARGEST_PATTERNS = 20_000;

	private static final Pattern HARM = Pattern.compile("[a-z0-9/_-]{1,64}");

	private static final Pattern CATEGORY = Pattern.compile(RuleConditions.CATEGORY);

	private final ModerationCategories moderationCategories;

	ValidateTerms(ModerationCategories moderationCategories) {
		this.moderationCategories = moderationCategories;
	}

	/**
	 * Refuses invalid terms.
	 * @throws PolicyRefusedException 400 {@code request.invalid} with all problems
	 */
	void requireValid(PolicyTerms terms) {
		var problems = problemsOf(terms);
		if (!problems.isEmpty()) {
			throw PolicyRefusedException.invalid(problems);
		}
	}

	/** Returns all problems, with the paths of the fields in a request. */
	List<FieldProblem> problemsOf(PolicyTerms terms) {
		var problems = new ArrayList<FieldProblem>();
		checkRules(terms.rules(), problems::add);
		checkThresholds("terms.thresholds", terms.thresholds(), problems::add);
		checkRising("terms.otherwise", terms.otherwise(), problems::add);
		var newcomers = terms.newcomers();
		if (newcomers != null) {
			checkAge("terms.newcomers.age", newcomers.age(), problems::add);
			checkThresholds("terms.newcomers.thresholds", newcomers.thresholds(), problems::add);
		}
		var categories = terms.categories();
		if (categories != null) {
			categories.forEach((id, special) -> checkSpecial(id, special, problems::add));
		}
		return problems;
	}

	private void checkSpecial(String id, @Nullable CategoryTerms special, Consumer<FieldProblem> problems) {
		var field = "terms.categories[" + shown(id) + "]";
		checkCategory(field, id, problems);
		if (special == null) {
			problems.accept(required(field));
			return;
		}
		checkThresholds(field + ".thresholds", special.thresholds(), problems);
	}

	private void checkRules(List<PolicyRule> rules, Consumer<FieldProblem> problems) {
		var names = new HashSet<String>();
		for (var index = 0; index < rules.size(); index++) {
			var rule = rules.get(index);
			var field = "terms.rules[" + index + "]";
			if (!names.add(rule.name())) {
				problems
					.accept(new FieldProblem(field + ".name", "rule.repeated", "is the name of an earlier rule, too"));
			}
			checkLimit(field + ".lasting", rule, problems);
			checkConditions(field + ".when", rule.when(), problems);
		}
		checkSize(rules, problems);
	}

	/** A limit ends, and nothing else of a rule does. */
	private static void checkLimit(String field, PolicyRule rule, Consumer<FieldProblem> problems) {
		var isLimit = rule.then().equals("limit");
		if (isLimit && rule.lasting() == null) {
			problems.accept(required(field));
		}
		else if (!isLimit && rule.lasting() != null) {
			problems.accept(new FieldProblem(field, "rule.lasting", "is allowed for a limit only"));
		}
		else if (rule.lasting() != null) {
			checkPeriod(field, Duration.parse(rule.lasting()), LONGEST_LIMIT, problems);
		}
	}

	private void checkConditions(String field, RuleConditions when, Consumer<FieldProblem> problems) {
		if (when.holdsAlways()) {
			problems.accept(new FieldProblem(field, "rule.unconditional", "must have a condition"));
		}
		checkWords(field, when, problems);
		var categories = when.categories();
		if (categories != null) {
			for (var index = 0; index < categories.size(); index++) {
				checkCategory(field + ".categories[" + index + "]", categories.get(index), problems);
			}
		}
		checkPeriods(field, when, problems);
	}

	private static void checkWords(String field, RuleConditions when, Consumer<FieldProblem> problems) {
		var words = orEmpty(when.words());
		for (var index = 0; index < words.size(); index++) {
			if (!PatternProblem.isComparable(words.get(index))) {
				problems.accept(new FieldProblem(field + ".words[" + index + "]", "rule.words",
						"must have a letter, a digit or an emoji"));
			}
		}
		var scripts = orEmpty(when.scripts());
		for (var index = 0; index < scripts.size(); index++) {
			if (!PatternProblem.isScript(scripts.get(index))) {
				problems.accept(new FieldProblem(field + ".scripts[" + index + "]", "rule.script",
						"is not the name of a script"));
			}
		}
		var patterns = orEmpty(when.patterns());
		for (var index = 0; index < patterns.size(); index++) {
			var path = field + ".patterns[" + index + "]";
			PatternProblem.of(patterns.get(index))
				.ifPresent((message) -> problems.accept(new FieldProblem(path, "rule.pattern", message)));
		}
	}

	private static void checkPeriods(String field, RuleConditions when, Consumer<FieldProblem> problems) {
		if (when.accountYoungerThan() != null) {
			checkAge(field + ".accountYoungerThan", when.accountYoungerThan(), problems);
		}
		var posts = when.posts();
		if (posts != null) {
			if (posts.atLeast() == null && posts.fewerThan() == null) {
				problems
					.accept(new FieldProblem(field + ".posts", "rule.unconditional", "must have atLeast or fewerThan"));
			}
			if (posts.atLeast() != null && posts.fewerThan() != null && posts.atLeast() >= posts.fewerThan()) {
				problems
					.accept(new FieldProblem(field + ".posts.fewerThan", "rule.never", "must be more than atLeast"));
			}
			checkPeriod(field + ".posts.within", posts.period(), RuleConditions.LONGEST_WINDOW, problems);
		}
		var repeats = when.repeats();
		if (repeats != null) {
			checkPeriod(field + ".repeats.within", repeats.period(), RuleConditions.LONGEST_WINDOW, problems);
		}
		var reports = when.reports();
		if (reports != null) {
			checkPeriod(field + ".reports.within", reports.period(), LONGEST_REPORTS, problems);
		}
	}

	/** No account is younger than nothing. */
	private static void checkAge(String field, String age, Consumer<FieldProblem> problems) {
		if (Duration.parse(age).isZero()) {
			problems.accept(new FieldProblem(field, "rule.never", "must be longer than nothing"));
		}
	}

	private static void checkPeriod(String field, Duration period, Duration longest, Consumer<FieldProblem> problems) {
		if (!period.isPositive() || period.compareTo(longest) > 0) {
			problems.accept(new FieldProblem(field, "rule.period",
					"must be longer than nothing, and at most " + longest.toDays() + " days"));
		}
	}

	/** Each check of a post reads all words and patterns. */
	private static void checkSize(List<PolicyRule> rules, Consumer<FieldProblem> problems) {
		var words = rules.stream().mapToInt((rule) -> orEmpty(rule.when().words()).size()).sum();
		if (words > MOST_WORDS) {
			problems.accept(new FieldProblem("terms.rules", "policy.too-large",
					"must have at most " + MOST_WORDS + " words together"));
		}
		var patterns = rules.stream()
			.flatMap((rule) -> orEmpty(rule.when().patterns()).stream())
			.mapToLong(PatternProblem::size)
			.sum();
		if (patterns > LARGEST_PATTERNS) {
			problems.accept(new FieldProblem("terms.rules", "policy.too-large", "have too large patterns together"));
		}
	}

	private void checkCategory(String field, String id, Consumer<FieldProblem> problems) {
		if (!CATEGORY.matches(id) || !this.moderationCategories.isKnown(id)) {
			problems.accept(new FieldProblem(field, "category.unknown", "is not the id of a category"));
		}
	}

	private static void checkThresholds(String field, @Nullable Map<String, @Nullable Thresholds> thresholds,
			Consumer<FieldProblem> problems) {
		if (thresholds != null) {
			thresholds.forEach((harm, single) -> {
				var path = field + "[" + shown(harm) + "]";
				if (!HARM.matches(harm)) {
					problems.accept(new FieldProblem(path, "threshold.name",
							"must have 1 to 64 lower-case letters, digits, slashes, hyphens and underscores"));
				}
				if (single == null) {
					problems.accept(required(path));
				}
				else if (!single.inRange()) {
					problems.accept(new FieldProblem(path, "threshold.range", "must be 0 to 1"));
				}
				else {
					checkRising(path, single, problems);
				}
			});
		}
	}

	private static FieldProblem required(String field) {
		return new FieldProblem(field, "required", "is required");
	}

	private static void checkRising(String field, Thresholds thresholds, Consumer<FieldProblem> problems) {
		if (!thresholds.rises()) {
			problems.accept(new FieldProblem(field, "threshold.order", "must rise from flagged to removed"));
		}
	}

	/** A name from the request, as a part of a path. */
	private static String shown(String name) {
		return (HARM.matches(name) || CATEGORY.matches(name)) ? name : "?";
	}

	private static List<String> orEmpty(@Nullable List<String> entries) {
		return (entries != null) ? entries : List.of();
	}

}
