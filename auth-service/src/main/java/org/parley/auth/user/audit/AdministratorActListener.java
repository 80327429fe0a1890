package org.parley.auth.user.audit;

import org.parley.contracts.audit.AdministratorActed;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Records what administrators and moderators do in any service. */
@EventConsumer("auth_data")
class AdministratorActListener {

	private final Audit audit;

	AdministratorActListener(Audit audit) {
		this.audit = audit;
	}

	@EventHandler("administrator.acted")
	void on(AdministratorActed acted, EventEnvelope event) {
		this.audit.record(acted, event);
	}

}
