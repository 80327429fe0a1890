package org.parley.forum.privacy;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.events.privacy.EraseUserData;
import org.parley.platform.events.privacy.ErasureRequestedEventData;
import org.parley.platform.events.privacy.ExportRequestedEventData;
import org.parley.platform.events.privacy.ExportUserData;

/** Starts erasures and exports of personal data in this service. */
@EventConsumer("forum_members")
class ForumPersonalDataListener {

	private final EraseUserData eraseUserData;

	private final ExportUserData exportUserData;

	ForumPersonalDataListener(EraseUserData eraseUserData, ExportUserData exportUserData) {
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
