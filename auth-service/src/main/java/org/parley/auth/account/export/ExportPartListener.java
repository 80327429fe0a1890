package org.parley.auth.account.export;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.privacy.ExportPart;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes the encrypted parts that services send for an export. */
@EventConsumer("auth_data")
class ExportPartListener {

	private final Exports exports;

	ExportPartListener(Exports exports) {
		this.exports = exports;
	}

	@EventHandler("export.part")
	void on(ExportPart part, EventEnvelope event) {
		if (part.content() != null) {
			this.exports.add(part.userId(), part.exportId(), event.source(), part.number(), part.content());
		}
		else {
			this.exports.complete(part.userId(), part.exportId(), event.source(), part.number() - 1);
		}
	}

}
