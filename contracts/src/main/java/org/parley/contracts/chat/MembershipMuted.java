package org.parley.contracts.chat;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A member has muted or unmuted a conversation.
 *
 * @param person the member
 * @param until when notifications resume; null if they are on
 * @param membership the version of the membership
 * @param version increases with every change of the mute of the membership
 */
@Publishes("membership.muted")
public record MembershipMuted(ConversationReference conversation, PersonReference person, Instant mutedAt,
		@Nullable Instant until, long membership, long version) implements ConversationEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
