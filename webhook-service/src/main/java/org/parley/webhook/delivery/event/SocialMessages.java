package org.parley.webhook.delivery.event;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

/** Maps events of social-service about posts that everybody may see, and accounts. */
final class SocialMessages {

	private static final String PUBLIC = "public";

	private SocialMessages() {
	}

	/** The message for an event; empty if guests notice no change. */
	static Optional<WebhookMessage> map(EventEnvelope event) {
		return switch (event.type()) {
			case "social-post.created" -> isPublic(event) ? post(event) : Optional.empty();
			case "social-post.edited" -> isPublic(event) ? post(event) : madePrivate(event);
			case "social-post.removed" -> isPublic(event) ? removedPost(event) : Optional.empty();
			case "social-comment.created", "social-comment.edited" ->
				isPublic(event) ? comment(event) : Optional.empty();
			case "social-comment.removed" -> isPublic(event) ? removedComment(event) : Optional.empty();
			case "social-account.changed" -> account(event);
			default -> Optional.empty();
		};
	}

	private static Optional<WebhookMessage> post(EventEnvelope event) {
		var post = event.data().path("post");
		var data = MessagePayload.object().set("post", MessagePayload.without(post, "visibility", "everybody"));
		return MessagePayload.message(event, event.type(), subject(post, null, true), data);
	}

	/** An edit under a private account changes nothing for guests. */
	private static Optional<WebhookMessage> madePrivate(EventEnvelope event) {
		var wasPublic = event.data().path("previousVisibility").asString("").equals(PUBLIC);
		var isPublic = event.data().path("post").path("visibility").asString("").equals(PUBLIC);
		return (wasPublic && !isPublic) ? removedPost(event) : Optional.empty();
	}

	private static Optional<WebhookMessage> removedPost(EventEnvelope event) {
		var post = event.data().path("post");
		return MessagePayload.message(event, "social-post.removed", subject(post, null, false),
				MessagePayload.object().set("post", removed(event, post, "id")));
	}

	private static Optional<WebhookMessage> comment(EventEnvelope event) {
		return comment(event, event.data().path("comment").deepCopy(), true);
	}

	private static Optional<WebhookMessage> removedComment(EventEnvelope event) {
		return comment(event, removed(event, event.data().path("comment"), "id"), false);
	}

	private static Optional<WebhookMessage> comment(EventEnvelope event, JsonNode comment, boolean content) {
		var post = event.data().path("post");
		var data = MessagePayload.object();
		data.set("comment", comment);
		data.set("post", only(post, "id"));
		return MessagePayload.message(event, event.type(), subject(post, event.data().path("comment"), content), data);
	}

	/** Tells at once of all posts of an account, whose number nobody here knows. */
	private static Optional<WebhookMessage> account(EventEnvelope event) {
		var data = only(event.data(), "privateAccount", "version");
		data.set("person", only(event.data().path("person"), "id"));
		var subject = new MessageSubject(MessageSource.SOCIAL, null, null, null, false, Set.of(), Set.of(), null);
		return MessagePayload.message(event, event.type(), subject, data);
	}

	private static MessageSubject subject(JsonNode post, @Nullable JsonNode comment, boolean content) {
		var authors = Stream.concat(Stream.of(post), Stream.ofNullable(comment))
			.map((text) -> id(text.path("author")))
			.distinct()
			.toList();
		return new MessageSubject(MessageSource.SOCIAL, null, id(post), (comment != null) ? id(comment) : null, content,
				authors, Set.of(), version((comment != null) ? comment : post));
	}

	private static boolean isPublic(EventEnvelope event) {
		return event.data().path("post").path("everybody").asBoolean(false);
	}

}
