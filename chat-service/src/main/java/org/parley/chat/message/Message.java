package org.parley.chat.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message of a conversation.
 *
 * @param seq its number in the conversation, from 1 on without gaps
 * @param clientId the id that the author's client gave it, unique for the author and the
 * conversation
 * @param text the text in Markdown; null once deleted
 * @param html the text as safe HTML; null once deleted
 * @param words the words that search finds
 * @param replyTo the id of the message that it answers
 * @param reactions the number of reactions by emoji
 * @param status whether it is shown
 * @param version increases with every edit, the deletion, the removal and its end
 * @param textVersion the version in which its present text was written; removal,
 * restoration and deletion keep it
 * @param ruling the latest ruling of moderation; null if there is none
 * @param mediaIds the ids of the attached media; null if there are none
 */
@Document("messages")
@CompoundIndex(name = "search", def = "{'conversationId': 1, 'words': 1, '_id': -1}")
@CompoundIndex(name = "pages_and_unread", def = "{'conversationId': 1, 'seq': 1, 'authorId': 1, 'status': 1}")
@CompoundIndex(name = "by_author", def = "{'authorId': 1, '_id': 1, 'conversationId': 1}")
@CompoundIndex(name = "client_ids", def = "{'authorId': 1, 'conversationId': 1, 'clientId': 1}", unique = true,
		partialFilter = "{'clientId': {'$exists': true}}")
public record Message(@Id String id, String conversationId, long seq, String authorId, @Nullable String clientId,
		@Nullable String text, @Nullable String html, List<String> words, @Nullable String replyTo,
		Map<String, Integer> reactions, MessageStatus status, Instant createdAt, @Nullable Instant editedAt,
		long version, long textVersion, @Nullable MessageRuling ruling, @Nullable List<String> mediaIds) {

	public static Message of(String id, String conversationId, long seq, String authorId, @Nullable String clientId,
			MessageText text, @Nullable String replyTo, List<String> attachments, Instant now) {
		return new Message(id, conversationId, seq, authorId, clientId, text.text(), text.html(), text.words(), replyTo,
				Map.of(), MessageStatus.ACTIVE, now, null, 0, 0, null, attachments.isEmpty() ? null : attachments);
	}

	/** Creates a message that has no number until it is stored. */
	public static Message accepted(String id, String conversationId, String authorId, @Nullable String clientId,
			MessageText text, @Nullable String replyTo, Instant now) {
		return new Message(id, conversationId, 0, authorId, clientId, text.text(), text.html(), text.words(), replyTo,
				Map.of(), MessageStatus.ACCEPTED, now, null, 0, 0, null, null);
	}

	/**
	 * The same message without the words, which only the search of the database needs.
	 */
	Message withoutWords() {
		return new Message(this.id, this.conversationId, this.seq, this.authorId, this.clientId, this.text, this.html,
				List.of(), this.replyTo, this.reactions, this.status, this.createdAt, this.editedAt, this.version,
				this.textVersion, this.ruling, this.mediaIds);
	}

	/** Whether it is not stored yet. */
	public boolean isAccepted() {
		return this.status == MessageStatus.ACCEPTED;
	}

	public boolean isDeleted() {
		return this.status == MessageStatus.DELETED;
	}

	/** Whether its text is shown; of all others a placeholder remains. */
	public boolean isShown() {
		return this.status == MessageStatus.ACTIVE;
	}

	public Map<String, Integer> shownReactions() {
		return isShown() ? this.reactions : Map.of();
	}

	/** The ids of the attached media; those of a removed message are not shown. */
	public List<String> media() {
		return (this.mediaIds != null) ? this.mediaIds : List.of();
	}

	/** The ids of the media that it shows. */
	public List<String> attachments() {
		return isShown() ? media() : List.of();
	}

	/** The same message with another text. */
	public Message edited(MessageText text, Instant now) {
		return new Message(this.id, this.conversationId, this.seq, this.authorId, this.clientId, text.text(),
				text.html(), text.words(), this.replyTo, this.reactions, this.status, this.createdAt, now,
				this.version + 1, this.version + 1, this.ruling, this.mediaIds);
	}

	/** The placeholder that remains of a deleted message. */
	public Message deleted() {
		return new Message(this.id, this.conversationId, this.seq, this.authorId, this.clientId, null, null, List.of(),
				this.replyTo, Map.of(), MessageStatus.DELETED, this.createdAt, this.editedAt, this.version + 1,
				this.textVersion, this.ruling, null);
	}

	/** The placeholder that remains of a message that a check has removed. */
	public Message removedByCheck() {
		return removed(MessageRuling.ofCheck(this.ruling));
	}

	/** The placeholder that remains of a message that moderators have removed. */
	public Message removed(MessageRuling by) {
		return new Message(this.id, this.conversationId, this.seq, this.authorId, this.clientId, null, null, List.of(),
				this.replyTo, this.reactions, MessageStatus.REMOVED, this.createdAt, this.editedAt, this.version + 1,
				this.textVersion, by, this.mediaIds);
	}

	/** The same message with its text, because the removal was reversed. */
	public Message restored(MessageText text, MessageRuling by) {
		return shown(text, this.textVersion, by);
	}

	private Message shown(MessageText text, long written, MessageRuling by) {
		return new Message(this.id, this.conversationId, this.seq, this.authorId, this.clientId, text.text(),
				text.html(), text.words(), this.replyTo, this.reactions, MessageStatus.ACTIVE, this.createdAt,
				this.editedAt, this.version + 1, written, by, this.mediaIds);
	}

	/** The same message with a text of moderators; it is shown. */
	public Message corrected(MessageText text, MessageRuling by) {
		var shown = isShown() ? edited(text, by.at()) : shown(text, this.version + 1, by);
		return shown.ruled(by.editing(shown.version()));
	}

	/**
	 * The same message with its earlier text, because the edit of moderators was
	 * reversed.
	 */
	public Message uncorrected(MessageText text, MessageRuling by) {
		return edited(text, by.at()).ruled(by);
	}

	private Message ruled(MessageRuling by) {
		return new Message(this.id, this.conversationId, this.seq, this.authorId, this.clientId, this.text, this.html,
				this.words, this.replyTo, this.reactions, this.status, this.createdAt, this.editedAt, this.version,
				this.textVersion, by, this.mediaIds);
	}

	/**
	 * The ruling after a decision or reversal that leaves the message as it is. What
	 * removed it stays known, so that its reversal can restore it.
	 */
	public MessageRuling rulingAfter(MessageRuling later) {
		return (this.ruling != null) ? this.ruling.followedBy(later) : later;
	}

	/**
	 * The ruling after a removal of a message that is not shown. Only what a check has
	 * removed becomes removed by the decision.
	 */
	public MessageRuling rulingAfterRemoval(MessageRuling later) {
		return isRemovedByCheck() ? later : rulingAfter(later);
	}

	/** Whether a check may rule about the text of a version. */
	public boolean isOpenToCheck(long checked) {
		return isShown() && this.textVersion == checked && (this.ruling == null || !this.ruling.covers(checked));
	}

	/**
	 * Whether a decision that keeps the text of a version shows the message: a check has
	 * removed it, and the author did not write the text after the moderator saw it.
	 */
	public boolean isShownByDismissal(long seen) {
		return isRemovedByCheck() && this.textVersion <= seen;
	}

	/**
	 * Whether moderators may replace the text of a version: the message shows it, or a
	 * check has removed it.
	 */
	public boolean isCorrectable(long seen) {
		return (isShown() || isRemovedByCheck()) && this.textVersion == seen;
	}

	/** Whether it shows the text that the decision of a case has written. */
	public boolean isCorrectedBy(String caseId) {
		return isShown() && this.ruling != null && this.ruling.hasEdited(caseId, this.version);
	}

	/**
	 * Whether the reversal of a case shows it: the case or a check has removed it. What
	 * the author has deleted meanwhile stays deleted.
	 */
	public boolean isShownByReversal(String caseId) {
		return isRemovedByCheck() || isRemovedBy(caseId);
	}

	public boolean isRemovedBy(String caseId) {
		return this.status == MessageStatus.REMOVED && this.ruling != null && this.ruling.caseId().equals(caseId);
	}

	/** Whether a check has removed it, and no moderator has decided since. */
	private boolean isRemovedByCheck() {
		return isRemovedBy(MessageRuling.CHECK);
	}

	/** Whether no later decision of moderators is known. */
	public boolean isRuledBefore(Instant at) {
		return this.ruling == null || this.ruling.at().isBefore(at);
	}

	/**
	 * Requires that a person wrote the message.
	 * @throws RefusalException 403 {@code message.forbidden}
	 */
	public void requireAuthor(String personId) {
		if (!this.authorId.equals(personId)) {
			throw RefusalException.forbidden("message.forbidden", "Only the author may change this message.");
		}
	}

	/**
	 * Requires that the message is shown.
	 * @throws RefusalException 409 {@code message.deleted}
	 */
	public void requireShown() {
		if (!isShown()) {
			throw RefusalException.conflict("message.deleted", "The message is deleted.");
		}
	}

}
