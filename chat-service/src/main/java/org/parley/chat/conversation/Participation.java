package org.parley.chat.conversation;

import java.time.Instant;

/** A conversation as one of its members takes part in it. */
public record Participation(Conversation conversation, Membership membership) {

	/**
	 * The time of the last message or change, or of a later join, so that a conversation
	 * comes first to a member who was added to it.
	 */
	public Instant updatedAt() {
		var joinedAt = this.membership.joinedAt();
		return joinedAt.isAfter(this.conversation.updatedAt()) ? joinedAt : this.conversation.updatedAt();
	}

	/** Whether the conversation has messages after the member's read position. */
	public boolean isBehind() {
		return this.membership.position() < this.conversation.lastSeq();
	}

}
