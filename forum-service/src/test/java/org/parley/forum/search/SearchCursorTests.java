package org.parley.forum.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchCursorTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	private static final SearchQuery QUERY = SearchQuery.parse("harbour");

	private static final WordWeights WEIGHTS = new WordWeights(List.of(-20));

	@Test
	void laterPagesKeepTimeAndWeightsOfFirstPage() {
		var cursor = Cursor.next("relevance", 1.5f, "X", NOW.toEpochMilli(), WEIGHTS);
		var read = SearchCursor.of(SearchRanking.RELEVANCE, QUERY, cursor.encoded(), NOW.plusSeconds(60), 20);
		assertThat(read).isEqualTo(new SearchCursor(SearchRanking.RELEVANCE, NOW, WEIGHTS, cursor, 20));
		assertThat(position(SearchRanking.RELEVANCE, cursor)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "relevance, x, X, 0, 15", "relevance, 1, X, -1, 15", "relevance, 1, X, 999999999999999, 15",
			"relevance, 1, X, 0, 1", "relevance, 1, X, 0, 1.1", "relevance, 1, X, 0, 99999", "relevance, 1, X, 0, ",
			"newest, 1, X, 0, 15" })
	void forgedCursorIsRefused(String order, String score, String id, String began, @Nullable String weights) {
		var cursor = (weights != null) ? Cursor.next(order, score, id, began, weights)
				: Cursor.next(order, score, id, began);
		assertRefused(SearchRanking.RELEVANCE, cursor);
	}

	@Test
	void backwardCursorIsRefused() {
		assertRefused(SearchRanking.NEWEST, Cursor.prev("newest", "X", WEIGHTS));
		assertThat(position(SearchRanking.NEWEST, Cursor.next("newest", "X", WEIGHTS))).isNotNull();
	}

	private static void assertRefused(SearchRanking ranking, Cursor cursor) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> position(ranking, cursor))
			.satisfies((refusal) -> assertThat(refusal.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo("cursor.invalid")));
	}

	/** Returns the place in the index where a page starts. */
	private static @Nullable Object position(SearchRanking ranking, Cursor cursor) {
		var readers = new ListAudience(Rights.of(Audience.EVERYONE), Map.of(), "everyone");
		var read = SearchCursor.of(ranking, QUERY, cursor.encoded(), NOW, 20);
		return new IndexQuery(QUERY, read, readers, null).position();
	}

}
