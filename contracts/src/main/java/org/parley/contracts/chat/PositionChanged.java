package org.parley.contracts.chat;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A member has read further.
 *
 * @param person the member
 * @param seq the number of the last message that the member has read
 * @param hidden true if nobody else sees it; absent otherwise
 */
@Publishes("position.changed")
public record PositionChanged(ConversationReference conversation, PersonReference person, long seq,
		@OptionalValue @Nullable Boolean hidden) implements ConversationEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
