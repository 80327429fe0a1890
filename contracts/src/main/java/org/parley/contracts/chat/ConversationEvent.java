package org.parley.contracts.chat;

import org.parley.contracts.ParleyEvent;

/** An event of a conversation, ordered with all others of it. */
public sealed interface ConversationEvent extends ParleyEvent
		permits MessageAccepted, MessageChanged, MessageRemoved, MessageReported, MessageReportClosed,
		RoomMessageRemoved, RoomMessageWritten, MembershipChanged, MembershipMuted, PositionChanged {

	ConversationReference conversation();

	@Override
	default String partitionKey() {
		return conversation().id();
	}

}
