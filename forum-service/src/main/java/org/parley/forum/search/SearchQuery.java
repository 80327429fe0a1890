package org.parley.forum.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.problem.ProblemException;

/**
 * What somebody searches for: words, {@code "phrases"}, {@code -without} and operators
 * ({@code author:}, {@code category:}, {@code tag:}, {@code before:}, {@code after:},
 * {@code is:unanswered}, {@code is:solved}). A colon after any other word is part of that
 * word. Operators may come alone, then in the order of age.
 *
 * @param words what may occur
 * @param phrases what must occur, word for word
 * @param without what must not occur
 * @param operators what else must be so
 */
record SearchQuery(List<String> words, List<String> phrases, List<String> without, Map<Operator, String> operators) {

	private static final Pattern PART = Pattern.compile("(-?)\"([^\"]*)\"?|(\\S+)");

	/** What narrows a search without being looked for. */
	enum Operator {

		AUTHOR, CATEGORY, TAG, BEFORE, AFTER, IS;

		static Optional<Operator> of(String name) {
			return Stream.of(values()).filter((operator) -> operator.name().equalsIgnoreCase(name)).findFirst();
		}

	}

	/**
	 * Reads a query.
	 * @throws ProblemException 400 for the field {@code q}
	 */
	static SearchQuery parse(String text) {
		var words = new ArrayList<String>();
		var phrases = new ArrayList<String>();
		var without = new ArrayList<String>();
		var operators = new EnumMap<Operator, String>(Operator.class);
		var parts = PART.matcher(text);
		while (parts.find()) {
			if (parts.group(2) != null) {
				add(parts.group(2), parts.group(1).isEmpty() ? phrases : without);
			}
			else if (!operator(parts.group(3), operators)) {
				word(parts.group(3), words, without);
			}
		}
		if (words.isEmpty() && phrases.isEmpty() && (operators.isEmpty() || !without.isEmpty())) {
			throw refused("search.no-words", "needs at least one word to look for, or operators alone");
		}
		var query = new SearchQuery(List.copyOf(words), List.copyOf(phrases), List.copyOf(without),
				Map.copyOf(operators));
		query.requireSense();
		return query;
	}

	/** Whether there is anything to look for, or only what else must be so. */
	boolean isForWords() {
		return !this.words.isEmpty() || !this.phrases.isEmpty();
	}

	/** A username; with or without the sign that mentions have. */
	@Nullable String author() {
		var author = this.operators.get(Operator.AUTHOR);
		return (author != null && author.startsWith("@")) ? author.substring(1) : author;
	}

	@Nullable String category() {
		return lowerCase(Operator.CATEGORY);
	}

	@Nullable String tag() {
		return lowerCase(Operator.TAG);
	}

	/** Only what is older than the beginning of this day. */
	@Nullable Instant before() {
		return day(Operator.BEFORE);
	}

	/** Only what is as young as the beginning of this day, or younger. */
	@Nullable Instant after() {
		return day(Operator.AFTER);
	}

	boolean isUnanswered() {
		return is("unanswered");
	}

	/** Only threads with an accepted answer. */
	boolean isSolved() {
		return is("solved");
	}

	private @Nullable String lowerCase(Operator operator) {
		var value = this.operators.get(operator);
		return (value != null) ? value.toLowerCase(Locale.ROOT) : null;
	}

	private boolean is(String state) {
		return state.equalsIgnoreCase(this.operators.get(Operator.IS));
	}

	/** The words that are to be seen in what is found. */
	List<String> sought() {
		return Stream
			.concat(this.words.stream(), this.phrases.stream().flatMap((phrase) -> TextWords.of(phrase).stream()))
			.toList();
	}

	private void requireSense() {
		before();
		after();
		if (this.operators.containsKey(Operator.IS) && !isUnanswered() && !isSolved()) {
			throw refused("search.bad-operator", "knows is:unanswered and is:solved, and no other is:");
		}
	}

	private @Nullable Instant day(Operator operator) {
		var date = this.operators.get(operator);
		try {
			return (date != null) ? checked(LocalDate.parse(date)).atStartOfDay(ZoneOffset.UTC).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			throw refused("search.bad-operator", "wants dates like 2026-11-20");
		}
	}

	private static LocalDate checked(LocalDate date) {
		if (date.getYear() < 1970 || date.getYear() > 9999) {
			throw refused("search.bad-operator", "wants dates from 1970 to 9999");
		}
		return date;
	}

	private static boolean operator(String part, Map<Operator, String> operators) {
		var colon = part.indexOf(':');
		var known = (colon > 0) ? Operator.of(part.substring(0, colon)) : Optional.<Operator>empty();
		known.ifPresent((operator) -> {
			var value = part.substring(colon + 1);
			if (value.isEmpty() || operators.put(operator, value) != null) {
				throw refused("search.bad-operator", "wants each operator once and with a value");
			}
		});
		return known.isPresent();
	}

	private static void word(String part, List<String> words, List<String> without) {
		if (part.startsWith("-") && part.length() > 1) {
			add(part.substring(1), without);
		}
		else {
			TextWords.of(part).forEach(words::add);
		}
	}

	private static void add(String phrase, List<String> phrases) {
		var words = String.join(" ", TextWords.of(phrase));
		if (!words.isEmpty()) {
			phrases.add(words.toLowerCase(Locale.ROOT));
		}
	}

	private static ProblemException refused(String code, String message) {
		return ProblemException.field("q", code, message);
	}

}
