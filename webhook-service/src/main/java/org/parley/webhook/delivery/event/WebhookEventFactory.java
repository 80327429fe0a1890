package org.parley.webhook.delivery.event;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.visibility.MessageSource;
import org.parley.webhook.visibility.MessageSubject;
import tools.jackson.databind.JsonNode;

import static org.parley.webhook.delivery.event.MessagePayload.id;
import static org.parley.webhook.delivery.event.MessagePayload.only;
import static org.parley.webhook.delivery.event.MessagePayload.removed;
import static org.parley.webhook.delivery.event.MessagePayload.version;
import static org.parley.webhook.delivery.event.MessagePayload.without;

/**
 * Maps events of forum-service to messages for readers, without moderators, reasons or
 * held content.
 */
final class WebhookEventFactory {

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
			case "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
					"thread.archived", "thread.moved", "thread.restored" ->
				isVisibleThread(data.path("thread")) ? thread(event) : Optional.empty();
			case "thread.hidden", "thread.removed" -> removedThread(event);
			case "thread.split" -> isVisibleThread(data.path("thread")) ? splitThread(event) : Optional.empty();
			case "thread.merged" -> mergedThread(event);
			case "post.created", "post.edited", "post.restored" ->
				isVisiblePost(data.path("post")) ? threadAndPost(event, event.type()) : Optional.empty();
			case "post.removed" -> removedPost(event, data.path("post"));
			case "post.moved" -> isVisiblePost(data.path("post")) ? movedPost(event) : Optional.empty();
			case "post.status-changed" -> statusChanged(event);
			case "answer.accepted", "answer.withdrawn" -> answer(event);
			case "category.created", "category.changed" -> category(event);
			case "category.removed" -> removedCategory(event);
			default -> Optional.empty();
		};
	}

	/**
	 * The removal of what was moved, for those who may not read it at its new place. It
	 * is about the previous one.
	 */
	static Optional<WebhookMessage> mapDeparture(EventEnvelope event) {
		var data = MessagePayload.object();
		var from = event.data().path("from");
		if (event.type().equals("thread.moved")) {
			var thread = event.data().path("thread");
			data.set("thread", removed(event, thread, "id").set("category", from.deepCopy()));
			return MessagePayload.message(event, "thread.removed", placed(id(from), tags(thread)), data);
		}
		var was = event.data().path("was").asInt();
		data.set("post", removed(event, event.data().path("reference"), "id").put("number", was));
		data.set("thread", only(from, "id", "category"));
		return MessagePayload.message(event, "post.removed", placed(id(from.path("category")), tags(from)), data);
	}

	/** The removal of a thread for those who want tags that it had before. */
	static Optional<WebhookMessage> mapUntagging(EventEnvelope event, Set<String> before) {
		var thread = event.data().path("thread");
		var data = MessagePayload.object().set("thread", removed(event, thread, "id", "category"));
		return MessagePayload.message(event, "thread.removed", placed(id(thread.path("category")), before), data);
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
		var data = MessagePayload.object().set("thread", thread.deepCopy());
		return MessagePayload.message(event, event.type(), subject(thread, null, true), data);
	}

	private static Optional<WebhookMessage> threadAndPost(EventEnvelope event, String type) {
		var thread = event.data().path("thread");
		var post = event.data().path("post");
		var data = MessagePayload.object();
		data.set("post", without(post, "status"));
		data.set("thread", thread.deepCopy());
		return MessagePayload.message(event, type, subject(thread, post, true), data);
	}

	private static Optional<WebhookMessage> removedThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = MessagePayload.object().set("thread", removed(event, thread, "id", "category"));
		return MessagePayload.message(event, "thread.removed", subject(thread, null, false), data);
	}

	/** Contains only the id of the original thread, which the public may not read. */
	private static Optional<WebhookMessage> splitThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = MessagePayload.object();
		data.set("thread", thread.deepCopy());
		data.set("from", only(event.data().path("from"), "id"));
		return MessagePayload.message(event, "thread.split", subject(thread, null, true), data);
	}

	private static Optional<WebhookMessage> mergedThread(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = MessagePayload.object();
		data.set("thread", removed(event, thread, "id", "category"));
		data.set("into", only(event.data().path("into"), "id"));
		return MessagePayload.message(event, "thread.merged", subject(thread, null, false), data);
	}

	private static Optional<WebhookMessage> movedPost(EventEnvelope event) {
		var thread = event.data().path("thread");
		var post = event.data().path("post");
		var data = MessagePayload.object();
		data.set("post", without(post, "status"));
		data.set("thread", thread.deepCopy());
		data.set("from", only(event.data().path("from"), "id").put("number", event.data().path("was").asInt()));
		return MessagePayload.message(event, "post.moved", subject(thread, post, true), data);
	}

	private static Optional<WebhookMessage> answer(EventEnvelope event) {
		var thread = event.data().path("thread");
		var data = MessagePayload.object();
		data.set("post", only(event.data().path("post"), "id", "number"));
		data.set("thread", only(thread, "id", "category", "version"));
		return MessagePayload.message(event, event.type(), subject(thread, null, false), data);
	}

	private static Optional<WebhookMessage> category(EventEnvelope event) {
		var category = event.data().path("category");
		return MessagePayload.message(event, event.type(), placed(id(category), Set.of()),
				MessagePayload.object().set("category", without(category, "moderators")));
	}

	/** Tells of a category that guests could read, and that nobody finds any more. */
	private static Optional<WebhookMessage> removedCategory(EventEnvelope event) {
		return removedCategory(event, "id", "slug");
	}

	/**
	 * The removal of a category for those who may not read it any more. They do not learn
	 * its present slug.
	 */
	static Optional<WebhookMessage> mapClosing(EventEnvelope event) {
		return removedCategory(event, "id");
	}

	private static Optional<WebhookMessage> removedCategory(EventEnvelope event, String... shown) {
		var category = event.data().path("category");
		var subject = new MessageSubject(MessageSource.NONE, id(category), null, null, false, Set.of(), Set.of(), null);
		return MessagePayload.message(event, "category.removed", subject,
				MessagePayload.object().set("category", only(category, shown)));
	}

	private static Optional<WebhookMessage> removedPost(EventEnvelope event, JsonNode post) {
		var thread = event.data().path("thread");
		var data = MessagePayload.object();
		data.set("post", removed(event, post, "id", "number"));
		data.set("thread", only(thread, "id", "category"));
		return MessagePayload.message(event, "post.removed", subject(thread, post, false), data);
	}

	private static MessageSubject subject(JsonNode thread, @Nullable JsonNode post, boolean content) {
		var author = id((post != null) ? post.path("author") : thread.path("author"));
		return new MessageSubject(MessageSource.FORUM, id(thread.path("category")), id(thread),
				(post != null) ? id(post) : null, content, Set.of(author), tags(thread),
				(post != null) ? version(post) : null);
	}

	/** The subject that the readers of a category may know. */
	private static MessageSubject placed(String category, Set<String> tags) {
		return new MessageSubject(MessageSource.FORUM, category, null, null, false, Set.of(), tags, null);
	}

	private static Set<String> tags(JsonNode thread) {
		return thread.path("tags").valueStream().map((tag) -> tag.asString("")).collect(Collectors.toSet());
	}

	private static boolean isVisiblePost(JsonNode post) {
		return VISIBLE_POST.contains(post.path("status").asString(""));
	}

	private static boolean isVisibleThread(JsonNode thread) {
		return VISIBLE_THREAD.contains(thread.path("status").asString(""));
	}

}
