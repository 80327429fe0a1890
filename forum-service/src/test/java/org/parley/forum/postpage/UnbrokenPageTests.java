package org.parley.forum.postpage;

import java.time.Instant;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.cache.ExpiringAnswer;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.view.PostView;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import static org.assertj.core.api.Assertions.assertThat;

class UnbrokenPageTests {

	private static final Cursor AFTER_TEN = Cursor.next(PostPages.FLAT, 10);

	@Test
	void pageWithEveryNumberBeforeNextPageIsUnbroken() {
		assertThat(PostPages.isUnbroken(page(Cursor.next(PostPages.FLAT, 3), 1, 2, 3), null, 9)).isTrue();
		assertThat(PostPages.isUnbroken(page(Cursor.next(PostPages.FLAT, 12), 11, 12), AFTER_TEN, 20)).isTrue();
	}

	@Test
	void lastPageIsUnbrokenOnlyUpToLastNumber() {
		assertThat(PostPages.isUnbroken(page(null, 11, 12), AFTER_TEN, 12)).isTrue();
		assertThat(PostPages.isUnbroken(page(null, 11, 12), AFTER_TEN, 13)).isFalse();
		assertThat(PostPages.isUnbroken(page(null), null, 2)).isFalse();
	}

	@Test
	void missingNumberBreaksPage() {
		assertThat(PostPages.isUnbroken(page(Cursor.next(PostPages.FLAT, 4), 2, 3, 4), null, 9)).isFalse();
		assertThat(PostPages.isUnbroken(page(Cursor.next(PostPages.FLAT, 4), 1, 3, 4), null, 9)).isFalse();
	}

	@Test
	void pageBeforeGapIsNotKnownToBeUnbroken() {
		assertThat(PostPages.isUnbroken(new ExpiringAnswer(page(null, 1, 2)), null, 2)).isFalse();
	}

	private static Paged<PostView> page(@Nullable Cursor next, int... numbers) {
		return Paged.of(IntStream.of(numbers).mapToObj(UnbrokenPageTests::post).toList(), next, null, 20);
	}

	private static PostView post(int number) {
		return new PostView("P" + number, "T", number, new PersonView("A", "alice", "Alice", null), null, "text",
				"<p>text</p>", PostStatus.ACTIVE, null, 0, 0, false, Instant.EPOCH, null, 0, null);
	}

}
