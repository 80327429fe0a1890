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
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.TagKey;
import org.parley.platform.text.search.JoinedWords;
import org.parley.platform.text.search.SearchAnalyzer;

/**
 * A parsed search query: words, {@code "phrases"}, {@code -without} and operators
 * ({@code author:}, {@code category:}, {@code tag:}, {@code before:}, {@code after:},
 * {@code is:unanswered}, {@code is:solved}), whose values may be quoted. A colon after
 * any other word is part of that word. A query of operators alone is sorted by age.
 *
 * @param words words that may occur
 * @param phrases phrases that must occur
 * @param without phrases that must not occur
 * @param operators filters by operator
 */
record SearchQuery(List<String> words, List<String> phrases, List<String> without, Map<Operator, String> operators) {

	/** Quotation marks as phones and word processors write them. */
	private static final Pattern QUOTES = Pattern.compile("[“”„‟«»〝〞＂]");

	/** Invisible marks of direction and hyphenation, which come with copied words. */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]");

	/**
	 * Spaces, hyphens, colons and signs as keyboards of Chinese and Japanese have them,
	 * too.
	 */
	private static final Pattern PART = Pattern
		.compile("([-\uFF0D\u2212]?)\"([^\"]*)\"?|(\\p{Alpha}{2,8}[:\uFF1A]\"[^\"]*\"?|[^\\s\\p{Z}]+)");

	private static final Pattern COLON = Pattern.compile("[:\uFF1A]");

	/** The sign before the name of a person or of a tag. */
	private static final Pattern SIGN = Pattern.compile("^[@#\uFF20\uFF03]");

	/** Options of programs have two hyphens. */
	private static final Pattern EXCLUSION = Pattern.compile("[-\uFF0D\u2212][^-\uFF0D\u2212]");

	private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

	/** Each costs some clauses, and its weight is part of cursors. */
	private static final int MAX_WORDS = 100;

	/** The filters of a search. */
	enum Operator {

		AUTHOR, CATEGORY, TAG, BEFORE, AFTER, IS;

		static Optional<Operator> of(String name) {
			return Stream.of(values()).filter((operator) -> operator.name().equalsIgnoreCase(name)).findFirst();
		}

	}

	/**
	 * Parses a query.
	 * @throws RefusalException 400 for the field {@code q}
	 */
	static SearchQuery parse(String text) {
		var words = new ArrayList<String>();
		var phrases = new ArrayList<String>();
		var without = new ArrayList<String>();
		var operators = new EnumMap<Operator, String>(Operator.class);
		var plain = JoinedWords.join(INVISIBLE.matcher(text).replaceAll(""));
		var parts = PART.matcher(QUOTES.matcher(plain).replaceAll("\""));
		while (parts.find()) {
			if (parts.group(2) != null) {
				add(parts.group(2), parts.group(1).isEmpty() ? phrases : without);
			}
			else if (!addOperator(parts.group(3), operators)) {
				addWord(parts.group(3), words, without);
			}
		}
		if (words.isEmpty() && phrases.isEmpty() && (operators.isEmpty() || !without.isEmpty())) {
			throw invalid("search.no-words", "must have a word or phrase to search for, or only operators");
		}
		var query = new SearchQuery(words.stream().distinct().limit(MAX_WORDS).toList(), List.copyOf(phrases),
				List.copyOf(without), Map.copyOf(operators));
		query.requireValidOperators();
		return query;
	}

	/** Whether the query has words or phrases, not only operators. */
	boolean isForWords() {
		return !this.words.isEmpty() || !this.phrases.isEmpty();
	}

	/** The username of the author, without a leading {@code @}. */
	@Nullable String author() {
		return named(Operator.AUTHOR);
	}

	/** The slug or the name of the category. */
	@Nullable String category() {
		return lowerCase(Operator.CATEGORY);
	}

	/** The same query in the category that has this slug. */
	SearchQuery inCategory(String slug) {
		var others = new EnumMap<>(this.operators);
		others.put(Operator.CATEGORY, slug);
		return new SearchQuery(this.words, this.phrases, this.without, Map.copyOf(others));
	}

	@Nullable String tag() {
		var tag = named(Operator.TAG);
		return (tag != null) ? TagKey.of(tag) : null;
	}

	/** The exclusive upper limit of the creation time: the start of a day in UTC. */
	@Nullable Instant before() {
		return day(Operator.BEFORE);
	}

	/** The inclusive lower limit of the creation time: the start of a day in UTC. */
	@Nullable Instant after() {
		return day(Operator.AFTER);
	}

	boolean isUnanswered() {
		return is("unanswered");
	}

	/** Whether only threads with an accepted answer are found. */
	boolean isSolved() {
		return is("solved");
	}

	private @Nullable String named(Operator operator) {
		var name = this.operators.get(operator);
		return (name != null) ? SIGN.matcher(name).replaceFirst("") : null;
	}

	private @Nullable String lowerCase(Operator operator) {
		var value = this.operators.get(operator);
		return (value != null) ? value.toLowerCase(Locale.ROOT) : null;
	}

	private boolean is(String state) {
		return state.equalsIgnoreCase(this.operators.get(Operator.IS));
	}

	/** The words and then the phrases. */
	List<String> required() {
		return Stream.concat(this.words.stream(), this.phrases.stream()).toList();
	}

	/** The words to highlight in hits: all words and the words of all phrases. */
	List<String> highlightedWords() {
		return Stream
			.concat(this.words.stream().flatMap((word) -> TextWords.of(word).stream()),
					this.phrases.stream().flatMap(SearchQuery::words))
			.distinct()
			.toList();
	}

	private void requireValidOperators() {
		before();
		after();
		if (this.operators.containsKey(Operator.IS) && !isUnanswered() && !isSolved()) {
			throw invalid("search.bad-operator", "supports only is:unanswered and is:solved");
		}
	}

	private @Nullable Instant day(Operator operator) {
		var date = this.operators.get(operator);
		try {
			return (date != null)
					? requireSupported(LocalDate.parse(latin(date))).atStartOfDay(ZoneOffset.UTC).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			throw invalid("search.bad-operator", "must have dates like 2026-11-20");
		}
	}

	/** A date with the digits of any keyboard. */
	private static String latin(String date) {
		return DIGIT.matcher(date)
			.replaceAll((digit) -> String.valueOf(Character.digit(digit.group().codePointAt(0), 10)));
	}

	private static LocalDate requireSupported(LocalDate date) {
		if (date.getYear() < 1970 || date.getYear() > 9999) {
			throw invalid("search.bad-operator", "must have dates from 1970 to 9999");
		}
		return date;
	}

	private static boolean addOperator(String part, Map<Operator, String> operators) {
		var sides = COLON.split(part, 2);
		var known = (sides.length > 1) ? Operator.of(sides[0]) : Optional.<Operator>empty();
		known.ifPresent((operator) -> {
			var value = sides[1].replace("\"", "").strip();
			if (value.isEmpty() || operators.put(operator, value) != null) {
				throw invalid("search.bad-operator", "must have each operator at most once and with a value");
			}
		});
		return known.isPresent();
	}

	private static void addWord(String part, List<String> words, List<String> without) {
		if (EXCLUSION.matcher(part).lookingAt()) {
			add(part.substring(1), without);
		}
		else {
			words(part).forEach(words::add);
		}
	}

	/** The words of each form of a text: {@code wi}, {@code fi} and {@code wifi}. */
	private static Stream<String> words(String text) {
		return SearchAnalyzer.wordForms(text).stream().map(TextWords::ofQuery).flatMap(List::stream).distinct();
	}

	private static void add(String phrase, List<String> phrases) {
		if (!TextWords.of(phrase).isEmpty()) {
			phrases.add(phrase.strip().toLowerCase(Locale.ROOT));
		}
	}

	private static RefusalException invalid(String code, String message) {
		return RefusalException.field("q", code, message);
	}

}
