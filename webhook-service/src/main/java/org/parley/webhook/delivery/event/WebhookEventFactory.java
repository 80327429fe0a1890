package org.parley.webhook.delivery.event;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.privacy.ErasedUserScrubber;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.forum.MessageSubject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maps events of forum-service to messages for the public, without moderators, reasons or
 * held content.
 */
final class WebhookEventFactory {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> VISIBLE_POST = Set.of("active", "flagged");

	private static final Set<String> VISIBLE_THREAD = Set.of("open", "locked", "archived");

	private WebhookEventFactory() {
	}

	/** The message for an event; empty if readers notice no change. */
	static Optional<WebhookMessage> map(EventEnvelope event) {
		var data = event.data();
		return switch (event.type()) {
			case "thread.created" ->
				isVisiblePost(data.path("post")) ? threadAndPost(event, "thread.created") : Optional.empty();
			case "thread.edited", "thread.locked", "thread.unlocked", "thread.archived", "thread.moved",
					"thread.restored" ->
				isVisibleThread(data.path("thread")) ? thread(event) : Optional.empty();
			case "thread.hidden", "thread.removed" -> removedThread(event);
			case "thread.split" -> isVisibleThread(data.path("thread")) ? splitThread(event) : Optional.empty();
			case "thread.merged" -> mergedThread(event);
			case "post.created", "post.edited", "post.restored" ->
				isVisiblePost(data.path("post")) ? threadAndPost(event, event.type()) : Optional.empty();
			case "post.removed" -> removedPost(event, data.path("post"));
			case "post.moved" -> isVisiblePost(data.path("post")) ? movedPost(event) : Optional.empty();
			case "post.status-changed" -> statusChanged(event);
			default -> Optional.empty();
		};
	}

	private static Optional<WebhookMessage> statusChanged(EventEnvelope event) {
		var was = VISIBLE_POST.contains(event.data().path("was").asString(""));
		var is = VISIBLE_POST.contains(event.data().path("status").asString(""));
		if (was && !is) {
			return removedPost(event, event.data().path("reference"));
		}
		return (!was && is && isVisiblePost(event.data().path("post"))) ? threadAndPost(event, "post.restored")
				: Optional.empty();
	}

	private static Optional<WebhookMessage> thread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode().set("thread", without(thread, "version"));
		return message(event, event.type(), subject(thread, null, true), data);
	}

	private static Optional<WebhookMessage> threadAndPost(EventEnvelope event, String type) {
		var thread = event.data().path("thread");
		var post = event.data().path("post");
		var data = JSON.createObjectNode();
		data.set("post", without(post, "status"));
		data.set("thread", without(thread, "version"));
		return message(event, type, subject(thread, post, true), data);
	}

	private static Optional<WebhookMessage> removedThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode().set("thread", only(thread, "id", "category"));
		return message(event, "thread.removed", subject(thread, null, false), data);
	}

	/** Contains only the id of the original thread, which the public may not read. */
	private static Optional<WebhookMessage> splitThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode();
		data.set("thread", without(thread, "version"));
		data.set("from", only(event.data().path("from"), "id"));
		return message(event, "thread.split", subject(thread, null, true), data);
	}

	private static Optional<WebhookMessage> mergedThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode();
		data.set("thread", only(thread, "id", "category"));
		data.set("into", only(event.data().path("into"), "id"));
		return message(event, "thread.merged", subject(thread, null, false), data);
	}

	private static Optional<WebhookMessage> movedPost(EventEnvelope event) {
		var thread = event.data().path("thread");
		var post = event.data().path("post");
		var data = JSON.createObjectNode();
		data.set("post", without(post, "status"));
		data.set("thread", without(thread, "version"));
		data.set("from", only(event.data().path("from"), "id").put("number", event.data().path("was").asInt()));
		return message(event, "post.moved", subject(thread, post, true), data);
	}

	private static Optional<WebhookMessage> removedPost(EventEnvelope event, JsonNode post) {
		var thread = event.data().path("thread");
		var data = JSON.createObjectNode();
		data.set("post", only(post, "id", "number"));
		data.set("thread", only(thread, "id", "category"));
		return message(event, "post.removed", subject(thread, post, false), data);
	}

	private static Optional<WebhookMessage> message(EventEnvelope event, String type, MessageSubject messageSubject,
			JsonNode data) {
		var payload = JSON.createObjectNode().put("type", type).put("timestamp", event.time().toString());
		payload.set("data", data);
		return Optional.of(new WebhookMessage(event.id(), type, event.time(), messageSubject,
				ErasedUserScrubber.peopleIn(data), payload.toString()));
	}

	private static MessageSubject subject(JsonNode thread, @Nullable JsonNode post, boolean content) {
		return new MessageSubject(thread.path("category").path("id").asString(""), thread.path("id").asString(""),
				(post != null) ? post.path("id").asString("") : null, content);
	}

	private static boolean isVisiblePost(JsonNode post) {
		return VISIBLE_POST.contains(post.path("status").asString(""));
	}

	private static boolean isVisibleThread(JsonNode thread) {
		return VISIBLE_THREAD.contains(thread.path("status").asString(""));
	}

	private static JsonNode without(JsonNode object, String property) {
		var rest = (ObjectNode) object.deepCopy();
		rest.remove(property);
		return rest;
	}

	private static ObjectNode only(JsonNode object, String... properties) {
		var part = JSON.createObjectNode();
		for (var property : properties) {
			part.set(property, object.path(property).deepCopy());
		}
		return part;
	}

}
