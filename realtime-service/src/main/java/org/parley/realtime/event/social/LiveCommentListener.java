package org.parley.realtime.event.social;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialCommentChanged;
import org.parley.contracts.social.SocialCommentRemoved;
import org.parley.contracts.social.SocialPostReference;
import org.parley.contracts.social.SocialReactionChanged;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;

/** Publishes comments and reactions to the room of their post. */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class LiveCommentListener {

	@EventHandler("social-comment.created")
	void onCreated(SocialCommentChanged event, EventEnvelope envelope, EventSink sink) {
		sink.publish(room(event.post()), of(event, "new-comment", Map.of(), envelope));
	}

	@EventHandler("social-comment.edited")
	void onEdited(SocialCommentChanged event, EventEnvelope envelope, EventSink sink) {
		sink.replace(room(event.post()), of(event, "comment-updated", null, envelope));
	}

	private static LiveEvent of(SocialCommentChanged event, String name, @Nullable Map<String, Integer> reactions,
			EventEnvelope envelope) {
		var comment = event.comment();
		return liveEvent(event.post(), name, comment.id(), LiveComment.of(event, reactions), comment.author(),
				envelope);
	}

	@EventHandler("social-comment.removed")
	void onRemoved(SocialCommentRemoved event, EventEnvelope envelope, EventSink sink) {
		var comment = event.comment();
		var data = new LinkedHashMap<String, @Nullable Object>();
		data.put("id", comment.id());
		data.put("postId", event.post().id());
		data.put("replyTo", comment.replyTo());
		data.put("version", event.version());
		data.put("commentCount", event.post().commentCount());
		sink.replace(room(event.post()),
				liveEvent(event.post(), "comment-removed", comment.id(), data, comment.author(), envelope));
	}

	/** Only the last reaction of each person stays in the log. */
	@EventHandler("social-reaction.changed")
	void onReacted(SocialReactionChanged event, EventEnvelope envelope, EventSink sink) {
		var data = new LinkedHashMap<String, @Nullable Object>();
		data.put("target", event.target().kind());
		data.put("id", event.target().id());
		data.put("postId", event.post().id());
		data.put("reactions", event.reactions());
		data.put("person", event.by());
		data.put("kind", event.kind());
		sink.replace(room(event.post()), liveEvent(event.post(), "reaction-updated", "reaction:" + event.target().id(),
				data, event.by(), envelope));
	}

	private static String room(SocialPostReference post) {
		return RoomKind.SOCIAL_POST.room(post.id());
	}

	private static LiveEvent liveEvent(SocialPostReference post, String name, String subject, Object data,
			PersonReference by, EventEnvelope envelope) {
		return new LiveEvent(name, envelope.id(), envelope.type(), room(post), subject, data, by.id());
	}

	/**
	 * A comment as the API returns it, without the reader's own reaction.
	 *
	 * @param replyTo id of the comment that it answers
	 * @param text the Markdown source
	 * @param html the rendered and sanitized HTML
	 * @param status always {@code active}
	 * @param reactions empty for a new comment; absent after an edit, which changes none
	 * @param commentCount the number of shown comments on the post
	 */
	record LiveComment(String id, String postId, PersonReference author, @Nullable String replyTo,
			@Nullable String text, @Nullable String html, String status,
			@OptionalValue @Nullable Map<String, Integer> reactions, Instant createdAt, @Nullable Instant editedAt,
			long version, int commentCount) {

		static LiveComment of(SocialCommentChanged event, @Nullable Map<String, Integer> reactions) {
			var comment = event.comment();
			return new LiveComment(comment.id(), event.post().id(), comment.author(), comment.replyTo(), comment.text(),
					comment.html(), "active", reactions, comment.createdAt(), comment.editedAt(), comment.version(),
					event.post().commentCount());
		}

	}

}
