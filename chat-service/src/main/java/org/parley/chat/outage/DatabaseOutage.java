package org.parley.chat.outage;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.database.DatabaseFailure;

/** Tells failures of an unavailable database from all others. */
public final class DatabaseOutage {

	private DatabaseOutage() {
	}

	/** Whether a failure was caused by an unavailable database. */
	public static boolean isBehind(@Nullable Throwable failure) {
		return DatabaseFailure.of(failure).isOutage();
	}

}
