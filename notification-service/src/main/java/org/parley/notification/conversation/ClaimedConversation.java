package org.parley.notification.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The known facts about a conversation, beside the event that claims it.
 *
 * @param exists whether it is not removed
 * @param named the version of its last change; 0 if none was heard of
 * @param name the name since that change
 */
record ClaimedConversation(boolean exists, long named, @Nullable String name) {

	/** The conversation by its present name; an event may have an older one. */
	ConversationPlace present(ConversationPlace told) {
		return (this.named > 0) ? new ConversationPlace(told.id(), told.kind(), this.name) : told;
	}

}
