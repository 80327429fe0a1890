package org.parley.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.post.moderation.PostDecided;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.media.TestMedia;
import org.parley.platform.web.paging.Cursor;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every query uses an index. It calls all endpoints and explains all commands
 * that the service sends to the database.
 */
@ExtendWith(FollowedIndex.class)
class QueriesIT extends ForumIT {

	private static final Set<String> EXPLAINED = Set.of("find", "findAndModify", "update", "delete", "aggregate",
			"count", "distinct");

	private static final BsonDocument ANY_FILTER = BsonDocument.parse("{some: 1}");

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void everyQueryUsesIndex() {
		var sent = this.commands.during(this::callAllEndpoints)
			.stream()
			.filter(QueriesIT::hasFilter)
			.flatMap(QueriesIT::singleUpdates)
			.toList();
		assertThat(sent).extracting(QueriesIT::target)
			.contains("find threads", "find posts", "find members", "find votes", "aggregate votes",
					"find post_history", "findAndModify threads", "update threads", "update posts", "find categories",
					"find bookmarks", "delete bookmarks", "find subscriptions", "update subscriptions",
					"find read_positions", "update read_positions", "aggregate posts", "find drafts",
					"aggregate drafts", "update drafts", "delete drafts", "distinct posts",
					"aggregate post_number_gaps", "aggregate threads", "find reports", "update reports",
					"find counter_checkpoints", "findAndModify counter_checkpoints", "update counter_checkpoints",
					"delete counter_entries", "update members", "find relations", "find former_places",
					"find thread_relocations", "update thread_relocations", "update bookmarks", "find known_media",
					"findAndModify posts");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	@Test
	void queryWithoutIndexIsDetected() {
		var query = BsonDocument.parse("{find: 'posts', filter: {content: 'x'}, sort: {html: 1}}");
		assertThat(QueryExplanation.of(this.mongo, query).stages()).contains("COLLSCAN", "SORT");
	}

	private void callAllEndpoints() {
		var alice = TestUser.with();
		var bob = TestUser.with();
		var slug = this.forum.category();
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("name", "Renamed"));
		var thread = this.forum.thread(alice, slug);
		var post = this.forum.reply(bob, thread);
		this.forum.post(alice, "/posts", Map.of("threadId", thread, "content", "And?", "replyTo", post));
		this.forum.vote(alice, "/posts/" + post, 1);
		this.forum.vote(bob, "/threads/" + thread, 1);
		this.forum.appoint(bob, slug);
		this.forum.get(bob, "/categories/" + slug + "/moderators");
		readPages(bob, slug, thread);
		showMedia(alice, slug);
		accept(alice, thread, post);
		report(alice, post);
		this.forum.patch(this.forum.moderator(), "/posts/" + post, Map.of("content", "[edited]"));
		this.forum.get(bob, "/posts/" + post);
		this.forum.get(bob, "/posts/" + post + "/history");
		createPersonalData(bob, slug, thread, post);
		this.forum.delete(bob, "/posts/" + post);
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/lock", null);
		this.forum.get(bob, "/threads/" + thread);
		splitAndMerge(bob, slug, thread);
		removeAuthoredPosts();
		this.forum.delete(this.forum.admin(), "/categories/" + slug);
		soon().until(() -> this.forum.get(bob, "/threads/" + thread).data().path("replyCount").asInt() == 24);
	}

	private void removeAuthoredPosts() {
		var carol = TestUser.with();
		this.forum.thread(carol, this.forum.category());
		for (var before : List.of("?before=0", "")) {
			this.forum.delete(this.forum.admin(), "/members/" + carol.username() + "/posts" + before);
		}
	}

	private void readPages(TestUser bob, String slug, String thread) {
		var posts = "/threads/" + thread + "/posts?limit=1";
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(thread)), new Update().inc("lastNumber", 1),
				ForumThread.class);
		this.forum.reply(bob, thread);
		for (var page : List.of("", "&around=2", "&around=3", "&view=tree",
				"&cursor=" + Cursor.prev("number", 9).encoded(),
				"&view=tree&cursor=" + Cursor.prev("tree", 9).encoded(),
				"&cursor=" + next(this.forum.get(bob, posts)))) {
			assertThat(this.forum.get(bob, posts + page).status()).isEqualTo(200);
		}
		createDeepReplies(bob, thread);
		for (var list : List.of("/threads?category=" + slug, "/threads?tag=tomatoes&page=1&sort=top",
				"/threads?sort=unanswered&author=" + bob.username(), "/threads/search?q=author:" + bob.username(),
				"/threads/search?q=tag:tomatoes", "/feeds/categories/" + slug, "/feeds/threads/" + thread,
				"/members/" + bob.username(), "/members?q=p", "/members", "/tags?q=p")) {
			assertThat(this.forum.get(bob, list).status()).as(list).isEqualTo(200);
		}
	}

	/** Creates replies deeper than the limit of a tree page. */
	private void createDeepReplies(TestUser bob, String thread) {
		var parent = this.forum.reply(bob, thread);
		for (var depth = 0; depth < 21; depth++) {
			parent = this.forum.post(bob, "/posts", Map.of("threadId", thread, "content", "Deeper", "replyTo", parent))
				.id();
		}
		this.mongo.updateMulti(new Query(Criteria.where("threadId").is(thread)),
				Update.update("createdAt", Instant.now().minus(Duration.ofHours(1))), "posts");
		assertThat(this.forum.get(bob, "/threads/" + thread + "/posts?view=tree").status()).isEqualTo(200);
	}

	/** Shows media in a thread whose category gets other readers. */
	private void showMedia(TestUser alice, String slug) {
		var media = new TestMedia(this.rabbit, this.broker, "forum.events", "forum_members");
		var image = "![A cat](media:" + media.ready(alice, "forum") + ")";
		var thread = this.forum.thread(alice, this.forum.category());
		var post = this.forum.post(alice, "/posts", Map.of("threadId", thread, "content", image)).id();
		this.forum.get(alice, "/threads/" + thread + "/posts");
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/move", Map.of("category", slug));
		media.uses(post, 2);
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("read", "members"));
		media.uses(post, 3);
		this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of("read", "everyone"));
		media.uses(post, 4);
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/move",
				Map.of("category", this.forum.category()));
		media.uses(post, 5);
	}

	private void accept(TestUser alice, String thread, String post) {
		this.forum.put(alice, "/threads/" + thread + "/answer", Map.of("postId", post));
		this.forum.delete(alice, "/threads/" + thread + "/answer");
	}

	private void report(TestUser alice, String post) {
		this.forum.post(alice, "/posts/" + post + "/reports", Map.of("reason", "spam"));
		for (var list : List.of("limit=1", "limit=1&status=open")) {
			var page = this.forum.get(this.forum.moderator(), "/admin/reports?" + list);
			this.forum.get(this.forum.moderator(), "/admin/reports?" + list + "&cursor=" + next(page));
		}
		this.publisher.publishEvent(new PostDecided(post, true));
	}

	/** Splits a thread with bookmarks and drafts, then merges it back. */
	private void splitAndMerge(TestUser bob, String slug, String thread) {
		var moderator = this.forum.moderator();
		var other = this.forum.thread(bob, slug);
		var post = this.forum.reply(bob, other);
		this.forum.reply(bob, other);
		this.forum.put(bob, "/posts/" + post + "/bookmark", null);
		this.forum.post(bob, "/drafts", Map.of("threadId", other, "replyTo", post, "content", "To be"));
		this.forum.put(bob, "/threads/" + other + "/progress", Map.of("number", 2));
		var target = awaitRelocation(this.forum.post(moderator, "/threads/" + other + "/split",
				Map.of("posts", List.of(post), "title", "Something else")));
		this.forum.get(bob, "/threads/" + target + "/progress");
		this.forum.get(bob, "/threads/" + other + "/posts?around=2");
		this.forum.put(bob, "/threads/" + target + "/bookmark", null);
		this.forum.put(bob, "/threads/" + target + "/subscription", Map.of("level", "following"));
		awaitRelocation(this.forum.post(moderator, "/threads/" + target + "/merge", Map.of("into", other)));
		this.forum.get(bob, "/threads/" + target + "/posts");
		this.forum.get(bob, "/threads/" + thread + "/posts?limit=1");
	}

	/** Awaits the relocation and returns the id of its target. */
	private String awaitRelocation(TestResponse relocation) {
		soon().until(() -> this.forum.get(this.forum.moderator(), "/admin/thread-works/" + relocation.id())
			.data()
			.path("state")
			.asString()
			.equals("done"));
		return relocation.data().path("target").asString();
	}

	private void createPersonalData(TestUser bob, String slug, String thread, String post) {
		this.forum.put(bob, "/threads/" + thread + "/bookmark", null);
		this.forum.put(bob, "/posts/" + post + "/bookmark", null);
		var page = this.forum.get(bob, "/bookmarks?limit=1");
		this.forum.get(bob, "/bookmarks?limit=1&cursor=" + next(page));
		this.forum.get(bob, "/bookmarks?thread=" + thread);
		this.forum.delete(bob, "/posts/" + post + "/bookmark");
		for (var path : List.of("/threads/" + thread, "/categories/" + slug, "/tags/tomatoes")) {
			this.forum.put(bob, path + "/subscription", Map.of("level", "following"));
			this.forum.get(bob, path + "/subscription");
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

	private static String next(TestResponse page) {
		return page.body().at("/meta/pagination/next").asString();
	}

	/** Excludes scans of small collections and checks for existence. */
	private static boolean hasFilter(BsonDocument command) {
		return EXPLAINED.contains(command.getFirstKey()) && !filter(command).isEmpty();
	}

	/** The explain command takes only one update. */
	private static Stream<BsonDocument> singleUpdates(BsonDocument command) {
		var updates = command.getArray("updates", new BsonArray());
		if (updates.size() < 2) {
			return Stream.of(command);
		}
		return updates.stream().map((update) -> command.clone().append("updates", new BsonArray(List.of(update))));
	}

	private static BsonDocument filter(BsonDocument command) {
		var pipeline = command.getArray("pipeline", new BsonArray());
		return pipeline.isEmpty() ? command.getDocument("filter", ANY_FILTER)
				: pipeline.getFirst().asDocument().getDocument("$match", ANY_FILTER);
	}

	private static String target(BsonDocument command) {
		return command.getFirstKey() + " " + command.getString(command.getFirstKey(), new BsonString("")).getValue();
	}

}
