package org.parley.auth.account.export;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A part of a copy, sealed as it came.
 *
 * @param id the copy, the service and the number, with colons between them
 * @param exportId which copy
 * @param userId whose
 * @param service which has told it
 * @param number its place
 * @param content sealed
 * @param expiresAt when it is forgotten
 */
@Document("export_parts")
record StoredExportPart(@Id String id, String exportId, String userId, String service, int number, String content,
		Instant expiresAt) {

	/** The part of an id that all parts of a service share. Numbers sort as text. */
	static String id(String exportId, String service, int number) {
		return "%s:%s:%08d".formatted(exportId, service, number);
	}

}
