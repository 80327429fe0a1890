package org.parley.forum;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every query has its index. What clients do is done, and whatever the service sends to
 * the database meanwhile is explained.
 */
class QueriesIT extends ForumIT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate",
			"count", "distinct");

	private static final BsonDocument SOME = BsonDocument.parse("{some: 1}");

	@Test
	void nothingIsScannedAndNothingIsSortedInMemory() {
		var sent = this.commands.during(this::play)
			.stream()
			.filter(QueriesIT::looksForSomething)
			.flatMap(QueriesIT::one)
			.toList();
		assertThat(sent).extracting(QueriesIT::target)
			.contains("find threads", "find posts", "find members", "find votes", "aggregate votes",
					"find post_history", "findAndModify threads", "update threads", "update posts", "find categories",
					"find bookmarks", "delete bookmarks", "find subscriptions", "update subscriptions", "find progress",
					"update progress", "aggregate posts", "find drafts", "aggregate drafts", "update drafts",
					"delete drafts", "find places", "find thread_works", "update thread_works", "update bookmarks");
		for (var command : sent) {
			assertThat(Explained.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	@Test
	void aQueryWithoutAnIndexWouldBeFound() {
		var query = BsonDocument.parse("{find: 'posts', filter: {content: 'x'}, sort: {html: 1}}");
		assertThat(Explained.of(this.mongo, query).stages()).contains("COLLSCAN", "SORT");
	}

	private void play() {
		var alice = Somebody.with();
		var bob = Somebody.with();
		var slug = this.forum.category();
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("name", "Renamed"));
		var thread = this.forum.thread(alice, slug);
		var post = this.forum.reply(bob, thread);
		this.forum.post(alice, "/posts", Map.of("threadId", thread, "content", "And?", "replyTo", post));
		this.forum.vote(alice, "/posts/" + post, 1);
		this.forum.vote(bob, "/threads/" + thread, 1);
		this.forum.patch(this.forum.moderator(), "/posts/" + post, Map.of("content", "[edited]"));
		this.forum.get(bob, "/posts/" + post);
		this.forum.get(bob, "/posts/" + post + "/history");
		keepForOneself(bob, slug, thread, post);
		this.forum.delete(bob, "/posts/" + post);
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/lock", null);
		this.forum.get(bob, "/threads/" + thread);
		relocate(bob, slug, thread);
		this.forum.delete(this.forum.admin(), "/categories/" + slug);
		soon().until(() -> this.forum.get(bob, "/threads/" + thread).data().path("replyCount").asInt() == 1);
	}

	/** Somebody keeps things of a thread that is split, and what was split off merged. */
	private void relocate(Somebody bob, String slug, String thread) {
		var moderator = this.forum.moderator();
		var other = this.forum.thread(bob, slug);
		var post = this.forum.reply(bob, other);
		this.forum.reply(bob, other);
		this.forum.put(bob, "/posts/" + post + "/bookmark", null);
		this.forum.post(bob, "/drafts", Map.of("threadId", other, "replyTo", post, "content", "To be"));
		this.forum.put(bob, "/threads/" + other + "/progress", Map.of("number", 2));
		var made = relocated(this.forum.post(moderator, "/threads/" + other + "/split",
				Map.of("posts", List.of(post), "title", "Something else")));
		this.forum.get(bob, "/threads/" + made + "/progress");
		this.forum.get(bob, "/threads/" + other + "/posts?around=2");
		this.forum.put(bob, "/threads/" + made + "/bookmark", null);
		this.forum.put(bob, "/threads/" + made + "/subscription", Map.of("level", "following"));
		relocated(this.forum.post(moderator, "/threads/" + made + "/merge", Map.of("into", other)));
		this.forum.get(bob, "/threads/" + made + "/posts");
		this.forum.get(bob, "/threads/" + thread + "/posts?limit=1");
	}

	/** The thread where posts are, once they are. */
	private String relocated(Reply begun) {
		soon().until(() -> this.forum.get(this.forum.moderator(), "/admin/thread-works/" + begun.id())
			.data()
			.path("state")
			.asString()
			.equals("done"));
		return begun.data().path("target").asString();
	}

	private void keepForOneself(Somebody bob, String slug, String thread, String post) {
		this.forum.put(bob, "/threads/" + thread + "/bookmark", null);
		this.forum.put(bob, "/posts/" + post + "/bookmark", null);
		var page = this.forum.get(bob, "/bookmarks?limit=1");
		this.forum.get(bob, "/bookmarks?limit=1&cursor=" + next(page));
		this.forum.get(bob, "/bookmarks?thread=" + thread);
		this.forum.delete(bob, "/posts/" + post + "/bookmark");
		for (var target : List.of("/threads/" + thread, "/categories/" + slug, "/tags/tomatoes")) {
			this.forum.put(bob, target + "/subscription", Map.of("level", "following"));
			this.forum.get(bob, target + "/subscription");
		}
		this.forum.get(bob, "/subscriptions?limit=1&cursor=" + next(this.forum.get(bob, "/subscriptions?limit=1")));
		this.forum.get(bob, "/subscriptions?kind=thread&level=following");
		this.forum.put(bob, "/threads/" + thread + "/progress", Map.of("number", 1));
		this.forum.get(bob, "/threads/" + thread + "/progress");
		var draft = this.forum.post(bob, "/drafts", Map.of("content", "To be")).id();
		this.forum.post(bob, "/drafts", Map.of("content", "or not to be"));
		this.forum.put(bob, "/drafts/" + draft, Map.of("content", "To be or not"));
		this.forum.get(bob, "/drafts?limit=1&cursor=" + next(this.forum.get(bob, "/drafts?limit=1")));
		this.forum.delete(bob, "/drafts/" + draft);
	}

	private static String next(Reply page) {
		return page.body().at("/meta/pagination/next").asString();
	}

	/** All of something small, and whether there is anything at all, may be asked for. */
	private static boolean looksForSomething(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && !filter(command).isEmpty();
	}

	/** The database explains one update at a time. */
	private static Stream<BsonDocument> one(BsonDocument command) {
		var updates = command.getArray("updates", new BsonArray());
		if (updates.size() < 2) {
			return Stream.of(command);
		}
		return updates.stream().map((update) -> command.clone().append("updates", new BsonArray(List.of(update))));
	}

	private static BsonDocument filter(BsonDocument command) {
		var pipeline = command.getArray("pipeline", new BsonArray());
		return pipeline.isEmpty() ? command.getDocument("filter", SOME)
				: pipeline.getFirst().asDocument().getDocument("$match", SOME);
	}

	private static String target(BsonDocument command) {
		return command.getFirstKey() + " " + command.getString(command.getFirstKey(), new BsonString("")).getValue();
	}

}
