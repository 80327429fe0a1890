package org.parley.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A person became a member of a conversation, or is no longer one.
 *
 * @param version increases with every change of members of the conversation
 * @param position the number of the last message before a join
 */
@Publishes({ "membership.started", "membership.ended" })
public record MembershipChanged(@EventType String type, ConversationReference conversation, PersonReference person,
		long version, @OptionalValue @Nullable Long position) implements ConversationEvent {

	@JsonIgnore
	public boolean isStart() {
		return this.type.equals("membership.started");
	}

	@Override
	public String subject() {
		return this.person.id();
	}

}
