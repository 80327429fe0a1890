package org.parley.platform.privacy.event;

import org.parley.contracts.privacy.ErasureRequested;
import org.parley.contracts.privacy.ExportRequested;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.privacy.erasure.EraseUserData;
import org.parley.platform.privacy.export.ExportUserData;

/** Starts the erasure and the export of the personal data that this service stores. */
@EventConsumer
class PersonalDataListener {

	private final EraseUserData eraseUserData;

	private final ExportUserData exportUserData;

	PersonalDataListener(EraseUserData eraseUserData, ExportUserData exportUserData) {
		this.eraseUserData = eraseUserData;
		this.exportUserData = exportUserData;
	}

	@EventHandler("erasure.requested")
	void on(ErasureRequested event) {
		this.eraseUserData.begin(event);
	}

	@EventHandler("export.requested")
	void on(ExportRequested event) {
		this.exportUserData.begin(event);
	}

}
