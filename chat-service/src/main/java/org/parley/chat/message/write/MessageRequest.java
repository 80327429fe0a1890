package org.parley.chat.message.write;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;

/**
 * Requests to send a message.
 *
 * @param text the text in Markdown; may be absent or empty if there are attachments
 * @param replyTo the id of the message to answer, in the same conversation
 * @param clientId an id that the client gives the message, so that a repeated request
 * sends nothing
 * @param attachments ids of ready media of the author, uploaded for {@code message}
 */
record MessageRequest(@VisibleMarkdown @StorableText(max = 4_000, lines = true) @Nullable String text,
		@StorableText(min = 1, max = 50) @Nullable String replyTo,
		@StorableText(min = 1, max = 100) @Nullable String clientId,
		@Size(max = 10, message = "must have at most 10 items") @Nullable List<@NotNull(
				message = "must not be null") String> attachments) {

	/** How the id of a client begins that is the key of its request. */
	static final String KEY = "key:";

	/**
	 * The text.
	 * @throws RefusalException 400 if there is neither text nor an attachment
	 */
	String content() {
		return requireContent(Objects.requireNonNullElse(this.text, ""), hasAttachments());
	}

	/**
	 * The request whose {@code Idempotency-Key} is the client's id, unless it has one, so
	 * that a repeated request sends nothing without the database either.
	 */
	MessageRequest withKey(@Nullable String key) {
		return (key == null || this.clientId != null) ? this
				: new MessageRequest(this.text, this.replyTo, KEY + key, this.attachments);
	}

	boolean hasAttachments() {
		return !mediaIds().isEmpty();
	}

	/** The ids of the attachments, each once. */
	List<String> mediaIds() {
		return (this.attachments != null) ? this.attachments.stream().distinct().toList() : List.of();
	}

	/** Requires a text, unless there are attachments. */
	static String requireContent(String text, boolean hasAttachments) {
		if (!text.isBlank()) {
			return text;
		}
		if (!hasAttachments) {
			throw RefusalException.field("text", "storable-text", "must have 1 to 4000 printable characters");
		}
		return "";
	}

}
