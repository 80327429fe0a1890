package org.parley.auth.account.privacy;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.events.privacy.EraseUserData;
import org.parley.platform.events.privacy.ErasureRequestedEventData;
import org.parley.platform.events.privacy.ExportRequestedEventData;
import org.parley.platform.events.privacy.ExportUserData;

/** Answers requests for erasure and export on behalf of this service. */
@EventConsumer("auth_data")
class AuthPersonalDataListener {

	private final EraseUserData eraseUserData;

	private final ExportUserData exportUserData;

	AuthPersonalDataListener(EraseUserData eraseUserData, ExportUserData exportUserData) {
		this.eraseUserData = eraseUserData;
		this.exportUserData = exportUserData;
	}

	@EventHandler("erasure.requested")
	void on(ErasureRequestedEventData event) {
		this.eraseUserData.begin(event);
	}

	@EventHandler("export.requested")
	void on(ExportRequestedEventData event) {
		this.exportUserData.begin(event);
	}

}
