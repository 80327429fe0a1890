package org.parley.chat.message;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The latest ruling of moderation about a message. Moderators outrank checks.
 *
 * @param caseId the case that removed or edited the message or, while nothing did, was
 * decided last; {@link #CHECK} for what a check removed
 * @param at the time of the last decision or reversal; the epoch if there is none
 * @param edited the version of the message whose text the decision wrote; null for other
 * decisions
 * @param decided the version of the text that a moderator has decided about last; null
 * without a decision
 */
public record MessageRuling(String caseId, Instant at, @Nullable Long edited, @Nullable Long decided) {

	/** Marks what an automated check removed. */
	static final String CHECK = "check";

	/**
	 * A decision or reversal that writes no text.
	 * @param decided the version of the text that it is about
	 */
	public static MessageRuling of(String caseId, Instant at, long decided) {
		return new MessageRuling(caseId, at, null, decided);
	}

	/** A verdict of a check, which is older than any decision. */
	static MessageRuling ofCheck(@Nullable MessageRuling last) {
		return (last != null) ? new MessageRuling(CHECK, last.at, null, last.decided)
				: new MessageRuling(CHECK, Instant.EPOCH, null, null);
	}

	MessageRuling editing(long version) {
		return new MessageRuling(this.caseId, this.at, version, this.decided);
	}

	/** The same effects, after a later decision or reversal that has changed nothing. */
	MessageRuling followedBy(MessageRuling later) {
		return new MessageRuling(this.caseId, later.at, this.edited, later.decided);
	}

	/** Whether a moderator has decided about a text, so that checks change nothing. */
	boolean covers(long version) {
		return this.decided != null && version <= this.decided;
	}

	/** Whether this decision wrote the text of a version. */
	boolean hasEdited(String decidedCase, long version) {
		return Objects.equals(this.edited, version) && this.caseId.equals(decidedCase);
	}

}
