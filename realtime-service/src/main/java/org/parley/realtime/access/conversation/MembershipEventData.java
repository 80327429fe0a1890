package org.parley.realtime.access.conversation;

/**
 * Data of {@code membership.started} and {@code membership.ended}.
 *
 * @param person the person whose membership has changed
 * @param version increases with every change of members of the conversation
 */
public record MembershipEventData(ConversationReference conversation, PersonReference person, long version) {

	/**
	 * A conversation.
	 *
	 * @param id the conversation's id
	 * @param kind {@code direct}, {@code group} or {@code room}
	 */
	public record ConversationReference(String id, String kind) {
	}

	/** A person. */
	public record PersonReference(String id) {
	}

}
