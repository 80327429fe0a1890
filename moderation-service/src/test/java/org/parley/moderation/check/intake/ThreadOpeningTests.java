package org.parley.moderation.check.intake;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.CategoryReference;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.ThreadData;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedThreadReference;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadOpeningTests {

	private static final PersonReference ALICE = new PersonReference("alice", "alice", "Alice");

	private final ThreadOpening opening = ThreadOpening.of(
			new PostData("post", 1, ALICE, null, "Which?", "<p>Which?</p>", PostStatus.ACTIVE, Instant.EPOCH, null, 0,
					List.of(), List.of(), List.of()),
			ModeratedThreadReference.of(thread("Tomatoes", 0).reference()), 0);

	@Test
	void otherTitleIsAnotherRevision() {
		var renamed = this.opening.with(thread("Onions", 2));
		assertThat(renamed.thread().title()).isEqualTo("Onions");
		assertThat(renamed.revision()).isEqualTo(new ContentRevision(0, 2));
	}

	@Test
	void sameTitleIsNoOtherRevision() {
		assertThat(this.opening.with(thread("Tomatoes", 1)).revision()).isEqualTo(new ContentRevision(0, 0));
	}

	@Test
	void otherTagsAreAnotherRevision() {
		var tagged = this.opening.with(thread("Tomatoes", List.of("soil"), 2));
		assertThat(tagged.thread().heading()).isEqualTo("Tomatoes\n\nsoil");
		assertThat(tagged.revision()).isEqualTo(new ContentRevision(0, 2));
		assertThat(tagged.with(thread("Tomatoes", List.of("soil"), 3)).revision()).isEqualTo(new ContentRevision(0, 2));
	}

	@Test
	void lateTitleIsIgnored() {
		var later = this.opening.with(thread("Tomatoes", 3));
		assertThat(later.with(thread("Onions", 2)).thread().title()).isEqualTo("Tomatoes");
		assertThat(later.with(thread("Onions", 4)).revision()).isEqualTo(new ContentRevision(0, 4));
	}

	private static ThreadData thread(String title, long version) {
		return thread(title, List.of(), version);
	}

	private static ThreadData thread(String title, List<String> tags, long version) {
		return new ThreadData("thread", "slug", title, new CategoryReference("category", "gardening"), ALICE, tags,
				"open", false, null, version);
	}

}
