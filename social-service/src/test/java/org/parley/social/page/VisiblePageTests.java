package org.parley.social.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.platform.web.paging.Paged.Pagination;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks through a list from which readers see only some items. */
class VisiblePageTests {

	private int reads;

	@ParameterizedTest
	@CsvSource({ "0, 1, 3", "1, 1, 3", "7, 1, 3", "7, 2, 3", "100, 3, 20", "350, 50, 10", "2500, 2500, 5",
			"1200, 1100, 5" })
	void pagesShowEveryVisibleItemOnce(int length, int every, int limit) {
		var list = list(length);
		var seen = new ArrayList<String>();
		String cursor = null;
		do {
			var page = page(list, visible(every), limit, cursor);
			assertThat(page.data()).hasSizeLessThanOrEqualTo(limit);
			seen.addAll(page.data());
			cursor = page.meta().pagination().next();
		}
		while (cursor != null);
		assertThat(seen).isEqualTo(list.stream().filter(visible(every)).toList());
	}

	@Test
	void pageOfInvisibleItemsIsEmptyAndContinues() {
		var page = page(list(3000), (_) -> false, 20, null);
		assertThat(page.data()).isEmpty();
		assertThat(page.meta().pagination().next()).isNotNull();
		assertThat(this.reads).as("one page costs a limited number of reads").isEqualTo(10);
	}

	@ParameterizedTest
	@CsvSource({ "60, 2, 10", "2500, 2500, 5", "1200, 1100, 5", "3500, 1700, 3", "5000, 950, 2" })
	void backwardWalkShowsEveryVisibleItemOnce(int length, int every, int limit) {
		var list = list(length);
		var seen = new ArrayList<String>();
		var cursor = Cursor.prev("items", "end").encoded();
		do {
			var page = page(list, visible(every), limit, cursor);
			seen.addAll(0, page.data());
			cursor = page.meta().pagination().prev();
		}
		while (cursor != null);
		assertThat(seen).isEqualTo(list.stream().filter(visible(every)).toList());
	}

	@ParameterizedTest
	@CsvSource({ "0, 2100", "1, 2100", "0, 1100", "40, 1100" })
	void nextOfIncompletePreviousPageLeadsOn(int before, int invisible) {
		var list = list(before + invisible + 40);
		Predicate<String> shown = (item) -> Integer.parseInt(item) < before
				|| Integer.parseInt(item) >= before + invisible;
		var incomplete = page(list, shown, 50, Cursor.prev("items", list.get(before + invisible + 10)).encoded());
		assertThat(incomplete.data()).isEqualTo(list.subList(before + invisible, before + invisible + 10));
		assertThat(walk(list, shown, incomplete, Pagination::next))
			.isEqualTo(list.subList(before + invisible + 10, list.size()));
	}

	@Test
	void incompleteNextPageLeadsBack() {
		var list = list(2100);
		Predicate<String> shown = (item) -> Integer.parseInt(item) < 20;
		var first = page(list, shown, 20, null);
		var empty = page(list, shown, 20, first.meta().pagination().next());
		assertThat(empty.data()).isEmpty();
		assertThat(walk(list, shown, empty, Pagination::prev)).isEqualTo(first.data());
	}

	@Test
	void previousPageLeadsBack() {
		var list = list(60);
		var first = page(list, visible(2), 10, null);
		var second = page(list, visible(2), 10, first.meta().pagination().next());
		assertThat(page(list, visible(2), 10, second.meta().pagination().prev()).data()).isEqualTo(first.data());
	}

	private List<String> walk(List<String> list, Predicate<String> shown, Paged<String> page,
			Function<Pagination, @Nullable String> direction) {
		var seen = new ArrayList<String>();
		var cursor = direction.apply(page.meta().pagination());
		while (cursor != null) {
			var next = page(list, shown, 50, cursor);
			seen.addAll(next.data());
			cursor = direction.apply(next.meta().pagination());
		}
		return seen;
	}

	private Paged<String> page(List<String> list, Predicate<String> shown, int limit, @Nullable String cursor) {
		this.reads = 0;
		return VisiblePage.of(new Query(limit, cursor), "items", (range) -> {
			this.reads++;
			return read(list, shown, range);
		}, Function.identity());
	}

	private static VisibleItems<String> read(List<String> list, Predicate<String> shown, ListRange range) {
		var ordered = new ArrayList<>(list);
		if (range.backwards()) {
			Collections.reverse(ordered);
		}
		var from = (range.edge() != null) ? ordered.indexOf(range.edge()) + 1 : 0;
		return VisibleItems.of(ordered.subList(from, Math.min(from + range.max(), ordered.size())), range.max(),
				Function.identity(), (found) -> found.stream().filter(shown).toList());
	}

	private static List<String> list(int length) {
		return IntStream.range(0, length).mapToObj("%05d"::formatted).toList();
	}

	private static Predicate<String> visible(int every) {
		return (item) -> Integer.parseInt(item) % every == 0;
	}

	private record Query(@Nullable Integer limit, @Nullable String cursor) implements PageQuery {
	}

}
