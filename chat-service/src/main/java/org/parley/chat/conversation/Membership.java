package org.parley.chat.conversation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The membership of a person in a conversation.
 *
 * @param id the ids of the person and the conversation
 * @param position the number of the last message that the person has read
 * @param mutedUntil when notifications resume; null if they are on
 * @param muteVersion increases with every change of {@code mutedUntil}
 * @param version the number of the join among the member changes of the conversation
 */
@Document("memberships")
@CompoundIndex(def = "{'conversationId': 1, 'version': 1}")
public record Membership(@Id String id, String personId, String conversationId, long position,
		@Nullable Instant mutedUntil, long muteVersion, Instant joinedAt, long version) {

	/**
	 * Creates a membership.
	 * @param position the last message before the join, so that no earlier one is unread
	 */
	public static Membership of(String personId, String conversationId, long position, Instant now, long version) {
		return new Membership(id(personId, conversationId), personId, conversationId, position, null, 0, now, version);
	}

	public static String id(String personId, String conversationId) {
		return personId + ":" + conversationId;
	}

	public boolean isMuted(Instant now) {
		return this.mutedUntil != null && this.mutedUntil.isAfter(now);
	}

	/** The same membership that has read up to a message; a position never goes back. */
	public Membership readUpTo(long seq) {
		return new Membership(this.id, this.personId, this.conversationId, Math.max(this.position, seq),
				this.mutedUntil, this.muteVersion, this.joinedAt, this.version);
	}

}
