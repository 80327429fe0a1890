package org.parley.summary;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** A fake of forum-service that publishes its events. */
public final class FakeForum {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Consumer<String> wire;

	private final Map<String, String> categories = new HashMap<>();

	private final Map<String, String> firsts = new HashMap<>();

	private final Map<String, Integer> versions = new HashMap<>();

	FakeForum(Consumer<String> wire) {
		this.wire = wire;
	}

	/** Waits for the broker's confirm of each event, so that the order is kept. */
	static FakeForum at(RabbitTemplate rabbit) {
		return new FakeForum((event) -> {
			var message = MessageBuilder.withBody(event.getBytes(StandardCharsets.UTF_8)).build();
			var confirm = new CorrelationData();
			rabbit.send(Topology.lettersOf("ai_summary"), Topology.AGAIN, message, confirm);
			confirm.getFuture().orTimeout(10, TimeUnit.SECONDS).join();
		});
	}

	/** Creates a category and returns its id. */
	public String category(String readers) {
		var id = Ids.next();
		publishCategory("category.created", id, readers);
		return id;
	}

	public void publishCategory(String type, String id, String readers) {
		var event = example(type);
		event.withObject("/data/category").put("id", id).put("readers", readers).put("version", next(id));
		send(event);
	}

	public void removeCategory(String id) {
		var event = example("category.removed");
		event.withObject("/data/category").put("id", id);
		send(event);
	}

	/** Creates a thread whose id is an hour old. */
	public String oldThread(String category, String text) {
		return thread(
				Ulid.min(System.currentTimeMillis() - 3_600_000).toString().substring(0, 10) + Ids.next().substring(10),
				category, text);
	}

	/** Creates a thread with its first post and returns its id. */
	public String thread(String category, String text) {
		return thread(Ids.next(), category, text);
	}

	/** Creates a thread with a given id. */
	public String thread(String id, String category, String text) {
		this.categories.put(id, category);
		var event = example("thread.created");
		event.withObject("/data/thread").put("id", id).put("version", next(id));
		event.withObject("/data/thread/category").put("id", category);
		var post = firstPostOf(id);
		event.withObject("/data/post").put("id", post).put("html", html(text)).put("version", next(post));
		send(event);
		return id;
	}

	/** Returns the id of a thread's first post. */
	public String firstPostOf(String thread) {
		return this.firsts.computeIfAbsent(thread, (_) -> Ids.next());
	}

	/** Creates a thread by a split and returns its id. */
	public String split(String category) {
		var id = Ids.next();
		this.categories.put(id, category);
		publishThread("thread.split", id, "open");
		return id;
	}

	/** Publishes an event with the thread's state. */
	public void publishThread(String type, String id, String status) {
		var event = example(type);
		event.withObject("/data/thread").put("id", id).put("status", status).put("version", next(id));
		event.withObject("/data/thread/category").put("id", this.categories.get(id));
		send(event);
	}

	/** Moves a thread to another category. */
	public void moveThread(String id, String category) {
		this.categories.put(id, category);
		publishThread("thread.moved", id, "open");
	}

	/** Creates a post and returns its id. */
	public String reply(String thread, int number, String text) {
		var id = Ids.next();
		send(post("post.created", id, thread, number, text, next(id)));
		return id;
	}

	public void edit(String id, String thread, int number, String text) {
		send(post("post.edited", id, thread, number, text, next(id)));
	}

	/** Publishes an edit with an older version. */
	public void publishLateEdit(String id, String thread, int number, String text, int version) {
		send(post("post.edited", id, thread, number, text, version));
	}

	public void remove(String id, String thread, int number) {
		var event = example("post.removed");
		event.withObject("/data").put("version", next(id));
		event.withObject("/data/post").put("id", id).put("number", number);
		event.withObject("/data/thread").put("id", thread);
		send(event);
	}

	/** Publishes a moderation status; the text is null if readers cannot see the post. */
	public void moderate(String id, String thread, int number, String status, @Nullable String text) {
		var event = example("post.status-changed");
		var version = next(id);
		var data = event.withObject("/data").put("version", version).put("status", status);
		event.withObject("/data/reference").put("id", id).put("number", number);
		event.withObject("/data/thread").put("id", thread);
		if (text == null) {
			data.remove("post");
		}
		else {
			event.withObject("/data/post")
				.put("id", id)
				.put("number", number)
				.put("html", html(text))
				.put("status", status)
				.put("version", version);
		}
		send(event);
	}

	/** Moves a post; the text is null if readers cannot see the post. */
	public void move(String id, String from, int was, String into, int number, @Nullable String text) {
		var event = example("post.moved");
		var version = next(id);
		var data = event.withObject("/data").put("version", version).put("was", was);
		event.withObject("/data/reference").put("id", id).put("number", number);
		event.withObject("/data/thread").put("id", into);
		event.withObject("/data/from").put("id", from);
		if (text == null) {
			data.put("status", "held").remove("post");
		}
		else {
			event.withObject("/data/post")
				.put("id", id)
				.put("number", number)
				.put("html", html(text))
				.put("version", version);
		}
		send(event);
	}

	private ObjectNode post(String type, String id, String thread, int number, String text, int version) {
		var event = example(type);
		event.withObject("/data/post")
			.put("id", id)
			.put("number", number)
			.put("html", html(text))
			.put("status", "active")
			.put("version", version);
		event.withObject("/data/thread").put("id", thread);
		return event;
	}

	private int next(String id) {
		return this.versions.merge(id, 0, (version, _) -> version + 1);
	}

	private void send(ObjectNode event) {
		this.wire.accept(event.toString());
	}

	private static String html(String text) {
		return "<p>" + text + "</p>\n";
	}

	private static ObjectNode example(String type) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		return event.put("id", Ids.next());
	}

}
