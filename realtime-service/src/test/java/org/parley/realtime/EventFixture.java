package org.parley.realtime;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Publishes the example events of other services, with ids of the test. */
public final class EventFixture {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RabbitTemplate rabbit;

	public EventFixture(RabbitTemplate rabbit) {
		this.rabbit = rabbit;
	}

	/** Publishes a changed example; returns the event's id. */
	public String publish(String type, Consumer<ObjectNode> change) {
		return publish(type, type, change);
	}

	/** Sends a changed example to a single queue. */
	void sendSnapshot(String type, String queue, Consumer<ObjectNode> change) {
		publish(type, Topology.onlyTo(queue), change);
	}

	private String publish(String type, String routingKey, Consumer<ObjectNode> change) {
		var event = create(type, change);
		send(event, routingKey);
		return event.path("id").asString();
	}

	/** Creates a changed example without publishing it. */
	public ObjectNode create(String type, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", Ids.next());
		change.accept(event.withObject("/data"));
		var violations = EventContract.violations(event.toString());
		if (!violations.isEmpty()) {
			throw new IllegalArgumentException(type + ": " + violations);
		}
		return event;
	}

	/** Publishes an event. */
	public void send(ObjectNode event, String routingKey) {
		var publisher = event.path("source").asString().replace("-service", "");
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		send(publisher + ".events", routingKey, MessageBuilder.withBody(body).build());
	}

	/** Waits for the confirmation: an event sent earlier could be overtaken. */
	private void send(String exchange, String type, Message message) {
		var confirm = new CorrelationData();
		this.rabbit.send(exchange, type, message, confirm);
		confirm.getFuture().orTimeout(10, TimeUnit.SECONDS).join();
	}

	/** Publishes a new category; returns its id. */
	public String category(String readers) {
		var id = Ids.next();
		category("category.created", id, readers, 1);
		return id;
	}

	public void category(String type, String id, String readers, long version) {
		publish(type,
				(data) -> data.withObject("/category").put("id", id).put("readers", readers).put("version", version));
	}

	/** Publishes a category that groups may read, too. */
	public void category(String id, String readers, long version, String... groups) {
		publish("category.changed", (data) -> {
			var category = data.withObject("/category").put("id", id).put("readers", readers).put("version", version);
			Stream.of(groups).forEach(category.putArray("readerGroups")::add);
		});
	}

	/** Publishes a new thread; returns its id. */
	public String thread(String category) {
		var id = Ids.next();
		thread("thread.created", id, category, "open", 1);
		return id;
	}

	public void thread(String type, String id, String category, String status, long version) {
		publish(type, (data) -> {
			data.withObject("/thread").put("id", id).put("status", status).put("version", version);
			data.withObject("/thread/category").put("id", category);
		});
	}

	/** Publishes a reply; returns the post's id. */
	public String reply(String thread, String content) {
		var id = Ids.next();
		post("post.created", thread, id, content, "active", 1);
		return id;
	}

	public void post(String type, String thread, String id, String content, String status, long version) {
		publish(type, (data) -> {
			data.withObject("/thread").put("id", thread);
			data.withObject("/post")
				.put("id", id)
				.put("content", content)
				.put("html", "<p>" + content + "</p>")
				.put("status", status)
				.put("version", version);
		});
	}

	public void postRemoved(String thread, String post, long version) {
		publish("post.removed", (data) -> {
			data.withObject("/thread").put("id", thread);
			data.withObject("/post").put("id", post);
			data.put("version", version);
		});
	}

	public void postStatusChanged(String thread, String post, String status, String was) {
		publish("post.status-changed", (data) -> {
			data.withObject("/thread").put("id", thread);
			data.withObject("/reference").put("id", post);
			data.put("status", status).put("was", was);
			data.remove("post");
		});
	}

	/** Publishes that a post was moved to another thread. */
	public void postMoved(String from, String into, String post, String status) {
		publish("post.moved", (data) -> {
			data.withObject("/from").put("id", from);
			data.withObject("/thread").put("id", into);
			data.withObject("/reference").put("id", post);
			data.put("status", status).put("was", 7).put("version", 9);
			if (status.equals("active")) {
				data.withObject("/post").put("id", post).put("content", "moved").put("version", 9);
			}
			else {
				data.remove("post");
			}
		});
	}

	public void votes(String thread, String post, int score, long version) {
		publish("votes.changed",
				(data) -> data.put("threadId", thread)
					.put("id", post)
					.put("up", score)
					.put("down", 0)
					.put("score", score)
					.put("version", version));
	}

	/** Publishes a new conversation of some members; returns its id. */
	public String conversation(String... members) {
		return room(null, members);
	}

	/** Publishes a new room whose members must be able to read a category. */
	public String room(@Nullable String category, String... members) {
		var id = Ids.next();
		publish("conversation.created",
				(data) -> data.withObject("/conversation").put("id", id).put("categoryId", category));
		for (var member = 0; member < members.length; member++) {
			membership("membership.started", id, members[member], member + 1);
		}
		return id;
	}

	public void membership(String type, String conversation, String person, long version) {
		publish(type, (data) -> {
			data.withObject("/conversation").put("id", conversation);
			data.withObject("/person").put("id", person);
			data.put("version", version);
		});
	}

	/** Publishes a new conversation in which all members have written; returns its id. */
	public String talk(String... members) {
		var id = conversation(members);
		for (var member : members) {
			messageBy(member, id);
		}
		return id;
	}

	/** Publishes a message of a member. */
	public void messageBy(String author, String conversation) {
		publish("message.created", (data) -> {
			data.withObject("/conversation").put("id", conversation);
			data.withObject("/message").put("id", Ids.next()).put("conversationId", conversation);
			data.withObject("/message/author").put("id", author);
		});
	}

	/** Publishes a message; returns its id. */
	public String message(String conversation, String text) {
		var id = Ids.next();
		message("message.created", conversation, id, text);
		return id;
	}

	public void message(String type, String conversation, String id, String text) {
		send(createMessage(type, conversation, id, text), type);
	}

	/** Creates an event about a message without publishing it. */
	public ObjectNode createMessage(String type, String conversation, String id, String text) {
		return create(type, (data) -> {
			data.withObject("/conversation").put("id", conversation);
			data.withObject("/message")
				.put("id", id)
				.put("conversationId", conversation)
				.put("text", text)
				.put("html", "<p>" + text + "</p>");
		});
	}

	public void messageRemoved(String conversation, String id) {
		publish("message.removed", (data) -> {
			data.withObject("/conversation").put("id", conversation);
			data.withObject("/message").put("id", id);
		});
	}

	/** Publishes how far a member has read. */
	public void position(String conversation, String person, long seq) {
		publish("position.changed", (data) -> read(data, conversation, person, seq));
	}

	/** Publishes how far a member has read who lets nobody else see it. */
	public void hiddenPosition(String conversation, String person, long seq) {
		publish("position.changed", (data) -> {
			read(data, conversation, person, seq);
			data.put("hidden", true);
		});
	}

	private static void read(ObjectNode data, String conversation, String person, long seq) {
		data.withObject("/conversation").put("id", conversation);
		data.withObject("/person").put("id", person);
		data.put("seq", seq);
	}

	public void notification(String user, String title) {
		publish("notification.created", (data) -> {
			data.put("userId", user);
			data.withObject("/notification").put("id", Ids.next()).put("title", title);
		});
	}

}
