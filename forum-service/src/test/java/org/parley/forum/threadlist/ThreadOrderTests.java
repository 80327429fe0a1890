package org.parley.forum.threadlist;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.threadlist.ThreadListController.TopWindow;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ThreadOrderTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	@ParameterizedTest
	@EnumSource
	void cursorIsOfItsOrder(ThreadOrder order) {
		var thread = ForumThread.start("category", "alice", "Which tomatoes?", List.of(), "", NOW);
		var cursor = Cursor.next(order.json(), order.keys(thread, NOW.plusSeconds(1)));
		assertThat(order.parse(cursor.encoded())).isEqualTo(cursor);
		assertThat(ThreadOrder.began(cursor)).isEqualTo(NOW.plusSeconds(1));
		for (var other : ThreadOrder.values()) {
			if (other != order) {
				assertInvalid(() -> other.parse(cursor.encoded()));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "yesterday" })
	void forgedTimeIsRefused(String time) {
		assertInvalid(() -> ThreadOrder.LATEST.ranges(Cursor.next("latest", "false", time, "X", NOW)));
		assertInvalid(() -> ThreadOrder.began(Cursor.next("newest", "X", time)));
	}

	@Test
	void textThatIsNoCursorIsRefused() {
		assertInvalid(() -> ThreadOrder.LATEST.parse("x"));
		assertThat(ThreadOrder.LATEST.parse(null)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ ", ", "all, ", "day, 2026-11-19T09:00:00Z", "week, 2026-11-13T09:00:00Z",
			"month, 2026-10-21T09:00:00Z", "year, 2025-11-20T09:00:00Z" })
	void windowEndsNow(@Nullable String window, @Nullable Instant since) {
		assertThat(TopWindow.since(window, NOW)).isEqualTo(since);
	}

	private static void assertInvalid(Runnable reading) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(reading::run)
			.satisfies((refusal) -> assertThat(refusal.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo("cursor.invalid")));
	}

}
