package org.parley.media.use;

import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Records which media are used. Duplicate and late events have no effect. */
@EventConsumer(value = "media_work", repeatable = true)
class MediaUseListener {

	private final RecordMediaUse recordMediaUse;

	MediaUseListener(RecordMediaUse recordMediaUse) {
		this.recordMediaUse = recordMediaUse;
	}

	@EventHandler({ "media-use.changed", "media-use.snapshot" })
	void on(MediaUseChanged event) {
		this.recordMediaUse.record(event);
	}

}
