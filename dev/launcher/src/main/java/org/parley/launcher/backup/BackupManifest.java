package org.parley.launcher.backup;

import java.time.Instant;
import java.util.Map;

/**
 * The contents of a backup.
 *
 * @param format the version of the folder's layout
 * @param createdAt when the backup began
 * @param documents the number of documents by database and collection
 */
record BackupManifest(int format, Instant createdAt, Map<String, Map<String, Long>> documents) {

	static final int FORMAT = 1;

	/** Returns the number of all documents. */
	long count() {
		return this.documents.values()
			.stream()
			.flatMap((collections) -> collections.values().stream())
			.mapToLong(Long::longValue)
			.sum();
	}

}
