package org.parley.platform.readmodels.media.use;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.media.MediaState;

/** Updates the known media. Duplicate and late events have no effect. */
@EventConsumer(repeatable = true)
class KnownMediaListener {

	private final KnownMedia knownMedia;

	KnownMediaListener(KnownMedia knownMedia) {
		this.knownMedia = knownMedia;
	}

	@EventHandler({ "media.ready", "media.snapshot" })
	void onReady(ReadyMediaEventData event) {
		this.knownMedia.saveReady(event);
	}

	@EventHandler("media.refused")
	void onRefused(GoneMediaEventData event) {
		this.knownMedia.saveGone(MediaState.REFUSED, event);
	}

	@EventHandler("media.removed")
	void onRemoved(GoneMediaEventData event) {
		this.knownMedia.saveGone(MediaState.REMOVED, event);
	}

}
