package org.parley.contracts.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.ThreadReference;

/**
 * The content that a check, case or statement is about: its fields are fields of the
 * event, and its kind is the beginning of the event's type.
 */
public sealed interface ContentReference {

	/** Returns the reference whose fields an event has. */
	@JsonCreator
	static ContentReference of(@Nullable PostReference post, @Nullable ThreadReference thread,
			@Nullable MessageReference message, @Nullable ModeratedConversationReference conversation,
			@Nullable SocialReference content) {
		if (post != null && thread != null) {
			return new PostContent(post, thread);
		}
		if (message != null && conversation != null) {
			return new MessageContent(message, conversation);
		}
		if (content != null) {
			return new SocialContent(content);
		}
		throw new IllegalArgumentException("The event names no content");
	}

	/**
	 * Returns the type of an event about this kind of content.
	 * @param type the type of the event about a post of the forum
	 */
	String type(String type);

	String id();

	PersonReference author();

	/** The thread, conversation or social post, whose events keep their order. */
	String placeId();

	/** A post of the forum. */
	record PostContent(PostReference post, ThreadReference thread) implements ContentReference {

		@Override
		public String type(String type) {
			return type;
		}

		@Override
		public String id() {
			return this.post.id();
		}

		@Override
		public PersonReference author() {
			return this.post.author();
		}

		@Override
		public String placeId() {
			return this.thread.id();
		}

	}

	/** A message of a conversation. */
	record MessageContent(MessageReference message,
			ModeratedConversationReference conversation) implements ContentReference {

		@Override
		public String type(String type) {
			return "message-" + type;
		}

		@Override
		public String id() {
			return this.message.id();
		}

		@Override
		public PersonReference author() {
			return this.message.author();
		}

		@Override
		public String placeId() {
			return this.conversation.id();
		}

	}

	/**
	 * A social post or a comment on one.
	 *
	 * @param content the post or comment
	 */
	record SocialContent(SocialReference content) implements ContentReference {

		@Override
		public String type(String type) {
			return "social-" + type;
		}

		@Override
		public String id() {
			return this.content.id();
		}

		@Override
		public PersonReference author() {
			return this.content.author();
		}

		@Override
		public String placeId() {
			return this.content.postId();
		}

	}

	/** A message as named in events. */
	record MessageReference(String id, PersonReference author) {
	}

	/**
	 * The conversation of a message.
	 *
	 * @param kind {@code direct}, {@code group} or {@code room}
	 */
	record ModeratedConversationReference(String id, String kind) {
	}

	/**
	 * A social post or comment as named in events.
	 *
	 * @param kind {@code post} or {@code comment}
	 * @param postId the post; of a comment, the commented one
	 */
	record SocialReference(String kind, String id, String postId, PersonReference author) {
	}

}
