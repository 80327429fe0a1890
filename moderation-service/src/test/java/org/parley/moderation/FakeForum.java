package org.parley.moderation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

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
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** A fake of the forum: publishes its events and receives those of moderation. */
@TestComponent
public class FakeForum {

	/** The default category. */
	public static final String GARDENING = "01KAG2W0K2M4N6P8Q0R2S4T6V8";

	private static final String QUEUE = "ai_moderation";

	private final RabbitTemplate rabbit;

	private final JsonMapper json;

	private final Queue received = new Queue("received", false, false, true);

	private final List<JsonNode> events = new CopyOnWriteArrayList<>();

	FakeForum(RabbitTemplate rabbit, AmqpAdmin broker, JsonMapper json) {
		this.rabbit = rabbit;
		this.json = json;
		var exchange = new TopicExchange("moderation.events");
		broker.declareExchange(exchange);
		broker.declareQueue(this.received);
		broker.declareBinding(BindingBuilder.bind(this.received).to(exchange).with("#"));
	}

	/** Creates a reply. */
	public Post reply(TestUser author, String content) {
		var post = new Post(Ids.next(), Ids.next(), GARDENING, 2, author, content, 0);
		publish("post.created", post);
		return post;
	}

	/** Creates a reply with a listed word. */
	public Post createFlaggedPost(TestUser author, String category) {
		var post = new Post(Ids.next(), Ids.next(), category, 2, author, "flagmeplease", 0);
		publish("post.created", post);
		return post;
	}

	/** Reports a reply without publishing its creation, so that it is not checked. */
	public Post createReportedPost(TestUser author, String category) {
		var post = new Post(Ids.next(), Ids.next(), category, 2, author, "An acceptable text", 0);
		publish("report.filed", post);
		return post;
	}

	/** The author of the message before it reports a message. */
	public ReportedChatMessage reportMessage(TestUser author, TestUser earlier, String text) {
		var message = new ReportedChatMessage(Ids.next(), Ids.next(), author, earlier, text);
		report(message, "spam");
		return message;
	}

	/** Reports a message again. */
	public void report(ReportedChatMessage message, String reason) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("message.reported"));
		event.put("id", Ids.next()).put("subject", message.id()).put("partitionkey", message.conversationId());
		event.withObject("/data/report").put("reason", reason);
		event.withObject("/data/conversation").put("id", message.conversationId()).put("kind", "direct");
		var data = event.withObject("/data/message").put("id", message.id()).put("text", message.text());
		sign(data.withObject("/author"), message.author());
		sign((ObjectNode) event.at("/data/context/0/author"), message.earlier());
		sign((ObjectNode) event.at("/data/by"), message.earlier());
		send(event);
	}

	/** Publishes an event of a category. */
	public void publishCategory(String type, String id, String readers, List<String> moderators, long version) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", id).put("partitionkey", id);
		var category = event.withObject("/data/category").put("id", id);
		if (!type.equals("category.removed")) {
			category.put("readers", readers)
				.put("version", version)
				.set("moderators", this.json.valueToTree(moderators));
		}
		send(event);
	}

	/** Publishes a change of an open category's slug. */
	public void renameCategory(String id, String slug, long version) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("category.changed"));
		event.put("id", Ids.next()).put("subject", id).put("partitionkey", id);
		event.withObject("/data/category")
			.put("id", id)
			.put("slug", slug)
			.put("readers", "anyone")
			.put("version", version);
		send(event);
	}

	/** Publishes a move of the post's thread. */
	public void moveThread(String type, Post post, String category, long version) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("partitionkey", post.threadId());
		var thread = event.withObject("/data/thread").put("id", post.threadId()).put("version", version);
		thread.withObject("/category").put("id", category);
		send(event);
	}

	/** Creates a thread with its first post. */
	public Post startThread(TestUser author, String title, String content) {
		var post = new Post(Ids.next(), Ids.next(), GARDENING, 1, author, content, 0);
		publish("thread.created", post, (data) -> {
			title(data, title, 0);
			sign(data.withObject("/thread/author"), author);
		});
		return post;
	}

	public void renameThread(Post post, String title, long version) {
		publish("thread.edited", post, (data) -> {
			title(data, title, version);
			sign(data.withObject("/by"), post.author());
		});
	}

	/** Publishes that the author has replaced the tags. */
	public void tagThread(Post post, String title, List<String> tags, long version) {
		tagThread(post, title, tags, version, post.author());
	}

	/** Publishes that an account has replaced the tags. */
	public void tagThread(Post post, String title, List<String> tags, long version, TestUser by) {
		publish("thread.edited", post, (data) -> {
			title(data, title, version);
			sign(data.withObject("/by"), by);
			data.withObject("/thread").set("tags", this.json.valueToTree(tags));
		});
	}

	/** Publishes an event with the post's state. */
	public void publish(String type, Post post) {
		publish(type, post, (_) -> {
		});
	}

	/** Publishes an event with the state of a post that readers cannot see. */
	public void publishHidden(String type, Post post) {
		publish(type, post, (data) -> data.withObject("/post").put("status", "held"));
	}

	/** Publishes the text of a post that a decision has replaced. */
	public void publishDecided(Post post) {
		publish("post.edited", post, (data) -> data.put("decided", true));
	}

	/** Publishes the restoration of a post by an account. */
	public void restore(Post post, TestUser by) {
		publish("post.restored", post, (data) -> data.withObject("/by").put("id", by.id()));
	}

	/** Publishes that the post's thread was unlocked. */
	public void unlock(Post post) {
		publish("thread.unlocked", post);
	}

	/** Moves a post to another thread. */
	public void move(Post post, String into, int number, long version) {
		move(post, into, GARDENING, number, version);
	}

	/** Moves a post to a thread of another category. */
	public void move(Post post, String into, String category, int number, long version) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("post.moved"));
		event.put("id", Ids.next()).put("partitionkey", into);
		var data = event.withObject("/data").put("version", version).put("was", post.number());
		data.withObject("/from").put("id", post.threadId());
		data.withObject("/thread").put("id", into).withObject("/category").put("id", category);
		data.withObject("/reference").put("id", post.id()).put("number", number);
		sign(data.withObject("/reference/author"), post.author());
		data.withObject("/post")
			.put("id", post.id())
			.put("number", number)
			.put("content", post.content())
			.put("version", version);
		sign(data.withObject("/post/author"), post.author());
		send(event);
	}

	private void publish(String type, Post post, java.util.function.Consumer<ObjectNode> change) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("partitionkey", post.threadId()).put("time", Instant.now().toString());
		var data = event.withObject("/data");
		var reference = data.withObject("/post");
		reference.put("id", post.id()).put("number", post.number());
		sign(reference.withObject("/author"), post.author());
		if (reference.has("content")) {
			reference.put("content", post.content()).put("version", post.version());
		}
		data.withObject("/thread").put("id", post.threadId()).withObject("/category").put("id", post.category());
		if (type.equals("thread.removed") || type.equals("thread.restored")) {
			data.withObject("/thread").put("version", post.version());
		}
		if (data.has("version")) {
			data.put("version", post.version());
		}
		change.accept(data);
		if (!type.startsWith("post.") && !List.of("thread.created", "report.filed").contains(type)) {
			data.remove("post");
		}
		send(event);
	}

	/** Publishes an event of an account. */
	public void publishAccount(String type, TestUser user, long version, Map<String, ?> more) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", user.id()).put("partitionkey", user.id());
		event.put("time", Instant.now().toString());
		event.withObject("/data").put("version", version);
		event.withObject("/data/user").put("id", user.id()).put("username", user.username());
		more.forEach((name, value) -> event.withObject("/data").set(name, this.json.valueToTree(value)));
		send(event);
	}

	public void deleteAccount(TestUser user, long version) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("user.deleted"));
		event.put("id", Ids.next()).put("subject", user.id()).put("partitionkey", user.id());
		event.withObject("/data").put("userId", user.id()).put("version", version);
		send(event);
	}

	/** Returns moderation's events of a message, after verifying their schemas. */
	public List<JsonNode> published(String type, ReportedChatMessage message) {
		receiveAll();
		return this.events.stream()
			.filter((event) -> event.path("type").asString("").equals(type)
					&& event.at("/data/message/id").asString("").equals(message.id()))
			.toList();
	}

	/** Returns moderation's events of a post, in order, after verifying their schemas. */
	public List<JsonNode> published(String type, Post post) {
		return published(type, (data) -> data.at("/post/id").asString("").equals(post.id()));
	}

	/** Returns moderation's events of a type, in order, after verifying their schemas. */
	public List<JsonNode> published(String type, Predicate<JsonNode> data) {
		receiveAll();
		return this.events.stream()
			.filter((event) -> event.path("type").asString("").equals(type) && data.test(event.path("data")))
			.toList();
	}

	private synchronized void receiveAll() {
		for (var message = this.rabbit.receive(this.received.getName()); message != null; message = this.rabbit
			.receive(this.received.getName())) {
			var event = new String(message.getBody(), StandardCharsets.UTF_8);
			assertThat(EventContract.violations(event)).as(event).isEmpty();
			this.events.add(this.json.readTree(event));
		}
	}

	/** Waits for the confirmation: an event sent earlier could be overtaken. */
	private void send(ObjectNode event) {
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		var confirm = new CorrelationData();
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN, MessageBuilder.withBody(body).build(), confirm);
		confirm.getFuture().orTimeout(10, TimeUnit.SECONDS).join();
	}

	private static void title(ObjectNode data, String title, long version) {
		data.withObject("/thread").put("title", title).put("version", version);
	}

	private static void sign(ObjectNode signature, TestUser user) {
		signature.put("id", user.id()).put("username", user.username());
	}

	/**
	 * A reported message of a conversation.
	 *
	 * @param id the message's id
	 * @param conversationId the conversation's id
	 * @param earlier the author of the message before it
	 */
	public record ReportedChatMessage(String id, String conversationId, TestUser author, TestUser earlier,
			String text) {
	}

	/**
	 * A post of the forum.
	 *
	 * @param id the post's id
	 * @param threadId the thread's id
	 * @param category the id of the thread's category
	 * @param number its position in the thread
	 */
	public record Post(String id, String threadId, String category, int number, TestUser author, String content,
			long version) {

		/** Returns the next version with other content. */
		public Post edited(String other) {
			return new Post(this.id, this.threadId, this.category, this.number, this.author, other, this.version + 1);
		}

	}

}
