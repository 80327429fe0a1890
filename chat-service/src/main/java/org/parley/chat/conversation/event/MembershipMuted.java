package org.parley.chat.conversation.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.chat.person.ChatPersonReference;
import org.parley.contracts.ParleyEvent;
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
record MembershipMuted(ConversationReference conversation, ChatPersonReference person, Instant mutedAt,
		@Nullable Instant until, long membership, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
	}

}
