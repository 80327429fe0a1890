package org.parley.forum.post.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.Threads;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.media.TestMedia;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class PostPicturesIT extends ForumIT {

	private static final String PURPOSE = "forum";

	private final TestUser alice = TestUser.with();

	private final RabbitTemplate rabbit;

	private final AmqpAdmin broker;

	private final String origin;

	private final Posts posts;

	private final TestMedia media;

	@Autowired
	private List<Snapshot> snapshots = List.of();

	@Autowired
	private PostMediaUseListener listener;

	@Autowired
	private ReviewMediaUses review;

	@Autowired
	private Threads threads;

	@Autowired
	PostPicturesIT(RabbitTemplate rabbit, AmqpAdmin broker, @Value("${parley.media.url}") String origin, Posts posts) {
		this.rabbit = rabbit;
		this.broker = broker;
		this.origin = origin;
		this.posts = posts;
		this.media = new TestMedia(rabbit, broker, "forum.events", "forum_members");
	}

	@Test
	void threadReplyAndPreviewShowOwnMedia() throws IOException, InterruptedException {
		var category = this.forum.category();
		var medium = this.media.ready(this.alice, PURPOSE);
		var started = this.forum.post(this.alice, "/threads",
				Map.of("category", category, "title", "A cat on a balcony", "content", image(medium)));
		assertThat(started.status()).as(started.toString()).isEqualTo(201);
		assertThat(started.data().path("excerpt").asString()).isEqualTo("A cat");
		var reply = reply(started.id(), image(medium));
		assertShown(reply.data(), medium);
		for (var reader : List.of(GUEST, this.alice, TestUser.with())) {
			var page = this.forum.get(reader, "/threads/" + started.id() + "/posts").data();
			assertShown(page.path(0), medium);
			assertShown(page.path(1), medium);
			assertShown(this.forum.get(reader, "/posts/" + reply.id()).data(), medium);
		}
		assertThat(this.forum.get(GUEST, "/threads/" + started.id() + "/posts?view=tree").toString())
			.contains("/m/" + medium + "/");
		assertThat(feed(started.id())).contains("/m/" + medium + "/").doesNotContain("media:");
		assertShown(this.forum.post(this.alice, "/posts/preview", Map.of("content", image(medium))).data(), medium);
		assertThat(this.posts.find(reply.id()).orElseThrow().html())
			.isEqualTo("<p><img src=\"media:" + medium + "\" alt=\"A cat\" /></p>\n");
	}

	@Test
	void unavailableMediaAreRefusedInEveryText() {
		var thread = aThread("everyone");
		var own = this.media.ready(this.alice, PURPOSE);
		var removed = this.media.ready(this.alice, PURPOSE);
		this.media.remove(removed, this.alice, PURPOSE, 3);
		this.media.serve(removed, this.alice, PURPOSE, true, 2);
		var post = this.forum.reply(this.alice, thread);
		for (var id : List.of(this.media.ready(TestUser.with(), PURPOSE), this.media.ready(this.alice, "social"),
				this.media.refused(this.alice, PURPOSE), removed, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "x", "")) {
			var content = Map.of("content", image(own) + " ![b](media:" + id + ")");
			refused(this.forum.post(this.alice, "/posts", with(content, "threadId", thread)), "media.unavailable");
			refused(this.forum.patch(this.alice, "/posts/" + post, content), "media.unavailable");
			refused(this.forum.post(this.alice, "/posts/preview", content), "media.unavailable");
		}
		refused(reply(thread, IntStream.range(0, 21).mapToObj((_) -> image(own)).collect(Collectors.joining(" "))),
				"media.too-many");
		assertThat(reply(thread, "`" + image("x") + "`").status()).isEqualTo(201);
	}

	@Test
	void onlyAuthorAddsMediaAndModeratorsKeepThem() {
		var thread = aThread("everyone");
		var medium = this.media.ready(this.alice, PURPOSE);
		var post = reply(thread, image(medium)).id();
		var moderator = this.forum.moderator();
		assertShown(
				this.forum.patch(moderator, "/posts/" + post, Map.of("content", "[edited] " + image(medium))).data(),
				medium);
		for (var id : List.of(this.media.ready(moderator, PURPOSE), this.media.ready(this.alice, PURPOSE))) {
			refused(this.forum.patch(moderator, "/posts/" + post, Map.of("content", image(id))), "media.unavailable");
		}
		assertThat(this.forum.patch(TestUser.with(), "/posts/" + post, Map.of("content", image(medium))).status())
			.isEqualTo(403);
		assertThat(this.forum.get(moderator, "/posts/" + post + "/history").toString()).contains("/m/" + medium + "/");
	}

	@Test
	void addressesAreUnsignedOnlyWhereGuestsRead() {
		var open = aThread("everyone");
		var closed = aThread("members");
		var medium = this.media.ready(this.alice, PURPOSE);
		reply(open, image(medium));
		var hidden = reply(closed, image(medium)).id();
		assertThat(lastHtml(GUEST, open)).contains("?expires=");
		this.media.serve(medium, this.alice, PURPOSE, true, 3);
		soon().untilAsserted(() -> assertThat(lastHtml(GUEST, open)).contains(this.origin + "/m/" + medium)
			.doesNotContain("?expires="));
		assertThat(lastHtml(this.alice, closed)).contains("?expires=").doesNotContain("media:");
		assertThat(this.forum.get(GUEST, "/posts/" + hidden).status()).isEqualTo(404);
	}

	@Test
	void removedMediumLeavesPlaceholderAndEditKeepsTheOthers() {
		var thread = aThread("everyone");
		var first = this.media.ready(this.alice, PURPOSE);
		var second = this.media.ready(this.alice, PURPOSE);
		var content = image(first) + " " + image(second);
		var post = reply(thread, content).id();
		assertThat(lastHtml(GUEST, thread)).contains(first, second);
		this.media.remove(first, this.alice, PURPOSE, 3);
		soon().untilAsserted(
				() -> assertThat(lastHtml(GUEST, thread)).contains("media-gone", second).doesNotContain(first));
		assertThat(this.forum.patch(this.alice, "/posts/" + post, Map.of("content", content + " Still.")).status())
			.isEqualTo(200);
	}

	@Test
	void usesFollowEveryChangeOfPost() {
		var thread = aThread("everyone");
		var medium = this.media.ready(this.alice, PURPOSE);
		var post = reply(thread, image(medium)).id();
		this.forum.patch(this.alice, "/posts/" + post, Map.of("content", "None"));
		this.forum.patch(this.alice, "/posts/" + post, Map.of("content", image(medium)));
		this.forum.delete(this.forum.moderator(), "/posts/" + post);
		this.forum.post(this.forum.moderator(), "/posts/" + post + "/restore", null);
		this.forum.delete(this.alice, "/posts/" + post);
		var uses = this.media.uses(post, 6);
		assertThat(uses).extracting((use) -> use.at("/use/audience").asString() + use.at("/use/mediaIds").size())
			.containsExactly("everyone1", "everyone0", "everyone1", "restricted1", "everyone1", "restricted0");
		assertThat(uses).extracting((use) -> use.path("version").asInt()).containsExactly(0, 1, 2, 3, 4, 5);
		assertThat(uses).allMatch((use) -> use.at("/use/ownerId").asString().equals(this.alice.id())
				&& use.at("/use/subject/kind").asString().equals("forum-post"));
	}

	@Test
	void usesFollowThread() {
		var thread = aThread("everyone");
		var post = reply(thread, image(this.media.ready(this.alice, PURPOSE))).id();
		var moderator = this.forum.moderator();
		this.media.uses(post, 1);
		this.forum.post(moderator, "/threads/" + thread + "/move",
				Map.of("category", this.forum.category("members", "members")));
		assertThat(last(this.media.uses(post, 2))).isEqualTo("restricted");
		this.forum.post(moderator, "/threads/" + thread + "/move", Map.of("category", this.forum.category()));
		assertThat(last(this.media.uses(post, 3))).isEqualTo("everyone");
		this.forum.post(moderator, "/threads/" + thread + "/hide", null);
		assertThat(last(this.media.uses(post, 4))).isEqualTo("restricted");
		this.forum.post(moderator, "/threads/" + thread + "/unhide", null);
		assertThat(last(this.media.uses(post, 5))).isEqualTo("everyone");
		this.forum.delete(moderator, "/threads/" + thread);
		assertThat(last(this.media.uses(post, 6))).isEqualTo("restricted");
	}

	@Test
	void snapshotOfThreadPublishesUsesAgain() {
		var start = Ids.next();
		var thread = aThread("everyone");
		var post = reply(thread, image(this.media.ready(this.alice, PURPOSE))).id();
		this.media.uses(post, 1);
		var snapshot = this.snapshots.stream()
			.filter((one) -> one.type().equals("thread.snapshot"))
			.flatMap((one) -> one.after(start, 1).stream())
			.findFirst()
			.orElseThrow();
		this.listener.onThread((ThreadEvent) snapshot);
		var uses = this.media.uses(post, 2);
		assertThat(uses).extracting((use) -> use.path("version").asInt()).containsExactly(0, 1);
		assertThat(last(uses)).isEqualTo("everyone");
	}

	@Test
	void usesFollowReadersOfCategory() {
		var category = this.forum.category();
		var thread = this.forum.thread(this.alice, category);
		var post = reply(thread, image(this.media.ready(this.alice, PURPOSE))).id();
		this.media.uses(post, 1);
		this.forum.patch(this.forum.admin(), "/categories/" + category, Map.of("name", "Renamed"));
		this.forum.patch(this.forum.admin(), "/categories/" + category, Map.of("read", "members"));
		assertThat(last(this.media.uses(post, 2))).isEqualTo("restricted");
		this.forum.patch(this.forum.admin(), "/categories/" + category, Map.of("read", "everyone"));
		var uses = this.media.uses(post, 3);
		assertThat(last(uses)).isEqualTo("everyone");
		// A step that runs late may publish the latest readers twice, a new name never
		// does.
		assertThat(uses).extracting(PostPicturesIT::audience).startsWith("everyone", "restricted");
	}

	@Test
	void newReadersOfCategoryConcernItsThreadsAlone() {
		var category = this.forum.category();
		var shown = this.forum.thread(this.alice, category);
		var post = reply(shown, image(this.media.ready(this.alice, PURPOSE))).id();
		var elsewhere = this.forum.thread(this.alice, this.forum.category());
		var categoryId = this.threads.find(shown).orElseThrow().categoryId();
		this.media.uses(reply(elsewhere, image(this.media.ready(this.alice, PURPOSE))).id(), 1);
		var sent = this.commands.during(() -> this.review.ofCategory(categoryId));
		assertThat(this.media.uses(post, 2)).hasSize(2);
		assertThat(sent).filteredOn((command) -> new BsonString("posts").equals(command.get(command.getFirstKey())))
			.extracting(BsonDocument::toString)
			.anyMatch((read) -> read.contains(shown))
			.noneMatch((read) -> read.contains(elsewhere));
	}

	@Test
	void pageWithoutMediaNeedsNoQueryAboutThem() {
		var thread = aThread("everyone");
		var path = "/threads/" + thread + "/posts";
		var sent = this.commands.during(() -> this.forum.get(GUEST, path));
		assertThat(sent).extracting(BsonDocument::toString)
			.noneMatch((command) -> command.contains("\"find\": \"known_media\""));
		assertThat(sent.stream().filter((command) -> command.toString().contains("{\"find\": \"threads\"")))
			.hasSizeLessThan(2);
	}

	/** A parent may leave the thread while the author waits for the media. */
	@Test
	void parentOfReplyIsReadAfterItsMedia() {
		var thread = aThread("everyone");
		var parent = this.forum.reply(this.alice, thread);
		var medium = this.media.ready(this.alice, PURPOSE);
		var reply = Map.of("threadId", thread, "content", image(medium), "replyTo", parent);
		var read = this.commands.during(() -> this.forum.post(this.alice, "/posts", reply))
			.stream()
			.filter((command) -> command.getFirstKey().equals("find"))
			.filter((command) -> command.toString().contains(medium)
					|| command.toString().contains("\"_id\": \"" + parent))
			.map((command) -> command.getString("find").getValue())
			.distinct();
		assertThat(read).containsExactly("known_media", "posts");
	}

	@Test
	void pageWithMediaIsCompletedOnceASecond() {
		var thread = aThread("everyone");
		reply(thread, image(this.media.ready(this.alice, PURPOSE)));
		var path = "/threads/" + thread + "/posts";
		this.forum.get(GUEST, path);
		var sent = this.commands.during(() -> IntStream.range(0, 20).forEach((_) -> this.forum.get(GUEST, path)));
		assertThat(sent.stream().filter((command) -> command.toString().contains("known_media")).count())
			.isLessThan(10);
	}

	@Test
	void erasureRemovesKnownMedia() {
		var medium = this.media.ready(this.alice, PURPOSE);
		reply(aThread("everyone"), image(medium));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "forum.events", "forum_members");
		assertThat(kit.erase(this.alice.id())).containsEntry("known-media", 1L);
		assertThat(this.mongo.getCollection("known_media").countDocuments(new Document("_id", medium))).isZero();
	}

	private String feed(String thread) throws IOException, InterruptedException {
		var address = URI.create("http://127.0.0.1:" + port() + "/api/v1/feeds/threads/" + thread);
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
	}

	private String aThread(String readers) {
		return this.forum.thread(this.alice, this.forum.category(readers, "members"));
	}

	private TestResponse reply(String thread, String content) {
		return this.forum.post(this.alice, "/posts", Map.of("threadId", thread, "content", content));
	}

	private String lastHtml(TestUser reader, String thread) {
		return this.forum.get(reader, "/threads/" + thread + "/posts").data().path(1).path("html").asString();
	}

	private void assertShown(JsonNode post, String medium) {
		assertThat(post.path("html").asString()).contains("src=\"" + this.origin + "/m/" + medium + "/", " srcset=",
				" alt=\"A cat\"", " width=", " height=", " loading=\"lazy\"", " data-blurhash=");
	}

	private static void refused(TestResponse answer, String code) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("content");
	}

	private static Map<String, String> with(Map<String, String> body, String key, String value) {
		return Map.of("content", body.getOrDefault("content", ""), key, value);
	}

	private static String image(String medium) {
		return "![A cat](media:" + medium + ")";
	}

	private static String last(List<JsonNode> uses) {
		return audience(uses.getLast());
	}

	private static String audience(JsonNode use) {
		return use.at("/use/audience").asString();
	}

}
