package org.parley.auth.account.export;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored part of an export, encrypted as it was received.
 *
 * @param id the export id, the service and the number, separated by colons
 * @param number the position among the parts of the service
 * @param content encrypted
 * @param expiresAt when MongoDB deletes the part
 */
@Document("export_parts")
@CompoundIndex(def = "{'exportId': 1, 'service': 1}")
record StoredExportPart(@Id String id, String exportId, String userId, String service, int number, String content,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {

	/** Builds the id; the padded number makes parts sort in their order. */
	static String id(String exportId, String service, int number) {
		return "%s:%s:%08d".formatted(exportId, service, number);
	}

}
