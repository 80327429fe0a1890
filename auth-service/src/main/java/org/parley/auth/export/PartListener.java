package org.parley.auth.export;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.platform.events.secret.Sealed;

/** Hears what services keep of people, sealed. */
@Listens("auth_data")
class PartListener {

	private final Exports exports;

	PartListener(Exports exports) {
		this.exports = exports;
	}

	@Hears("export.part")
	void on(Part part, EventEnvelope event) {
		if (part.content() != null) {
			this.exports.add(part.userId(), part.exportId(), event.source(), part.number(), part.content());
		}
		else {
			this.exports.told(part.userId(), part.exportId(), event.source(), part.number() - 1);
		}
	}

	/** A part; the last has no content. */
	record Part(String exportId, String userId, int number, @Nullable Sealed content) {
	}

}
