package org.parley.platform.web.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagedTests {

	private final List<Integer> all = IntStream.rangeClosed(1, 7).boxed().toList();

	@Test
	void pagingVisitsEveryItemOnceInBothDirections() {
		var onwards = new ArrayList<List<Integer>>();
		var pages = new ArrayList<Paged<Integer>>();
		@Nullable String cursor = null;
		do {
			var page = page(cursor);
			pages.add(page);
			onwards.add(page.data());
			cursor = page.meta().pagination().next();
		}
		while (cursor != null);
		assertThat(onwards).containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
		var back = page(pages.getLast().meta().pagination().prev());
		assertThat(back.data()).containsExactly(4, 5, 6);
		assertThat(page(back.meta().pagination().prev()).data()).containsExactly(1, 2, 3);
		assertThat(page(back.meta().pagination().prev()).meta().pagination().prev()).isNull();
		assertThat(page(back.meta().pagination().next()).data()).containsExactly(7);
	}

	@Test
	void emptyListHasNoCursors() {
		assertThat(Paged.walk(List.<Integer>of(), null, 3, "number", (n) -> new Object[] { n }))
			.isEqualTo(Paged.of(List.<Integer>of(), null, null, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%", "bm9uc2Vuc2U", "TkVYVB9udW1iZXI" })
	void malformedCursorIsRefused(String text) {
		assertThatThrownBy(() -> Cursor.parse(text, "number", 1)).isInstanceOf(RefusalException.class);
	}

	@Test
	void timeOutOfDatabaseRangeIsRefused() {
		var cursor = Cursor.parse(Cursor.next("latest", Instant.MAX).encoded(), "latest", 1);
		assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(RefusalException.class);
	}

	@Test
	void cursorOfOtherOrderIsRefused() {
		var cursor = Cursor.next("newest", 1).encoded();
		assertThatThrownBy(() -> Cursor.parse(cursor, "number", 1)).isInstanceOf(RefusalException.class);
	}

	@Test
	void keysAreDecodedOrRefused() {
		var moment = Instant.parse("2026-01-02T03:04:05.678Z");
		var cursor = Cursor.parse(Cursor.next("latest", moment, 5, "id").encoded(), "latest", 3);
		assertThat(cursor.instant(0)).isEqualTo(moment);
		assertThat(cursor.number(1)).isEqualTo(5);
		assertThat(cursor.text(2)).isEqualTo("id");
		assertThatThrownBy(() -> cursor.number(2)).isInstanceOf(RefusalException.class);
		assertThatThrownBy(() -> cursor.instant(2)).isInstanceOf(RefusalException.class);
	}

	private Paged<Integer> page(@Nullable String text) {
		var from = (text != null) ? Cursor.parse(text, "number", 1) : null;
		var found = this.all.stream();
		if (from != null) {
			var edge = from.number(0);
			found = from.backwards() ? this.all.reversed().stream().filter((n) -> n < edge)
					: found.filter((n) -> n > edge);
		}
		return Paged.walk(found.limit(4).toList(), from, 3, "number", (n) -> new Object[] { n });
	}

}
