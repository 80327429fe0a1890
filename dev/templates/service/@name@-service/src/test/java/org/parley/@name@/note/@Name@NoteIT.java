package org.parley.@name@.note;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.@name@.@Name@IT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

class @Name@NoteIT extends @Name@IT {

	@Test
	void writtenNoteIsListedFirst() {
		var alice = TestUser.with();
		aNote(alice, "First");
		var written = this.api.post(alice, "", Map.of("text", "Second"));
		assertThat(written.header("Location")).isEqualTo("/api/v1/@name@/notes/" + written.id());
		var listed = this.api.get(alice, "");
		assertThat(texts(listed)).containsExactly("Second", "First");
		assertThat(listed.data().path(0)).isEqualTo(written.data());
	}

	@Test
	void cursorsLeadThroughAllNotesAndBack() {
		var alice = TestUser.with();
		for (var text : new String[] { "1", "2", "3" }) {
			aNote(alice, text);
		}
		var first = this.api.get(alice, "?limit=2");
		var second = this.api.get(alice, "?limit=2&cursor=" + first.body().at("/meta/pagination/next").asString());
		assertThat(texts(first)).containsExactly("3", "2");
		assertThat(texts(second)).containsExactly("1");
		assertThat(second.body().at("/meta/pagination/next").isNull()).isTrue();
		var back = this.api.get(alice, "?limit=2&cursor=" + second.body().at("/meta/pagination/prev").asString());
		assertThat(texts(back)).containsExactly("3", "2");
	}

	@Test
	void notesOfOthersAreInvisible() {
		var alice = TestUser.with();
		var id = aNote(alice, "Mine");
		var bob = TestUser.with();
		assertThat(this.api.get(bob, "").data()).isEmpty();
		refused(this.api.delete(bob, "/" + id), 404, "@name@.note-not-found");
		assertThat(texts(this.api.get(alice, ""))).containsExactly("Mine");
	}

	@Test
	void deletedNoteIsGone() {
		var alice = TestUser.with();
		var id = aNote(alice, "Soon gone");
		assertThat(this.api.delete(alice, "/" + id).status()).isEqualTo(204);
		assertThat(this.api.get(alice, "").data()).isEmpty();
		refused(this.api.delete(alice, "/" + id), 404, "@name@.note-not-found");
	}

	@Test
	void repeatedRequestWithSameKeyWritesOneNote() {
		var alice = TestUser.with();
		var body = Map.of("text", "Once");
		var first = this.api.post(alice, "", body, "Idempotency-Key", "one");
		var again = this.api.post(alice, "", body, "Idempotency-Key", "one");
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(texts(this.api.get(alice, ""))).containsExactly("Once");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"text\":null}", "{\"text\":\" \"}", "{\"text\":\"a\\u0000b\"}",
			"{\"text\":\"Yes\",\"ownerId\":\"bob\"}" })
	void invalidNoteIsRefused(String body) {
		var refused = this.api.post(TestUser.with(), "", body);
		assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
	}

	@Test
	void textLongerThanLimitIsRefused() {
		var alice = TestUser.with();
		aNote(alice, "a".repeat(2_000));
		refused(this.api.post(alice, "", Map.of("text", "a".repeat(2_001))), 400, "request.invalid");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=101", "?limit=many", "?cursor=made-up", "?colour=red" })
	void invalidPageIsRefused(String query) {
		assertThat(this.api.get(TestUser.with(), query).status()).isEqualTo(400);
	}

	@Test
	void guestsAreRefused() {
		refused(this.api.get(TestUser.GUEST, ""), 401, "auth.required");
	}

	private static Iterable<String> texts(TestResponse response) {
		return response.data().valueStream().map((note) -> note.path("text").asString()).toList();
	}

}
