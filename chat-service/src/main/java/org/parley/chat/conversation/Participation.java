package org.parley.chat.conversation;

/** A conversation as one of its members takes part in it. */
public record Participation(Conversation conversation, Membership membership) {

	/** Whether the conversation has messages after the member's read position. */
	public boolean isBehind() {
		return this.membership.position() < this.conversation.lastSeq();
	}

}
