package org.parley.notification.post;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.notification.news.NotificationPlace;

import static org.assertj.core.api.Assertions.assertThat;

class MergedThreadsTests {

	@Test
	void threadThatWasNotMergedIsWhereItWas() {
		var place = new NotificationPlace("a", "balcony", List.of("herbs"));
		assertThat(threads().present(place)).isEqualTo(place);
		assertThat(threads(thread("a", null)).present(place)).isEqualTo(place);
	}

	@Test
	void threadThatWasMergedTwiceIsInTheLastOne() {
		var threads = threads(thread("a", "b"), thread("b", "c"), thread("c", null));
		assertThat(threads.present(new NotificationPlace("a", "balcony", List.of("herbs"))))
			.isEqualTo(new NotificationPlace("c", "of c", List.of("herbs")));
	}

	@Test
	void circleEnds() {
		var threads = threads(thread("a", "b"), thread("b", "a"));
		assertThat(threads.present(NotificationPlace.of("a", "balcony")).threadId()).isIn("a", "b");
	}

	private static MergedThreads threads(ThreadRecord... threads) {
		return new MergedThreads(List.of(threads).stream().collect(Collectors.toMap(ThreadRecord::id, (one) -> one)));
	}

	private static ThreadRecord thread(String id, @Nullable String into) {
		return new ThreadRecord(id, "Tomatoes", "bob", "of " + id, false, 1, Instant.EPOCH, null,
				(into != null) ? NotificationPlace.of(into, "of " + into) : null);
	}

}
