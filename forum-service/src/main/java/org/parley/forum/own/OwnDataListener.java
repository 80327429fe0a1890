package org.parley.forum.own;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.platform.events.personal.ErasureRequested;
import org.parley.platform.events.personal.Erasing;
import org.parley.platform.events.personal.ExportRequested;
import org.parley.platform.events.personal.Exporting;

/** Answers for this service, when all are asked. */
@Listens("forum_members")
class OwnDataListener {

	private final Erasing erasing;

	private final Exporting exporting;

	OwnDataListener(Erasing erasing, Exporting exporting) {
		this.erasing = erasing;
		this.exporting = exporting;
	}

	@Hears("erasure.requested")
	void on(ErasureRequested event) {
		this.erasing.begin(event);
	}

	@Hears("export.requested")
	void on(ExportRequested event) {
		this.exporting.begin(event);
	}

}
