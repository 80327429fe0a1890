package org.parley.forum.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class DraftIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void createdDraftCanBeRead() {
		var begun = begin(
				Map.of("category", "garden", "title", "Which", "content", "It faces", "tags", List.of("tomatoes")));
		assertThat(begun.status()).isEqualTo(201);
		assertThat(begun.header("Location")).isEqualTo("/api/v1/drafts/" + begun.id());
		var seen = this.forum.get(this.alice, path(begun));
		assertThat(seen.data()).isEqualTo(begun.data());
		assertThat(seen.header("ETag")).isEqualTo(begun.header("ETag"));
		assertThat(seen.data().path("title").asString()).isEqualTo("Which");
		assertThat(seen.data().path("version").asLong()).isZero();
	}

	@Test
	void putReplacesWholeDraft() {
		var begun = begin(Map.of("title", "Which", "content", "It faces"));
		var written = this.forum.put(this.alice, path(begun), Map.of("threadId", Ids.next(), "content", ""));
		assertThat(written.status()).isEqualTo(200);
		assertThat(written.data().path("title").isNull()).isTrue();
		assertThat(written.data().path("content").asString()).isEmpty();
		assertThat(written.data().path("version").asLong()).isOne();
		assertThat(this.forum.get(this.alice, path(begun)).data()).isEqualTo(written.data());
	}

	@Test
	void changeWithOutdatedVersionIsRefused() {
		var begun = begin(Map.of("content", "One"));
		var read = begun.header("ETag");
		this.forum.put(this.alice, path(begun), Map.of("content", "Two"), "If-Match", read);
		var late = this.forum.put(this.alice, path(begun), Map.of("content", "Three"), "If-Match", read);
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.code()).isEqualTo("request.precondition-failed");
		assertThat(this.forum.delete(this.alice, path(begun), "If-Match", read).status()).isEqualTo(412);
		assertThat(this.forum.get(this.alice, path(begun)).data().path("content").asString()).isEqualTo("Two");
	}

	@Test
	void draftFollowsItsCategory() {
		var slug = this.forum.category();
		var begun = begin(Map.of("category", slug, "title", "Which", "content", "It faces"));
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("slug", slug + "-new"));
		assertThat(this.forum.get(this.alice, path(begun)).data().path("category").asString()).isEqualTo(slug + "-new");
		assertThat(this.forum.get(this.alice, "/drafts").data().path(0).path("category").asString())
			.isEqualTo(slug + "-new");
		this.forum.patch(this.forum.admin(), "/categories/" + slug + "-new",
				Map.of("slug", slug + "-secret", "read", "moderators", "post", "moderators"));
		assertThat(this.forum.get(this.alice, path(begun)).data().path("category").asString())
			.as("of a category that the author may not read any more")
			.isEqualTo(slug);
		var unknown = begin(Map.of("category", "never", "content", "It faces"));
		assertThat(this.forum.get(this.alice, path(unknown)).data().path("category").asString()).isEqualTo("never");
	}

	@Test
	void draftOfAReplyHasTheTitleOfItsThread() {
		var thread = this.forum.thread(this.bob, this.forum.category());
		var begun = begin(Map.of("threadId", thread, "content", "Mine did"));
		assertThat(begun.data().path("threadTitle").asString())
			.isEqualTo(this.forum.get(this.alice, "/threads/" + thread).data().path("title").asString())
			.isNotEmpty();
		assertThat(this.forum.get(this.alice, path(begun)).data()).isEqualTo(begun.data());
		assertThat(this.forum.get(this.alice, "/drafts").data().path(0)).isEqualTo(begun.data());
		this.forum.delete(this.bob, "/threads/" + thread);
		assertThat(this.forum.get(this.alice, path(begun)).data().path("threadTitle").isNull()).isTrue();
	}

	@Test
	void deletedDraftIsNotFound() {
		var begun = begin(Map.of("content", "One"));
		assertThat(this.forum.delete(this.alice, path(begun)).status()).isEqualTo(204);
		assertThat(this.forum.get(this.alice, path(begun)).code()).isEqualTo("draft.not-found");
		assertThat(this.forum.delete(this.alice, path(begun)).code()).isEqualTo("draft.not-found");
	}

	@Test
	void draftIsVisibleOnlyToAuthor() {
		var begun = begin(Map.of("content", "Secret"));
		for (var other : List.of(this.bob, this.forum.moderator(), this.forum.admin())) {
			assertThat(this.forum.get(other, path(begun)).code()).isEqualTo("draft.not-found");
			assertThat(this.forum.put(other, path(begun), Map.of("content", "Mine")).code())
				.isEqualTo("draft.not-found");
			assertThat(this.forum.delete(other, path(begun)).code()).isEqualTo("draft.not-found");
			assertThat(this.forum.get(other, "/drafts").data().findValuesAsString("id")).doesNotContain(begun.id());
		}
		assertThat(this.forum.get(GUEST, path(begun)).code()).isEqualTo("auth.required");
		assertThat(this.forum.get(GUEST, "/drafts").code()).isEqualTo("auth.required");
	}

	@Test
	void draftsAreListedNewestFirst() {
		var ids = IntStream.range(0, 3).mapToObj((i) -> begin(Map.of("content", "Draft " + i)).id()).toList();
		var first = this.forum.get(this.alice, "/drafts?limit=2");
		assertThat(first.data().findValuesAsString("id")).containsExactly(ids.get(2), ids.get(1));
		var next = first.body().at("/meta/pagination/next").asString();
		var second = this.forum.get(this.alice, "/drafts?limit=2&cursor=" + next);
		assertThat(second.data().findValuesAsString("id")).containsExactly(ids.get(0));
		var prev = second.body().at("/meta/pagination/prev").asString();
		assertThat(this.forum.get(this.alice, "/drafts?limit=2&cursor=" + prev).data().findValuesAsString("id"))
			.containsExactly(ids.get(2), ids.get(1));
	}

	@Test
	void repeatedIdempotencyKeyCreatesOneDraft() {
		var body = Map.of("content", "Once", "tags", List.of("a"));
		var first = this.forum.post(this.alice, "/drafts", body, "Idempotency-Key", "once");
		var again = this.forum.post(this.alice, "/drafts", body, "Idempotency-Key", "once");
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.data()).isEqualTo(first.data());
		assertThat(this.forum.get(this.alice, "/drafts").data()).hasSize(1);
	}

	@Test
	void hundredAndFirstDraftIsRefused() {
		var draft = new DraftRequest(null, null, null, null, "A draft", null);
		this.mongo.insertAll(
				IntStream.range(0, 99).mapToObj((_) -> Draft.begin(this.alice.id(), draft, Instant.now())).toList());
		assertThat(begin(Map.of("content", "The last one")).status()).isEqualTo(201);
		var refused = begin(Map.of("content", "One more"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo("draft.too-many");
	}

	private TestResponse begin(Map<String, ?> request) {
		return this.forum.post(this.alice, "/drafts", request);
	}

	private static String path(TestResponse draft) {
		return "/drafts/" + draft.id();
	}

}
