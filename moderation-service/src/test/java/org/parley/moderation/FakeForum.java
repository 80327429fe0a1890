package org.parley.moderation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.parley.platform.events.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.web.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stands in for the forum at the wire: tells what happens there, and hears what
 * moderation says to that.
 */
@TestComponent
public class FakeForum {

	/** The category of posts that name no other. */
	public static final String GARDENING = "01KAG2W0K2M4N6P8Q0R2S4T6V8";

	private static final String QUEUE = "ai_moderation";

	private final RabbitTemplate rabbit;

	private final JsonMapper json;

	private final Queue heard = new Queue("heard", false, false, true);

	private final List<JsonNode> events = new CopyOnWriteArrayList<>();

	FakeForum(RabbitTemplate rabbit, AmqpAdmin broker, JsonMapper json) {
		this.rabbit = rabbit;
		this.json = json;
		var exchange = new TopicExchange("moderation.events");
		broker.declareExchange(exchange);
		broker.declareQueue(this.heard);
		broker.declareBinding(BindingBuilder.bind(this.heard).to(exchange).with("#"));
	}

	/** A new reply. */
	public Post reply(TestUser author, String content) {
		var post = new Post(Ids.next(), Ids.next(), GARDENING, 2, author, content, 0);
		tell("post.created", post);
		return post;
	}

	/** A new reply in a category, which a check flags. */
	public Post flagged(TestUser author, String category) {
		var post = new Post(Ids.next(), Ids.next(), category, 2, author, "flagmeplease", 0);
		tell("post.created", post);
		return post;
	}

	/** A new reply in a category, which a reader reports; no check is told of it. */
	public Post reported(TestUser author, String category) {
		var post = new Post(Ids.next(), Ids.next(), category, 2, author, "Nothing that a rule would find", 0);
		tell("report.filed", post);
		return post;
	}

	/** Tells of a category with these rights. */
	public void category(String type, String id, String readers, List<String> moderators, long version) {
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

	/** The thread of a post is in another category. */
	public void moveThread(String type, Post post, String category, long version) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("partitionkey", post.threadId());
		var thread = event.withObject("/data/thread").put("id", post.threadId()).put("version", version);
		thread.withObject("/category").put("id", category);
		send(event);
	}

	/** A new thread with its first post. */
	public Post start(TestUser author, String title, String content) {
		var post = new Post(Ids.next(), Ids.next(), GARDENING, 1, author, content, 0);
		tell("thread.created", post, (data) -> title(data, title, 0));
		return post;
	}

	/** The thread has another title. */
	public void rename(Post post, String title, long version) {
		tell("thread.edited", post, (data) -> title(data, title, version));
	}

	/** Tells of a post as it is. */
	public void tell(String type, Post post) {
		tell(type, post, (_) -> {
		});
	}

	/** Tells who gave a post back. */
	public void restored(Post post, TestUser by) {
		tell("post.restored", post, (data) -> data.withObject("/by").put("id", by.id()));
	}

	/** A post goes to another thread. */
	public void move(Post post, String into, int number, long version) {
		move(post, into, GARDENING, number, version);
	}

	/** A post goes to another thread in a category. */
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

	private void tell(String type, Post post, java.util.function.Consumer<ObjectNode> change) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("partitionkey", post.threadId());
		var data = event.withObject("/data");
		var reference = data.withObject("/post");
		reference.put("id", post.id()).put("number", post.number());
		sign(reference.withObject("/author"), post.author());
		if (reference.has("content")) {
			reference.put("content", post.content()).put("version", post.version());
		}
		data.withObject("/thread").put("id", post.threadId()).withObject("/category").put("id", post.category());
		if (data.has("version")) {
			data.put("version", post.version());
		}
		change.accept(data);
		if (!type.startsWith("post.") && !List.of("thread.created", "report.filed").contains(type)) {
			data.remove("post");
		}
		send(event);
	}

	/** Tells of an account. */
	public void account(String type, TestUser user, long version, Map<String, ?> more) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", user.id()).put("partitionkey", user.id());
		event.withObject("/data").put("version", version);
		event.withObject("/data/user").put("id", user.id()).put("username", user.username());
		more.forEach((name, value) -> event.withObject("/data").set(name, this.json.valueToTree(value)));
		send(event);
	}

	/** Tells that an account is gone. */
	public void deleted(TestUser user, long version) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("user.deleted"));
		event.put("id", Ids.next()).put("subject", user.id()).put("partitionkey", user.id());
		event.withObject("/data").put("userId", user.id()).put("version", version);
		send(event);
	}

	/**
	 * What moderation said of a post, or of its cases, in order; all of it keeps its
	 * contract.
	 */
	public List<JsonNode> told(String type, Post post) {
		hear();
		return this.events.stream()
			.filter((event) -> event.path("type").asString("").equals(type)
					&& event.at("/data/post/id").asString("").equals(post.id()))
			.toList();
	}

	private synchronized void hear() {
		for (var message = this.rabbit.receive(this.heard.getName()); message != null; message = this.rabbit
			.receive(this.heard.getName())) {
			var event = new String(message.getBody(), StandardCharsets.UTF_8);
			assertThat(EventContract.violations(event)).as(event).isEmpty();
			this.events.add(this.json.readTree(event));
		}
	}

	private void send(ObjectNode event) {
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

	private static void title(ObjectNode data, String title, long version) {
		data.withObject("/thread").put("title", title).put("version", version);
	}

	private static void sign(ObjectNode signature, TestUser user) {
		signature.put("id", user.id()).put("username", user.username());
	}

	/**
	 * A post of the forum.
	 *
	 * @param id the post's id
	 * @param threadId the thread's id
	 * @param category the id of the thread's category
	 * @param number its place in the thread
	 * @param author who wrote it
	 * @param content what it says
	 * @param version of the post
	 */
	public record Post(String id, String threadId, String category, int number, TestUser author, String content,
			long version) {

		/** The same post, saying something else. */
		public Post saying(String other) {
			return new Post(this.id, this.threadId, this.category, this.number, this.author, other, this.version + 1);
		}

	}

}
