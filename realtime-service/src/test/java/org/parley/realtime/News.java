package org.parley.realtime;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.parley.platform.test.EventContract;
import org.parley.platform.web.Ids;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Says what the other services would: their examples, with ids of the test. */
public final class News {

	private static final Map<String, String> EXCHANGES = Map.of("user", "auth", "session", "auth", "summary", "summary",
			"notification", "notification");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final RabbitTemplate rabbit;

	public News(RabbitTemplate rabbit) {
		this.rabbit = rabbit;
	}

	/** Says something; answers the event's id. */
	public String tell(String type, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		var id = Ids.next();
		event.put("id", id);
		change.accept(event.withObject("/data"));
		var violations = EventContract.violations(event.toString());
		if (!violations.isEmpty()) {
			throw new IllegalArgumentException(type + ": " + violations);
		}
		var publisher = EXCHANGES.getOrDefault(type.substring(0, type.indexOf('.')), "forum");
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		send(publisher + ".events", type, MessageBuilder.withBody(body).build());
		return id;
	}

	/** One after the other: what is sent before the last is confirmed may overtake it. */
	private void send(String exchange, String type, Message message) {
		var confirm = new CorrelationData();
		this.rabbit.send(exchange, type, message, confirm);
		confirm.getFuture().orTimeout(10, TimeUnit.SECONDS).join();
	}

	/** A category that these may read; answers its id. */
	public String category(String readers) {
		var id = Ids.next();
		category("category.created", id, readers, 1);
		return id;
	}

	public void category(String type, String id, String readers, long version) {
		tell(type,
				(data) -> data.withObject("/category").put("id", id).put("readers", readers).put("version", version));
	}

	/** A thread in a category; answers its id. */
	public String thread(String category) {
		var id = Ids.next();
		thread("thread.created", id, category, "open", 1);
		return id;
	}

	public void thread(String type, String id, String category, String status, long version) {
		tell(type, (data) -> {
			data.withObject("/thread").put("id", id).put("status", status).put("version", version);
			data.withObject("/thread/category").put("id", category);
		});
	}

	/** A reply; answers the id of the post. */
	public String reply(String thread, String content) {
		var id = Ids.next();
		post("post.created", thread, id, content, "active", 1);
		return id;
	}

	public void post(String type, String thread, String id, String content, String status, long version) {
		tell(type, (data) -> {
			data.withObject("/thread").put("id", thread);
			data.withObject("/post")
				.put("id", id)
				.put("content", content)
				.put("html", "<p>" + content + "</p>")
				.put("status", status)
				.put("version", version);
		});
	}

	public void removed(String thread, String post, long version) {
		tell("post.removed", (data) -> {
			data.withObject("/thread").put("id", thread);
			data.withObject("/post").put("id", post);
			data.put("version", version);
		});
	}

	public void judged(String thread, String post, String status, String was) {
		tell("post.status-changed", (data) -> {
			data.withObject("/thread").put("id", thread);
			data.withObject("/reference").put("id", post);
			data.put("status", status).put("was", was);
			data.remove("post");
		});
	}

	/** A post goes to another thread. */
	public void moved(String from, String into, String post, String status) {
		tell("post.moved", (data) -> {
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
		tell("votes.changed",
				(data) -> data.put("threadId", thread)
					.put("id", post)
					.put("up", score)
					.put("down", 0)
					.put("score", score)
					.put("version", version));
	}

	public void notification(String user, String title) {
		tell("notification.created", (data) -> {
			data.put("userId", user);
			data.withObject("/notification").put("id", Ids.next()).put("title", title);
		});
	}

}
