package org.parley.chat.snapshot;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Messages;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/** Publishes which media messages use, and that deleted ones use none. */
@Component
class MessageMediaUseSnapshots implements Snapshot {

	private final Messages messages;

	MessageMediaUseSnapshots(Messages messages) {
		this.messages = messages;
	}

	@Override
	public String type() {
		return "media-use.snapshot";
	}

	@Override
	public List<MediaUseChanged> after(@Nullable String id, int limit) {
		return this.messages.withMedia(id, limit)
			.stream()
			.map((message) -> MessageEventPublisher.mediaUse(message, message.media(), message.version()).snapshot())
			.toList();
	}

}
