package org.parley.moderation.check.message;

import org.parley.contracts.chat.RoomMessageWritten;
import org.parley.moderation.check.StartCheck;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.MessagePlace;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Starts the checks of messages of rooms. The events of all other messages never reach
 * this service, and a text of another conversation is ignored. A text that a moderator
 * has written needs no check.
 */
@EventConsumer(value = "ai_moderation", repeatable = true)
class RoomMessageListener {

	private final StartCheck startCheck;

	RoomMessageListener(StartCheck startCheck) {
		this.startCheck = startCheck;
	}

	@EventHandler("room-message.written")
	void on(RoomMessageWritten data, EventEnvelope event) {
		if (!data.conversation().isRoom() || Boolean.TRUE.equals(data.corrected())) {
			return;
		}
		var message = data.message();
		var reference = new ModeratedPostReference(message.id(), Math.toIntExact(message.seq()),
				AuthorReference.of(message.author()));
		this.startCheck.start(reference, MessagePlace.of(data.conversation(), message.author()),
				new ContentRevision(message.version(), 0), message.text(), false, event);
	}

}
