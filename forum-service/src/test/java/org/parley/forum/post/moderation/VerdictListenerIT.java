package org.parley.forum.post.moderation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Post;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
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

import static org.assertj.core.api.Assertions.assertThat;

class VerdictListenerIT extends ForumIT {

	private static final String QUEUE = "forum_verdicts";

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private JsonMapper json;

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String category = "";

	private String thread = "";

	private String reply = "";

	@BeforeEach
	void createReply() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.alice, this.category);
		this.reply = this.forum.reply(this.bob, this.thread);
	}

	@Test
	void cleanVerdictKeepsEntityTagValid() {
		var before = this.forum.get(this.bob, "/posts/" + this.reply);
		publishVerdict(this.reply, "clean", 0);
		soon().until(() -> isChecked(this.reply));
		assertThat(page(TestUser.GUEST).at("/data/1/moderation").isNull()).isTrue();
		var edited = this.forum.patch(this.bob, "/posts/" + this.reply, Map.of("content", "Better."), "If-Match",
				before.header("ETag"));
		assertThat(edited.status()).isEqualTo(200);
		assertThat(edited.data().path("moderation").isNull()).isTrue();
	}

	@Test
	void flaggedPostIsVisibleAndHeldPostIsHidden() {
		awaitCounted();
		publishVerdict(this.reply, "flagged", 0);
		awaitStatus("flagged");
		assertThat(post(TestUser.GUEST).path("content").asString()).isEqualTo("Try *Stupice*.");
		publishVerdict(this.reply, "held", 0);
		awaitStatus("held");
		assertThat(post(TestUser.GUEST).path("content").isNull()).isTrue();
		assertThat(post(this.bob).path("content").asString()).isEqualTo("Try *Stupice*.");
		soon().untilAsserted(() -> assertThat(page(TestUser.GUEST).at("/data/1/content").isNull()).isTrue());
		soon().until(() -> replies() == 0);
		publishVerdict(this.reply, "held", 0);
		publishDecision(this.reply, "dismiss", 0);
		awaitStatus("active");
		awaitCounted();
		soon().untilAsserted(() -> assertThat(page(TestUser.GUEST).at("/data/1/content").isNull()).isFalse());
	}

	@Test
	void decisionClosesReports() {
		this.forum.post(this.alice, "/posts/" + this.reply + "/reports", Map.of("reason", "spam"));
		publishDecision(this.reply, "dismiss", 0);
		soon().untilAsserted(() -> assertThat(
				this.forum.get(this.forum.moderator(), "/admin/reports?status=dismissed").data().toString())
			.contains(this.reply));
	}

	@Test
	void verdictOnPreviousContentIsIgnored() {
		this.forum.patch(this.bob, "/posts/" + this.reply, Map.of("content", "Something else."));
		publishVerdict(this.reply, "removed", 0);
		publishVerdict(this.reply, "flagged", 1);
		awaitStatus("flagged");
		assertThat(post(this.bob).path("version").asInt()).isEqualTo(2);
	}

	@Test
	void verdictKeepsModeratorsDecision() {
		awaitCounted();
		publishVerdict(this.reply, "flagged", 0);
		awaitStatus("flagged");
		publishDecision(this.reply, "remove", 0);
		awaitStatus("removed");
		soon().until(() -> replies() == 0);
		publishVerdict(this.reply, "clean", 0);
		var other = this.forum.reply(this.bob, this.thread);
		publishVerdict(other, "flagged", 0);
		soon().untilAsserted(() -> assertThat(stored(other).status()).isEqualTo(PostStatus.FLAGGED));
		assertThat(stored(this.reply).status()).isEqualTo(PostStatus.REMOVED);
		assertThat(this.forum.post(this.bob, "/posts/" + this.reply + "/restore", null).code())
			.isEqualTo("post.forbidden");
	}

	@Test
	void reversedRemovalRestoresPostWithVotesAndCounters() {
		awaitCounted();
		this.forum.put(this.alice, "/posts/" + this.reply + "/vote", Map.of("value", 1));
		soon().until(() -> post(this.alice).path("voteScore").asInt() == 1);
		publishDecision(this.reply, "remove", 0);
		awaitStatus("removed");
		soon().until(() -> replies() == 0);
		publishReversal(this.reply, "remove");
		awaitStatus("active");
		awaitCounted();
		assertThat(post(TestUser.GUEST).path("content").asString()).isEqualTo("Try *Stupice*.");
		assertThat(post(this.alice).path("voteScore").asInt()).isOne();
		assertThat(post(this.alice).path("myVote").asInt()).isOne();
		soon().untilAsserted(() -> assertThat(page(TestUser.GUEST).at("/data/1/content").isNull()).isFalse());
	}

	@Test
	void reversalThatArrivesBeforeItsDecisionWins() {
		publishReversal(this.reply, "remove");
		publishDecision(this.reply, "remove", 0);
		var other = this.forum.reply(this.bob, this.thread);
		publishDecision(other, "remove", 0);
		soon().untilAsserted(() -> assertThat(stored(other).status()).isEqualTo(PostStatus.REMOVED));
		assertThat(stored(this.reply).status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void reversalByStrangerIsIgnored() {
		publishDecision(this.reply, "remove", 0);
		awaitStatus("removed");
		publish("case.reversed", this.reply, (data) -> data.put("authority", "user"));
		var other = this.forum.reply(this.bob, this.thread);
		publishDecision(other, "remove", 0);
		soon().untilAsserted(() -> assertThat(stored(other).status()).isEqualTo(PostStatus.REMOVED));
		assertThat(stored(this.reply).status()).isEqualTo(PostStatus.REMOVED);
	}

	@Test
	void earlierVerdictAfterCleanVerdictIsIgnored() {
		publishVerdict(this.reply, "clean", 0);
		soon().until(() -> isChecked(this.reply));
		publish("moderation.verdict", this.reply, (data) -> data.put("verdict", "held").put("contentVersion", 0),
				Instant.EPOCH);
		var other = this.forum.reply(this.bob, this.thread);
		publishVerdict(other, "flagged", 0);
		soon().untilAsserted(() -> assertThat(stored(other).status()).isEqualTo(PostStatus.FLAGGED));
		assertThat(stored(this.reply).status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void heldOpeningPostHidesThreadAndExcerpt() {
		awaitCounted();
		var opening = page(this.alice).at("/data/0/id").asString();
		publishVerdict(opening, "held", 0);
		soon().untilAsserted(() -> assertThat(thread(this.bob)).isEqualTo(404));
		assertThat(this.forum.get(TestUser.GUEST, "/threads?category=" + this.category).data()).isEmpty();
		var found = this.forum.get(this.forum.moderator(), "/threads/" + this.thread);
		assertThat(found.data().path("status").asString()).isEqualTo("hidden");
		assertThat(found.data().path("excerpt").asString()).isEmpty();
		publishDecision(opening, "dismiss", 0);
		soon().untilAsserted(() -> assertThat(thread(TestUser.GUEST)).isEqualTo(200));
		var back = this.forum.get(TestUser.GUEST, "/threads/" + this.thread).data();
		assertThat(back.path("status").asString()).isEqualTo("open");
		assertThat(back.path("excerpt").asString()).isEqualTo("It faces north.");
		assertThat(back.path("replyCount").asInt()).isOne();
	}

	@Test
	void authorReadsAndEditsTheThreadOfTheirHeldOpeningPost() {
		var opening = page(this.alice).at("/data/0/id").asString();
		publishVerdict(opening, "held", 0);
		soon().untilAsserted(() -> assertThat(thread(this.bob)).isEqualTo(404));
		assertThat(this.forum.get(this.alice, "/threads/" + this.thread).data().path("status").asString())
			.isEqualTo("hidden");
		assertThat(page(this.alice).at("/data/0/content").asString()).isEqualTo("It faces **north**.");
		soon().untilAsserted(() -> assertThat(this.forum.get(this.bob, "/threads/" + this.thread + "/posts").status())
			.isEqualTo(404));
		assertThat(this.forum.get(this.bob, "/posts/" + opening).code()).isEqualTo("post.not-found");
		assertThat(this.forum.get(this.alice, "/threads?category=" + this.category).data()).isEmpty();
		var edited = this.forum.patch(this.alice, "/posts/" + opening, Map.of("content", "It faces south."));
		assertThat(edited.data().path("content").asString()).isEqualTo("It faces south.");
		soon().untilAsserted(
				() -> assertThat(page(this.alice).at("/data/0/content").asString()).isEqualTo("It faces south."));
		assertThat(this.forum.patch(this.alice, "/threads/" + this.thread, Map.of("title", "Another one")).status())
			.isEqualTo(200);
		publishVerdict(opening, "clean", edited.data().path("version").asLong());
		soon().untilAsserted(() -> assertThat(thread(this.bob)).isEqualTo(200));
	}

	@ParameterizedTest
	@MethodSource("headings")
	void titleOrTagsAfterDismissalAreHeld(Map<String, ?> heading) {
		var opening = page(this.alice).at("/data/0/id").asString();
		publishDecision(opening, "dismiss", 0);
		soon().until(() -> stored(opening).isDecided());
		var spelled = this.forum.patch(this.alice, "/threads/" + this.thread,
				Map.of("tags", List.of("Tomatoes", "Balcony")));
		assertThat(spelled.data().at("/tags/0").asString()).isEqualTo("Tomatoes");
		assertThat(stored(opening).isDecided()).isTrue();
		this.forum.patch(this.alice, "/threads/" + this.thread, heading);
		publishVerdict(opening, "held", 0);
		soon().untilAsserted(() -> assertThat(thread(TestUser.GUEST)).isEqualTo(404));
	}

	private static List<Map<String, ?>> headings() {
		return List.of(Map.of("title", "Cheap watches here"), Map.of("tags", List.of("cheap-watches")));
	}

	@Test
	void restoredOpeningPostShowsThreadAndExcerpt() {
		var opening = page(this.alice).at("/data/0/id").asString();
		publishVerdict(opening, "removed", 0);
		soon().untilAsserted(() -> assertThat(thread(this.bob)).isEqualTo(404));
		this.forum.post(this.forum.moderator(), "/posts/" + opening + "/restore", null);
		var back = this.forum.get(TestUser.GUEST, "/threads/" + this.thread).data();
		assertThat(back.path("status").asString()).isEqualTo("open");
		assertThat(back.path("excerpt").asString()).isEqualTo("It faces north.");
	}

	@Test
	void shownThreadOmitsExcerptOfHeldPost() {
		var opening = page(this.alice).at("/data/0/id").asString();
		publishVerdict(opening, "held", 0);
		soon().untilAsserted(() -> assertThat(thread(this.bob)).isEqualTo(404));
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/unhide", null);
		assertThat(this.forum.get(TestUser.GUEST, "/threads/" + this.thread).data().path("excerpt").asString())
			.isEmpty();
		assertThat(page(TestUser.GUEST).at("/data/0/content").isNull()).isTrue();
	}

	@Test
	void statusChangesArePublishedPerContract() {
		var queue = Objects.requireNonNull(this.broker.declareQueue());
		this.broker.declareBinding(
				BindingBuilder.bind(queue).to(new TopicExchange("forum.events")).with("post.status-changed"));
		publishVerdict(this.reply, "flagged", 0);
		var flagged = receive(queue);
		assertThat(flagged.at("/data/status").asString()).isEqualTo("flagged");
		assertThat(flagged.at("/data/was").asString()).isEqualTo("active");
		assertThat(flagged.at("/data/moderation").asString()).isEqualTo("flagged");
		assertThat(flagged.at("/data/post/content").asString()).isEqualTo("Try *Stupice*.");
		assertThat(flagged.at("/data").has("by")).isFalse();
		publishDecision(this.reply, "remove", 0);
		var removed = receive(queue);
		assertThat(removed.at("/data/status").asString()).isEqualTo("removed");
		assertThat(removed.at("/data").has("post")).isFalse();
		assertThat(removed.at("/data/by/username").asString()).isEqualTo("moderator");
		assertThat(removed.at("/data/version").asInt()).isEqualTo(2);
	}

	private JsonNode receive(Queue queue) {
		var message = Objects
			.requireNonNull(soon().until(() -> this.rabbit.receive(queue.getName()), Objects::nonNull));
		var event = new String(message.getBody(), StandardCharsets.UTF_8);
		assertThat(EventContract.violations(event)).as(event).isEmpty();
		var read = this.json.readTree(event);
		return read.at("/data/reference/id").asString().equals(this.reply) ? read : receive(queue);
	}

	private void awaitStatus(String status) {
		soon()
			.untilAsserted(() -> assertThat(post(this.forum.moderator()).path("status").asString()).isEqualTo(status));
	}

	private JsonNode post(TestUser reader) {
		return this.forum.get(reader, "/posts/" + this.reply).data();
	}

	private JsonNode page(TestUser reader) {
		return this.forum.get(reader, "/threads/" + this.thread + "/posts").body();
	}

	private int thread(TestUser reader) {
		return this.forum.get(reader, "/threads/" + this.thread).status();
	}

	private void awaitCounted() {
		soon().until(() -> replies() == 1);
	}

	private int replies() {
		return this.forum.get(this.forum.moderator(), "/threads/" + this.thread).data().path("replyCount").asInt();
	}

	private Post stored(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Post.class));
	}

	private void publishVerdict(String post, String verdict, long contentVersion) {
		publish("moderation.verdict", post,
				(data) -> data.put("verdict", verdict).put("contentVersion", contentVersion));
	}

	@Test
	void lockingVerdictLocksThreadUntilDismissal() {
		lock();
		publishDecision(this.reply, "warn", 0);
		awaitStatus("active");
		assertThat(threadStatus()).isEqualTo("locked");
		publishDecision(this.reply, "dismiss", 0);
		soon().untilAsserted(() -> assertThat(threadStatus()).isEqualTo("open"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "remove", "ban" })
	void threadOpensWhenADecisionRemovesTheReplyThatLockedIt(String decision) {
		lock();
		publishDecision(this.reply, decision, 0);
		awaitStatus("removed");
		assertThat(threadStatus()).isEqualTo("open");
	}

	@Test
	void hiddenThreadIsOpenAgainWithoutTheReplyThatLockedIt() {
		lock();
		var moderator = this.forum.moderator();
		this.forum.post(moderator, "/threads/" + this.thread + "/hide", null);
		this.forum.delete(moderator, "/posts/" + this.reply);
		this.forum.post(moderator, "/threads/" + this.thread + "/unhide", null);
		assertThat(threadStatus()).isEqualTo("open");
	}

	@Test
	void threadOpensWithoutTheReplyThatLockedIt() {
		lock();
		this.forum.delete(TestUser.with("moderator"), "/posts/" + this.reply);
		assertThat(threadStatus()).isEqualTo("open");
	}

	@Test
	void threadOpensWhenTheReplyThatLockedItIsSplitOff() {
		lock();
		var split = this.forum.post(TestUser.with("moderator"), "/threads/" + this.thread + "/split",
				Map.of("posts", List.of(this.reply), "title", "Quarrel"));
		assertThat(split.status()).as(split.toString()).isEqualTo(202);
		soon().untilAsserted(() -> assertThat(threadStatus()).isEqualTo("open"));
	}

	private void lock() {
		publish("moderation.verdict", this.reply,
				(data) -> data.put("verdict", "flagged").put("contentVersion", 0).put("locks", true));
		soon().untilAsserted(() -> assertThat(threadStatus()).isEqualTo("locked"));
	}

	@Test
	void cleanEditOfWarnedPostOpensThread() {
		lock();
		publishDecision(this.reply, "warn", 0);
		awaitStatus("active");
		var edited = this.forum.patch(TestUser.with("moderator"), "/posts/" + this.reply,
				Map.of("content", "Calmer words"));
		assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
		publishVerdict(this.reply, "clean", edited.data().path("version").asLong());
		soon().untilAsserted(() -> assertThat(threadStatus()).isEqualTo("open"));
	}

	@Test
	void removedReplyIsNoAnswerAnyMore() {
		this.forum.put(this.alice, "/threads/" + this.thread + "/answer", Map.of("postId", this.reply));
		publishVerdict(this.reply, "held", 0);
		awaitStatus("held");
		assertThat(answer()).as("a held reply may return").isEqualTo(this.reply);
		publishVerdict(this.reply, "removed", 0);
		awaitStatus("removed");
		soon().untilAsserted(() -> assertThat(answer()).isEmpty());
	}

	private String answer() {
		return this.forum.get(this.alice, "/threads/" + this.thread).data().path("acceptedAnswer").asString("");
	}

	private String threadStatus() {
		return this.forum.get(this.alice, "/threads/" + this.thread).data().path("status").asString();
	}

	@Test
	void editReplacesTextUntilReversal() {
		publishVerdict(this.reply, "held", 0);
		awaitStatus("held");
		publish("case.decided", this.reply,
				(data) -> data.put("decision", "edit").put("contentVersion", 0).put("text", "Try *Roma*."));
		awaitStatus("active");
		assertThat(post(TestUser.GUEST).path("content").asString()).isEqualTo("Try *Roma*.");
		assertThat(post(TestUser.GUEST).path("html").asString()).contains("<em>Roma</em>");
		var history = this.forum.get(this.forum.moderator(), "/posts/" + this.reply + "/history").data();
		assertThat(history).hasSize(1);
		assertThat(history.at("/0/content").asString()).isEqualTo("Try *Stupice*.");
		publishVerdict(this.reply, "removed", 10);
		publish("case.reversed", this.reply,
				(data) -> data.put("decision", "edit").put("contentVersion", 0).put("text", "Try *Stupice*."));
		soon().untilAsserted(
				() -> assertThat(post(TestUser.GUEST).path("content").asString()).isEqualTo("Try *Stupice*."));
		assertThat(post(TestUser.GUEST).path("status").asString()).isEqualTo("active");
		assertThat(this.forum.get(this.forum.moderator(), "/posts/" + this.reply + "/history").data()).hasSize(2);
	}

	private void publishDecision(String post, String decision, long contentVersion) {
		publish("case.decided", post, (data) -> data.put("decision", decision).put("contentVersion", contentVersion));
	}

	private void publishReversal(String post, String decision) {
		publish("case.reversed", post, (data) -> data.put("decision", decision).put("contentVersion", 0));
	}

	private void publish(String type, String post, Consumer<ObjectNode> change) {
		publish(type, post, change, InstantSource.system().instant());
	}

	private void publish(String type, String post, Consumer<ObjectNode> change, Instant time) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("partitionkey", this.thread).put("time", time.toString());
		event.withObject("/data/post").put("id", post);
		change.accept(event.withObject("/data"));
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

	private boolean isChecked(String post) {
		var stored = this.mongo.findById(post, Document.class, "posts");
		return stored != null && stored.getBoolean("checked", false);
	}

}
