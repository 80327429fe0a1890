package org.parley.webhook.delivery;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.privacy.ErasedUserScrubber;
import org.parley.webhook.forum.MessageSubject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event of the forum is to those who read there: who moderated, why, and what is
 * held back, is not for them.
 */
final class WebhookEventMapper {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> SEEN = Set.of("active", "flagged");

	private static final Set<String> OPEN = Set.of("open", "locked", "archived");

	private WebhookEventMapper() {
	}

	/** The message that follows from an event, if readers notice it. */
	static Optional<WebhookMessage> of(EventEnvelope event) {
		var data = event.data();
		return switch (event.type()) {
			case "thread.created" ->
				isSeen(data.path("post")) ? threadAndPost(event, "thread.created") : Optional.empty();
			case "thread.edited", "thread.locked", "thread.unlocked", "thread.archived", "thread.moved",
					"thread.restored" ->
				isOpen(data.path("thread")) ? thread(event) : Optional.empty();
			case "thread.hidden", "thread.removed" -> goneThread(event);
			case "thread.split" -> isOpen(data.path("thread")) ? splitThread(event) : Optional.empty();
			case "thread.merged" -> mergedThread(event);
			case "post.created", "post.edited", "post.restored" ->
				isSeen(data.path("post")) ? threadAndPost(event, event.type()) : Optional.empty();
			case "post.removed" -> gonePost(event, data.path("post"));
			case "post.moved" -> isSeen(data.path("post")) ? movedPost(event) : Optional.empty();
			case "post.status-changed" -> statusChanged(event);
			default -> Optional.empty();
		};
	}

	private static Optional<WebhookMessage> statusChanged(EventEnvelope event) {
		var was = SEEN.contains(event.data().path("was").asString(""));
		var is = SEEN.contains(event.data().path("status").asString(""));
		if (was && !is) {
			return gonePost(event, event.data().path("reference"));
		}
		return (!was && is && isSeen(event.data().path("post"))) ? threadAndPost(event, "post.restored")
				: Optional.empty();
	}

	private static Optional<WebhookMessage> thread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode().set("thread", without(thread, "version"));
		return message(event, event.type(), about(thread, null, true), data);
	}

	private static Optional<WebhookMessage> threadAndPost(EventEnvelope event, String type) {
		var thread = event.data().path("thread");
		var post = event.data().path("post");
		var data = JSON.createObjectNode();
		data.set("post", without(post, "status"));
		data.set("thread", without(thread, "version"));
		return message(event, type, about(thread, post, true), data);
	}

	private static Optional<WebhookMessage> goneThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode().set("thread", named(thread, "id", "category"));
		return message(event, "thread.removed", about(thread, null, false), data);
	}

	/** Of the other thread only which one it is: not everybody may be able to read it. */
	private static Optional<WebhookMessage> splitThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode();
		data.set("thread", without(thread, "version"));
		data.set("from", named(event.data().path("from"), "id"));
		return message(event, "thread.split", about(thread, null, true), data);
	}

	private static Optional<WebhookMessage> mergedThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode();
		data.set("thread", named(thread, "id", "category"));
		data.set("into", named(event.data().path("into"), "id"));
		return message(event, "thread.merged", about(thread, null, false), data);
	}

	private static Optional<WebhookMessage> movedPost(EventEnvelope event) {
		var thread = event.data().path("thread");
		var post = event.data().path("post");
		var data = JSON.createObjectNode();
		data.set("post", without(post, "status"));
		data.set("thread", without(thread, "version"));
		data.set("from", named(event.data().path("from"), "id").put("number", event.data().path("was").asInt()));
		return message(event, "post.moved", about(thread, post, true), data);
	}

	private static Optional<WebhookMessage> gonePost(EventEnvelope event, JsonNode post) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode();
		data.set("post", named(post, "id", "number"));
		data.set("thread", named(thread, "id", "category"));
		return message(event, "post.removed", about(thread, post, false), data);
	}

	private static Optional<WebhookMessage> message(EventEnvelope event, String type, MessageSubject messageSubject,
			JsonNode data) {
		var payload = JSON.createObjectNode().put("type", type).put("timestamp", event.time().toString());
		payload.set("data", data);
		return Optional.of(new WebhookMessage(event.id(), type, event.time(), messageSubject,
				ErasedUserScrubber.peopleIn(data), payload.toString()));
	}

	private static MessageSubject about(JsonNode thread, @Nullable JsonNode post, boolean content) {
		return new MessageSubject(thread.path("category").path("id").asString(""), thread.path("id").asString(""),
				(post != null) ? post.path("id").asString("") : null, content);
	}

	private static boolean isSeen(JsonNode post) {
		return SEEN.contains(post.path("status").asString(""));
	}

	private static boolean isOpen(JsonNode thread) {
		return OPEN.contains(thread.path("status").asString(""));
	}

	private static JsonNode without(JsonNode object, String property) {
		var rest = (ObjectNode) object.deepCopy();
		rest.remove(property);
		return rest;
	}

	private static ObjectNode named(JsonNode object, String... properties) {
		var part = JSON.createObjectNode();
		for (var property : properties) {
			part.set(property, object.path(property).deepCopy());
		}
		return part;
	}

}
