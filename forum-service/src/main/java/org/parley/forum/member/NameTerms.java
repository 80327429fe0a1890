package org.parley.forum.member;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.text.search.SearchAnalyzer;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The words of a displayed name, as searches find them: {@code lukasz} finds
 * {@code Łukasz}, {@code muller} and {@code mueller} find {@code Müller}.
 */
final class NameTerms {

	/** Stored beside the name. */
	static final String FIELD = "nameTerms";

	/**
	 * The last code point: MongoDB compares strings without a collation by code points.
	 */
	private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

	private static final Pattern ENDS_WITH_SIGN = Pattern.compile("[\\p{P}\\p{S}]$");

	/** Letters of stored names that no account event has split since they are folded. */
	private static final Pattern UNFOLDED = Pattern.compile("[əƏǝƎɛƐɔƆŋŊ]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}\\p{S}]+");

	private NameTerms() {
	}

	static List<String> of(String name) {
		return SearchAnalyzer.NAMES.terms(name).stream().distinct().toList();
	}

	/**
	 * Selects the names that have all words of a text; the last one may be incomplete. A
	 * text that ends with a sign selects none.
	 */
	static Optional<Criteria> beginningWith(String text) {
		var terms = SearchAnalyzer.NAME_QUERIES.terms(text);
		if (terms.isEmpty() || ENDS_WITH_SIGN.matcher(text).find()) {
			return Optional.empty();
		}
		return Optional.of(UNFOLDED.matcher(text).find()
				? new Criteria().orOperator(beginningWith(terms), beginningWith(unfolded(text)))
				: beginningWith(terms));
	}

	private static Criteria beginningWith(List<String> terms) {
		var last = terms.getLast();
		var begins = Criteria.where(FIELD).elemMatch(new Criteria().gte(last).lt(last + AFTER_ALL));
		var others = terms.stream().limit(terms.size() - 1L).map((term) -> Criteria.where(FIELD).is(term));
		return new Criteria().andOperator(Stream.concat(Stream.of(begins), others).toList());
	}

	private static List<String> unfolded(String text) {
		return BETWEEN_WORDS.splitAsStream(text)
			.flatMap((word) -> UNFOLDED.matcher(word).find() ? Stream.of(unfoldedWord(word))
					: SearchAnalyzer.NAME_QUERIES.terms(word).stream())
			.toList();
	}

	private static String unfoldedWord(String word) {
		return word.codePoints()
			.mapToObj(Character::toString)
			.map((letter) -> UNFOLDED.matcher(letter).matches() ? letter.toLowerCase(Locale.ROOT)
					: SearchAnalyzer.fold(letter))
			.collect(Collectors.joining());
	}

}
