package org.parley.chat.message;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A decision of moderators about a message.
 *
 * @param caseId the id of the case
 * @param at when it was decided or reversed
 * @param edited the version of the message whose text the decision wrote; null for other
 * decisions
 */
public record MessageRuling(String caseId, Instant at, @Nullable Long edited) {

	/** A decision that writes no text. */
	public static MessageRuling of(String caseId, Instant at) {
		return new MessageRuling(caseId, at, null);
	}

	MessageRuling editing(long version) {
		return new MessageRuling(this.caseId, this.at, version);
	}

	/** Whether this decision wrote the text of a version. */
	public boolean hasEdited(String decidedCase, long version) {
		return this.edited != null && this.edited == version && this.caseId.equals(decidedCase);
	}

}
