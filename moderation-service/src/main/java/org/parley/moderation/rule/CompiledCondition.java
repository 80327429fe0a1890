package org.parley.moderation.rule;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import com.google.re2j.Pattern;
import org.parley.moderation.policy.RuleConditions.PostCount;
import org.parley.moderation.policy.RuleConditions.RepeatCount;
import org.parley.moderation.policy.RuleConditions.ReportCount;
import org.parley.platform.domain.GraphemeClusters;

/**
 * A condition of a rule.
 *
 * @param name its name in the policy
 * @param match returns what it found; empty if it does not hold
 */
record CompiledCondition(String name, BiFunction<Submission, PastPosts, Optional<String>> match) {

	private static final int LONGEST_EXCERPT = 100;

	static CompiledCondition words(List<String> entries) {
		var phrases = entries.stream().map(Phrase::of).toList();
		return new CompiledCondition("words", (submission, _) -> phrases.stream()
			.filter((phrase) -> submission.texts().anyMatch((text) -> text.words().contains(phrase.normalized())))
			.findFirst()
			.map(Phrase::written));
	}

	/** RE2 matches in linear time, so a policy's pattern cannot block a worker. */
	static CompiledCondition patterns(List<String> entries) {
		var patterns = entries.stream().map(Pattern::compile).toList();
		return new CompiledCondition("patterns",
				(submission, _) -> patterns.stream()
					.flatMap((pattern) -> submission.texts().map((text) -> pattern.matcher(text.text())))
					.filter((matcher) -> matcher.find())
					.findFirst()
					.map((matcher) -> excerpt(matcher.group())));
	}

	static CompiledCondition linksOver(int most) {
		return new CompiledCondition("linksOver", (submission,
				_) -> Optional.of(submission.links()).filter((links) -> links > most).map((links) -> links + " links"));
	}

	static CompiledCondition domains(List<String> names) {
		var listed = Set.copyOf(names);
		return new CompiledCondition("domains",
				(submission, _) -> submission.texts()
					.flatMap((text) -> text.hosts().stream())
					.filter((host) -> isListed(host, listed))
					.findFirst()
					.map(CompiledCondition::excerpt));
	}

	/** Whether the list has the host or a domain that it belongs to. */
	private static boolean isListed(String host, Set<String> listed) {
		for (var start = 0; start >= 0; start = next(host, start)) {
			if (listed.contains(host.substring(start))) {
				return true;
			}
		}
		return false;
	}

	private static int next(String host, int start) {
		var dot = host.indexOf('.', start);
		return (dot < 0) ? -1 : dot + 1;
	}

	static CompiledCondition scripts(List<String> names) {
		var listed = names.stream()
			.map((name) -> UnicodeScript.forName(name.toUpperCase(Locale.ROOT)))
			.collect(Collectors.toUnmodifiableSet());
		return new CompiledCondition("scripts",
				(submission, _) -> Optional.of(ScriptShare.of(submission.written().text(), listed))
					.filter(ScriptShare::isMost)
					.map((share) -> share.matching() + " of " + share.letters() + " letters"));
	}

	static CompiledCondition categories(List<String> ids) {
		var listed = Set.copyOf(ids);
		return new CompiledCondition("categories",
				(submission, _) -> Optional.of(submission.categoryId()).filter(listed::contains));
	}

	static CompiledCondition accountYoungerThan(Duration age) {
		return new CompiledCondition("accountYoungerThan",
				(submission, _) -> Optional.of("younger than " + age).filter((_) -> submission.isNewcomer(age)));
	}

	static CompiledCondition posts(PostCount limit) {
		var period = limit.period();
		return new CompiledCondition("posts",
				(_, past) -> Optional.of(past.count(period, most(limit)))
					.filter((count) -> (limit.atLeast() == null || count >= limit.atLeast())
							&& (limit.fewerThan() == null || count < limit.fewerThan()))
					.map((count) -> count + " posts"));
	}

	private static int most(PostCount limit) {
		var least = (limit.atLeast() != null) ? limit.atLeast() : 1;
		return (limit.fewerThan() != null) ? Math.max(least, limit.fewerThan()) : least;
	}

	static CompiledCondition repeats(RepeatCount limit) {
		var period = limit.period();
		return new CompiledCondition("repeats",
				(submission, past) -> (submission.written().words().wordCount() < limit.words()) ? Optional.empty()
						: Optional.of(past.countCopies(period, limit.atLeast()))
							.filter((copies) -> copies >= limit.atLeast())
							.map((copies) -> copies + " copies"));
	}

	static CompiledCondition reports(ReportCount limit) {
		var period = limit.period();
		return new CompiledCondition("reports",
				(_, past) -> Optional.of(past.countReported(period, limit.atLeast()))
					.filter((reports) -> reports >= limit.atLeast())
					.map((reports) -> reports + " reported posts"));
	}

	private static String excerpt(String text) {
		return GraphemeClusters.cut(text, LONGEST_EXCERPT, LONGEST_EXCERPT);
	}

	/**
	 * How many letters of a text belong to some scripts.
	 *
	 * @param letters the letters of the text, without those that many scripts share
	 * @param matching the letters of the scripts
	 */
	private record ScriptShare(long letters, long matching) {

		static ScriptShare of(String text, Set<UnicodeScript> scripts) {
			var counted = text.codePoints()
				.filter(Character::isLetter)
				.mapToObj(UnicodeScript::of)
				.filter((script) -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
				.toList();
			return new ScriptShare(counted.size(), counted.stream().filter(scripts::contains).count());
		}

		boolean isMost() {
			return this.matching * 2 > this.letters;
		}

	}

	/**
	 * A listed phrase.
	 *
	 * @param written as the list has it
	 * @param normalized in the form that is compared
	 */
	private record Phrase(String written, NormalizedText normalized) {

		static Phrase of(String written) {
			return new Phrase(written, NormalizedText.of(written));
		}

	}

}
