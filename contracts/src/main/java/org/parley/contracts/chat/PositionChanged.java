package org.parley.contracts.chat;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A member has read further.
 *
 * @param person the member
 * @param seq the number of the last message that the member has read
 */
@Publishes("position.changed")
public record PositionChanged(ConversationReference conversation, PersonReference person,
		long seq) implements ConversationEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
