package org.parley.summary;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.web.Ids;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Stands in for forum-service at the wire: tells what happens there. */
public final class FakeForum {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Consumer<String> wire;

	private final Map<String, String> categories = new HashMap<>();

	private final Map<String, String> firsts = new HashMap<>();

	private final Map<String, Integer> versions = new HashMap<>();

	FakeForum(Consumer<String> wire) {
		this.wire = wire;
	}

	/** Each event is confirmed before the next, so they come in their order. */
	static FakeForum at(RabbitTemplate rabbit) {
		return new FakeForum((event) -> {
			var message = MessageBuilder.withBody(event.getBytes(StandardCharsets.UTF_8)).build();
			var confirm = new CorrelationData();
			rabbit.send(Topology.lettersOf("ai_summary"), Topology.AGAIN, message, confirm);
			confirm.getFuture().orTimeout(10, TimeUnit.SECONDS).join();
		});
	}

	/** The id of a new category. */
	public String category(String readers) {
		var id = Ids.next();
		tellCategory("category.created", id, readers);
		return id;
	}

	public void tellCategory(String type, String id, String readers) {
		var event = example(type);
		event.withObject("/data/category").put("id", id).put("readers", readers).put("version", next(id));
		send(event);
	}

	public void removeCategory(String id) {
		var event = example("category.removed");
		event.withObject("/data/category").put("id", id);
		send(event);
	}

	/** The id of a thread that was started an hour ago. */
	public String oldThread(String category, String text) {
		return thread(
				Ulid.min(System.currentTimeMillis() - 3_600_000).toString().substring(0, 10) + Ids.next().substring(10),
				category, text);
	}

	/** The id of a new thread with its first post. */
	public String thread(String category, String text) {
		return thread(Ids.next(), category, text);
	}

	/** A new thread with an id that was given before. */
	public String thread(String id, String category, String text) {
		this.categories.put(id, category);
		var event = example("thread.created");
		event.withObject("/data/thread").put("id", id).put("version", next(id));
		event.withObject("/data/thread/category").put("id", category);
		var post = firstOf(id);
		event.withObject("/data/post").put("id", post).put("html", html(text)).put("version", next(post));
		send(event);
		return id;
	}

	/** The id of the post that opens a thread. */
	public String firstOf(String thread) {
		return this.firsts.computeIfAbsent(thread, (_) -> Ids.next());
	}

	/** A thread that is made of replies. */
	public String split(String category) {
		var id = Ids.next();
		this.categories.put(id, category);
		tellThread("thread.split", id, "open");
		return id;
	}

	/** Tells of a thread as it is now. */
	public void tellThread(String type, String id, String status) {
		var event = example(type);
		event.withObject("/data/thread").put("id", id).put("status", status).put("version", next(id));
		event.withObject("/data/thread/category").put("id", this.categories.get(id));
		send(event);
	}

	/** Gives a thread another title. */
	public void rename(String id, String title) {
		var event = example("thread.edited");
		event.withObject("/data/thread").put("id", id).put("title", title).put("version", next(id));
		event.withObject("/data/thread/category").put("id", this.categories.get(id));
		send(event);
	}

	/** The id of a new post. */
	public String reply(String thread, int number, String text) {
		var id = Ids.next();
		send(post("post.created", id, thread, number, text, next(id)));
		return id;
	}

	public void edit(String id, String thread, int number, String text) {
		send(post("post.edited", id, thread, number, text, next(id)));
	}

	public void restore(String id, String thread, int number, String text) {
		send(post("post.restored", id, thread, number, text, next(id)));
	}

	/** Tells late of what a post said at an older version. */
	public void tellLate(String id, String thread, int number, String text, int version) {
		send(post("post.edited", id, thread, number, text, version));
	}

	public void remove(String id, String thread, int number) {
		var event = example("post.removed");
		event.withObject("/data").put("version", next(id));
		event.withObject("/data/post").put("id", id).put("number", number);
		event.withObject("/data/thread").put("id", thread);
		send(event);
	}

	/** Moderation has decided; the text is told while readers may see it. */
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

	/** A post goes to another thread; the text is told while readers may see it. */
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
