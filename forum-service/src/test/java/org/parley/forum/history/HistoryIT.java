package org.parley.forum.history;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class HistoryIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String post = "";

	@BeforeEach
	void createPost() {
		this.post = this.forum.reply(this.bob, this.forum.thread(this.alice, this.forum.category()));
	}

	@Test
	void revisionHasChangesToNextRevision() {
		moderate("Try *Glacier*.");
		moderate("Try *Glacier*. Soon!");
		var history = history("").data();
		assertThat(history).hasSize(2);
		assertThat(parts(history.path(0))).isEqualTo("=Try *|-Stupice|+Glacier|=*.|");
		assertThat(parts(history.path(1))).isEqualTo("=Try *Glacier*.|+ Soon!|");
		assertThat(history.path(1).path("content").asString()).isEqualTo("Try *Glacier*.");
	}

	@Test
	void lastRevisionOfPageHasChanges() {
		for (var text : new String[] { "one", "two", "three" }) {
			moderate(text);
		}
		var first = history("?limit=2");
		assertThat(parts(first.data().path(1))).isEqualTo("-one|+two|");
		var next = first.body().path("meta").path("pagination").path("next").asString();
		var second = history("?limit=2&cursor=" + next);
		assertThat(second.data()).hasSize(1);
		assertThat(parts(second.data().path(0))).isEqualTo("-two|+three|");
		var back = history("?limit=2&cursor=" + second.body().path("meta").path("pagination").path("prev").asString());
		assertThat(back.data()).isEqualTo(first.data());
	}

	@Test
	void authorEditAfterModeratorEditIsRecorded() {
		moderate("[edited]");
		this.forum.patch(this.bob, "/posts/" + this.post, Map.of("content", "Try *Stupice*."));
		assertThat(history("").data()).hasSize(2);
		assertThat(history("").data().path(1).path("replacedBy").path("id").asString()).isEqualTo(this.bob.id());
	}

	@Test
	void historyIsVisibleToAuthorAndModeratorsOnly() {
		moderate("[edited]");
		assertThat(read(this.forum.moderator()).status()).isEqualTo(200);
		assertThat(read(this.bob).status()).isEqualTo(200);
		assertThat(read(this.alice).code()).isEqualTo("post.forbidden");
		assertThat(read(GUEST).status()).isEqualTo(401);
		assertThat(this.forum.get(this.bob, "/posts/nothing/history").code()).isEqualTo("post.not-found");
	}

	@Test
	void invalidPageIsRefused() {
		for (var query : new String[] { "?limit=0", "?limit=21", "?cursor=x", "?page=1" }) {
			assertThat(history(query).status()).as(query).isEqualTo(400);
		}
	}

	@Test
	void pageQueryUsesIndex() {
		moderate("one");
		var sent = this.commands.during(() -> history(""))
			.stream()
			.filter((command) -> command.containsKey("find")
					&& command.getString("find").getValue().equals("post_history"))
			.toList();
		assertThat(sent).hasSize(2)
			.allSatisfy((command) -> assertThat(QueryExplanation.of(this.mongo, command).stages()).contains("IXSCAN")
				.doesNotContain("COLLSCAN", "SORT"));
	}

	private void moderate(String text) {
		var edited = this.forum.patch(this.forum.moderator(), "/posts/" + this.post, Map.of("content", text));
		assertThat(edited.status()).isEqualTo(200);
	}

	private TestResponse history(String query) {
		return this.forum.get(this.bob, "/posts/" + this.post + "/history" + query);
	}

	private TestResponse read(TestUser reader) {
		return this.forum.get(reader, "/posts/" + this.post + "/history");
	}

	private static String parts(JsonNode revision) {
		var all = new StringBuilder();
		revision.path("changes").forEach((part) -> all.append(switch (part.path("kind").asString()) {
			case "kept" -> '=';
			case "removed" -> '-';
			case "added" -> '+';
			default -> '?';
		}).append(part.path("text").asString()).append('|'));
		return all.toString();
	}

}
