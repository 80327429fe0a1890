package org.parley.moderation.subject;

import org.parley.contracts.ParleyEvent;

/** An event about content, ordered with those of its thread, conversation or post. */
public interface ContentEvent extends ParleyEvent {

	ContentReference content();

	@Override
	default String partitionKey() {
		return content().placeId();
	}

}
