package org.parley.platform.readmodels.media.use;

import org.parley.contracts.media.MediaReady;
import org.parley.contracts.media.MediaRefused;
import org.parley.contracts.media.MediaRemoved;
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
	void onReady(MediaReady event) {
		this.knownMedia.saveReady(event);
	}

	@EventHandler("media.refused")
	void onRefused(MediaRefused event) {
		this.knownMedia.saveGone(MediaState.REFUSED, event.media(), event.version());
	}

	@EventHandler("media.removed")
	void onRemoved(MediaRemoved event) {
		this.knownMedia.saveGone(MediaState.REMOVED, event.media(), event.version());
	}

}
