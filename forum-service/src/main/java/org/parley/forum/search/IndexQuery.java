package org.parley.forum.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.parley.forum.search.index.SearchFields;
import org.parley.forum.search.index.SearchFields.DocumentKind;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.text.search.SearchAnalyzer;

/**
 * A search as a query of the index. The number of clauses is limited: a query has at most
 * a hundred words, and few of them are also searched for in similar forms.
 *
 * @param readers the readers, who limit the categories
 * @param authorId the id of the author; null for all authors
 */
record IndexQuery(SearchQuery query, SearchCursor cursor, ListAudience readers, @Nullable String authorId) {

	private static final SortField NEWEST_ID_FIRST = new SortField(SearchFields.ID, SortField.Type.STRING, true);

	/** Never decides, because no two documents have the same id, but is part of hits. */
	private static final SortField KIND = new SortField(SearchFields.POST, SortField.Type.INT);

	/** How much more a word counts in a field than in a post. */
	private static final Map<String, Float> FIELDS = Map.of(SearchFields.TITLE, 4f, SearchFields.TAGS, 2f,
			SearchFields.CONTENT, 1f);

	/** How much new content counts, as a share of all words. */
	private static final float FRESHNESS = 0.2f;

	/** The age at which content counts half as fresh. */
	private static final Duration HALF_FRESH = Duration.ofDays(30);

	/** How much less a similar word counts than the word itself. */
	private static final float SIMILAR = 0.2f;

	private static final int MAX_SIMILAR_WORDS = 8;

	private static final int MAX_FORMS = 16;

	private static final int MAX_SKIPPING_WORDS = 10;

	private static final int MIN_FUZZY_LENGTH = 4;

	private static final int MIN_LENGTH_OF_TWO_ERRORS = 8;

	private static final int MIN_PREFIX_LENGTH = 2;

	Query build() {
		var all = new BooleanQuery.Builder();
		if (this.query.isForWords()) {
			addTexts(all);
		}
		filters().forEach((filter) -> all.add(filter, Occur.FILTER));
		return all.build();
	}

	Sort order() {
		return isRanked() ? new Sort(SortField.FIELD_SCORE, NEWEST_ID_FIRST, KIND) : new Sort(NEWEST_ID_FIRST, KIND);
	}

	/** The place in that order after which the page starts; null for the first page. */
	@Nullable FieldDoc position() {
		var from = this.cursor.from();
		if (from == null) {
			return null;
		}
		return isRanked() ? after(SearchRanking.score(from), new BytesRef(from.text(1)), Integer.MAX_VALUE)
				: after(new BytesRef(from.text(0)), Integer.MAX_VALUE);
	}

	/** The place does not depend on the number of a document, which may change. */
	static FieldDoc after(Object... keys) {
		return new FieldDoc(Integer.MAX_VALUE, Float.NaN, keys);
	}

	private boolean isRanked() {
		return this.cursor.ranking() == SearchRanking.RELEVANCE;
	}

	private void addTexts(BooleanQuery.Builder all) {
		if (isSkipping()) {
			var words = words();
			all.add(new ConstantScoreQuery(words), Occur.FILTER);
			all.add(words, Occur.SHOULD);
			all.setMinimumNumberShouldMatch(1);
		}
		else if (!this.query.words().isEmpty()) {
			all.add(words(), this.query.phrases().isEmpty() ? Occur.MUST : Occur.SHOULD);
		}
		for (var phrase = 0; phrase < this.query.phrases().size(); phrase++) {
			var weight = this.cursor.weights().weight(this.query.words().size() + phrase);
			all.add(text(this.query.phrases().get(phrase), weight), Occur.MUST);
		}
		this.query.without().forEach((phrase) -> all.add(text(phrase, 1), Occur.MUST_NOT));
		if (isRanked()) {
			all.add(LongField.newDistanceFeatureQuery(SearchFields.CREATED, FRESHNESS * this.cursor.weights().sum(),
					this.cursor.began().toEpochMilli(), HALF_FRESH.toMillis()), Occur.SHOULD);
		}
	}

	/**
	 * Whether to skip matches that cannot be among the best, which Lucene does if all
	 * that scores is optional beside filters. Each word is in the query twice then, so
	 * not for long queries and rare words, which few documents match.
	 */
	private boolean isSkipping() {
		var words = this.query.words().size();
		return isRanked() && this.query.phrases().isEmpty() && words > 0 && words <= MAX_SKIPPING_WORDS
				&& IntStream.range(0, words).noneMatch(this.cursor.weights()::isRare);
	}

	private Query words() {
		var words = new BooleanQuery.Builder();
		var similar = 0;
		for (var position = 0; position < this.query.words().size(); position++) {
			var word = this.query.words().get(position);
			var weight = this.cursor.weights().weight(position);
			words.add(text(word, weight), Occur.SHOULD);
			if (this.cursor.weights().isRare(position) && similar++ < MAX_SIMILAR_WORDS) {
				similar(word, position == this.query.words().size() - 1)
					.forEach((form) -> words.add(new BoostQuery(form, weight * SIMILAR), Occur.SHOULD));
			}
		}
		return words.build();
	}

	/** Finds a word or phrase in all fields. */
	private static Query text(String text, float weight) {
		var fields = new BooleanQuery.Builder();
		SearchAnalyzer.forms(text).stream().map(SearchAnalyzer.QUERIES::terms).distinct().forEach((terms) -> {
			var phrase = terms.toArray(String[]::new);
			FIELDS.forEach((field, factor) -> fields
				.add(new BoostQuery(new PhraseQuery(field, phrase), weight * factor), Occur.SHOULD));
		});
		return fields.build();
	}

	/** Finds words with typing errors, and words that begin with an unfinished one. */
	private static Stream<Query> similar(String word, boolean unfinished) {
		var terms = SearchAnalyzer.QUERIES.terms(word);
		if (terms.size() != 1) {
			return Stream.empty();
		}
		var term = terms.getFirst();
		return Stream.of(SearchFields.TITLE, SearchFields.CONTENT)
			.map((field) -> new Term(field, term))
			.flatMap((field) -> Stream.of(fuzzy(field), unfinished ? prefix(field) : Optional.<Query>empty()))
			.flatMap(Optional::stream);
	}

	/** Numbers and names with digits have no typing errors. */
	private static Optional<Query> fuzzy(Term term) {
		var length = term.text().codePointCount(0, term.text().length());
		return (length < MIN_FUZZY_LENGTH || !term.text().codePoints().allMatch(Character::isLetter)) ? Optional.empty()
				: Optional.of(new FuzzyQuery(term, (length < MIN_LENGTH_OF_TWO_ERRORS) ? 1 : 2, 1, MAX_FORMS, true));
	}

	/** Versions and emoji, whose terms have underscores, are no beginnings of others. */
	private static Optional<Query> prefix(Term term) {
		return (term.text().length() < MIN_PREFIX_LENGTH || term.text().contains("__")) ? Optional.empty()
				: Optional.of(new PrefixQuery(term, new TopTermsBoostOnlyBooleanQueryRewrite(MAX_FORMS)));
	}

	private Stream<Query> filters() {
		return Stream
			.of(Optional.of(SearchFields.inCategories(categoryIds())),
					Optional.ofNullable(this.authorId).map(SearchFields::by),
					Optional.ofNullable(this.query.tag()).map(SearchFields::tagged),
					this.query.isSolved() ? Optional.of(SearchFields.solved()) : Optional.<Query>empty(),
					this.query.isUnanswered() ? Optional.of(SearchFields.unanswered()) : Optional.<Query>empty(),
					created(), kinds())
			.flatMap(Optional::stream);
	}

	private List<String> categoryIds() {
		var slug = this.query.category();
		return this.readers.categories()
			.entrySet()
			.stream()
			.filter((category) -> slug == null || category.getValue().equals(slug))
			.map(Map.Entry::getKey)
			.toList();
	}

	private Optional<Query> created() {
		var after = this.query.after();
		var before = this.query.before();
		return (after == null && before == null) ? Optional.empty()
				: Optional.of(LongField.newRangeQuery(SearchFields.CREATED,
						(after != null) ? after.toEpochMilli() : Long.MIN_VALUE,
						(before != null) ? before.toEpochMilli() - 1 : Long.MAX_VALUE));
	}

	/** Operators alone list the posts of an author, or threads. */
	private Optional<Query> kinds() {
		if (this.query.isForWords()) {
			return this.query.isUnanswered()
					? Optional.of(SearchFields.kinds(Set.of(DocumentKind.THREAD, DocumentKind.OPENING_POST)))
					: Optional.empty();
		}
		if (this.authorId == null) {
			return Optional.of(SearchFields.kinds(Set.of(DocumentKind.THREAD)));
		}
		return Optional.of(SearchFields.kinds(this.query.isUnanswered() ? Set.of(DocumentKind.OPENING_POST)
				: Set.of(DocumentKind.OPENING_POST, DocumentKind.REPLY)));
	}

}
