package org.parley.forum.mailedpost;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.media.TestMedia;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Mailed posts follow the rules of all posts, once, and refusals are published. */
class MailedPostIT extends ForumIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin admin;

	@Test
	void mailedReplyIsPostedOnceAndAnswersItsPost() {
		var alice = TestUser.with();
		var thread = this.forum.thread(alice, this.forum.category());
		var answered = this.forum.reply(alice, thread);
		var event = event(alice, Map.of("threadId", thread, "postNumber", 2, "content", "By *mail*."));
		send(event);
		send(event);
		soon().until(() -> posts(thread).size() == 3);
		var reply = posts(thread).get(2);
		assertThat(reply.path("content").asString()).isEqualTo("By *mail*.");
		assertThat(reply.at("/author/username").asString()).isEqualTo(alice.username());
		assertThat(reply.path("replyTo").toString()).contains(answered);
		send(event(alice, Map.of("threadId", thread, "postNumber", 99, "content", "To none.")));
		soon().until(() -> posts(thread).size() == 4);
		assertThat(posts(thread).get(3).path("replyTo").isNull()).isTrue();
	}

	/** It waits while the thread is being merged. */
	@Test
	void mailedReplyGoesWhereItsThreadWasMerged() {
		var alice = TestUser.with();
		var category = this.forum.category();
		var thread = this.forum.thread(alice, category);
		var target = this.forum.thread(alice, category);
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/merge", Map.of("into", target));
		send(event(alice, Map.of("threadId", thread, "content", "By mail.")));
		soon().until(() -> posts(target).size() == 3);
	}

	@Test
	void mailedReplyFollowsThePostThatWasSplitOff() {
		var alice = TestUser.with();
		var thread = this.forum.thread(alice, this.forum.category());
		var answered = this.forum.reply(alice, thread);
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/split",
				Map.of("posts", List.of(answered), "title", "Another matter"));
		soon().until(() -> !place(answered).equals(thread));
		send(event(alice, Map.of("threadId", thread, "postNumber", 2, "content", "By mail.")));
		soon().until(() -> posts(place(answered)).size() == 2);
		assertThat(posts(place(answered)).get(1).path("replyTo").toString()).contains(answered);
		assertThat(posts(thread)).hasSize(1);
	}

	private String place(String post) {
		return this.forum.get(GUEST, "/posts/" + post).data().path("threadId").asString();
	}

	@Test
	void mailedReplyWaitsWhilePostsOfItsThreadAreMoved() {
		var alice = TestUser.with();
		var thread = this.forum.thread(alice, this.forum.category());
		close(thread, true);
		send(event(alice, Map.of("threadId", thread, "content", "By mail.")));
		soon().until(() -> this.mongo.getCollection("incomplete_posts").countDocuments() == 1);
		close(thread, false);
		soon().until(() -> posts(thread).size() == 2);
		soon().until(() -> this.mongo.getCollection("incomplete_posts").countDocuments() == 0);
	}

	private void close(String thread, boolean closing) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(thread)), Update.update("closing", closing),
				"threads");
	}

	@Test
	void mailedThreadIsStarted() {
		var alice = TestUser.with();
		var category = this.forum.category();
		this.forum.thread(alice, category);
		send(event(alice, Map.of("category", category, "title", "By mail", "content", "A question.")));
		soon().untilAsserted(() -> assertThat(
				this.forum.get(GUEST, "/threads?category=" + category).data().findValuesAsString("title"))
			.contains("By mail"));
	}

	@Test
	void mailedPostWaitsForItsPictures() {
		var media = new TestMedia(this.rabbit, this.admin, "forum.events", "forum_members");
		var alice = TestUser.with();
		var thread = this.forum.thread(alice, this.forum.category());
		var early = TestMedia.newId();
		media.serve(early, alice, "forum", false, 2);
		var late = TestMedia.newId();
		var refused = TestMedia.newId();
		var event = event(alice, withPictures(thread, "Mine:", early, late, refused));
		send(event);
		send(event);
		media.remove(refused, alice, "forum", 2);
		send(event(alice, Map.of("threadId", thread, "content", "Without pictures.")));
		soon().until(() -> posts(thread).size() == 2);
		assertThat(posts(thread).get(1).path("content").asString()).isEqualTo("Without pictures.");
		media.serve(late, alice, "forum", false, 2);
		soon().until(() -> posts(thread).size() == 3);
		assertThat(posts(thread).get(2).path("content").asString())
			.isEqualTo("Mine:\n\n![](media:%s)\n\n![](media:%s)".formatted(early, late));
		soon().until(() -> this.mongo.getCollection("incomplete_posts").countDocuments() == 0);
	}

	@Test
	void mailToTwoAddressesIsTwoPosts() {
		var media = new TestMedia(this.rabbit, this.admin, "forum.events", "forum_members");
		var alice = TestUser.with();
		var threads = List.of(this.forum.thread(alice, this.forum.category()),
				this.forum.thread(alice, this.forum.category()));
		var picture = TestMedia.newId();
		var mail = Ids.next();
		threads.forEach((thread) -> send(event(mail, alice, withPictures(thread, "Mine:", picture))));
		media.serve(picture, alice, "forum", false, 2);
		threads.forEach((thread) -> soon().until(() -> posts(thread).size() == 2));
	}

	@Test
	void pictureThatDoesNotArriveIsLeftOut() {
		var alice = TestUser.with();
		var thread = this.forum.thread(alice, this.forum.category());
		send(event(alice, withPictures(thread, "Mine:", TestMedia.newId())));
		soon().until(() -> this.mongo.getCollection("incomplete_posts").countDocuments() == 1);
		this.mongo.updateFirst(new Query(), Update.update("since", Instant.now().minus(Duration.ofMinutes(6))),
				"incomplete_posts");
		soon().until(() -> posts(thread).size() == 2);
		assertThat(posts(thread).get(1).path("content").asString()).isEqualTo("Mine:");
	}

	@Test
	void mailOfRefusedPicturesOnlyIsEmpty() {
		var media = new TestMedia(this.rabbit, this.admin, "forum.events", "forum_members");
		var refusals = refusals();
		var alice = TestUser.with();
		var thread = this.forum.thread(alice, this.forum.category());
		var picture = TestMedia.newId();
		media.remove(picture, alice, "forum", 2);
		assertThat(refusal(refusals, alice, withPictures(thread, "", picture))).isEqualTo("mail.empty");
		assertThat(posts(thread)).hasSize(1);
	}

	private static Map<String, Object> withPictures(String thread, String text, String... media) {
		var source = "eyJhbGciOiJkaXIifQ..q83vEjRWeJASNFZ4.3q2-796tvu_erb7v3q2-7w.AQIDBAUGBwgJCgsMDQ4PEA";
		var pictures = Stream.of(media).map((id) -> Map.of("mediaId", id, "source", source)).toList();
		var shown = Stream.of(media).map((id) -> "\n\n![](media:" + id + ")").collect(Collectors.joining());
		return Map.of("threadId", thread, "content", text + shown, "pictures", pictures);
	}

	@Test
	void threadOfRemovedCategoryLeavesNothing() {
		var refusals = refusals();
		var alice = TestUser.with();
		this.forum.thread(alice, this.forum.category());
		var category = this.forum.category();
		var query = new Query(Criteria.where("slug").is(category));
		var id = Objects.requireNonNull(this.mongo.findAndRemove(query, Document.class, "categories")).getString("_id");
		// This instance learns it later
		assertThat(refusal(refusals, alice, Map.of("category", category, "title", "Title", "content", "x")))
			.isEqualTo("category.not-found");
		assertThat(this.mongo.exists(new Query(Criteria.where("categoryId").is(id)), "threads")).isFalse();
	}

	private Queue refusals() {
		var refusals = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(
				BindingBuilder.bind(refusals).to(new TopicExchange("forum.events")).with("mailed-post.refused"));
		return refusals;
	}

	@Test
	void refusalsAreThoseOfRequests() {
		var refusals = refusals();
		var alice = TestUser.with();
		var banned = TestUser.with();
		var open = this.forum.thread(alice, this.forum.category());
		this.forum.reply(banned, open);
		ban(banned);
		var locked = this.forum.thread(alice, this.forum.category());
		this.forum.post(this.forum.moderator(), "/threads/" + locked + "/lock", null);
		var hidden = this.forum.thread(this.forum.moderator(), this.forum.category("moderators", "moderators"));
		var readOnly = this.forum.category("everyone", "moderators");
		var quiet = this.forum.thread(this.forum.moderator(), readOnly);
		assertThat(List.of(refusal(refusals, banned, Map.of("threadId", open, "content", "x")),
				refusal(refusals, alice, Map.of("threadId", locked, "content", "x")),
				refusal(refusals, alice, Map.of("threadId", hidden, "content", "x")),
				refusal(refusals, alice, Map.of("threadId", quiet, "content", "x")),
				refusal(refusals, alice, Map.of("threadId", Ids.next(), "content", "x")),
				refusal(refusals, alice, Map.of("threadId", open, "content", "\u200b")),
				refusal(refusals, alice, Map.of("category", "no-such", "title", "Title", "content", "x")),
				refusal(refusals, alice, Map.of("category", readOnly, "title", "Title", "content", "x")),
				refusal(refusals, alice, Map.of("category", readOnly, "title", "T", "content", "x"))))
			.containsExactly("member.banned", "thread.locked", "thread.not-found", "category.forbidden",
					"thread.not-found", "request.invalid", "category.not-found", "category.forbidden",
					"request.invalid");
		assertThat(posts(open)).hasSize(2);
		assertThat(posts(locked)).hasSize(1);
	}

	@Test
	void moderatorsRolesCount() {
		var moderator = this.forum.moderator();
		var hidden = this.forum.thread(moderator, this.forum.category("moderators", "moderators"));
		send(event(moderator, Map.of("threadId", hidden, "content", "By mail."), "user", "moderator"));
		soon().until(() -> this.forum.get(moderator, "/threads/" + hidden + "/posts").data().size() == 2);
	}

	private List<JsonNode> posts(String thread) {
		return this.forum.get(GUEST, "/threads/" + thread + "/posts").data().valueStream().toList();
	}

	private String refusal(Queue refusals, TestUser author, Map<String, Object> post) {
		send(event(author, post));
		var message = Objects
			.requireNonNull(soon().until(() -> this.rabbit.receive(refusals.getName()), Objects::nonNull));
		var event = new String(message.getBody(), StandardCharsets.UTF_8);
		assertThat(EventContract.violations(event)).isEmpty();
		var data = JsonMapper.shared().readTree(event).path("data");
		assertThat(data.path("authorId").asString()).isEqualTo(author.id());
		return data.path("code").asString();
	}

	private static String event(TestUser author, Map<String, Object> post, String... roles) {
		return event(Ids.next(), author, post, roles);
	}

	private static String event(String mail, TestUser author, Map<String, Object> post, String... roles) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example("post.mailed"));
		var data = new TreeMap<>(post);
		data.put("mailId", mail);
		data.put("authorId", author.id());
		data.put("roles", (roles.length > 0) ? List.of(roles) : List.of("user"));
		event.put("id", Ids.next()).put("subject", mail).put("partitionkey", author.id());
		event.set("data", JsonMapper.shared().valueToTree(data));
		assertThat(EventContract.violations(event.toString())).isEmpty();
		return event.toString();
	}

	private void send(String event) {
		var body = event.getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf("forum_members"), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

}
