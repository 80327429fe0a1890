package org.parley.auth.account.export;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * The personal data of a user. Parts are decrypted one by one while they are written.
 *
 * @param requestedAt when the export was requested
 * @param missing the services that did not answer in time
 * @param parts the data of the other services
 */
@Schema(name = "ExportArchive")
record ExportArchive(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String userId, Instant requestedAt,
		@Schema(example = "[]") List<String> missing,
		@ArraySchema(schema = @Schema(type = "object")) Iterator<Part> parts) {

	/**
	 * Some data of a service.
	 *
	 * @param kind the kind of data
	 * @param items the records as the service stores them
	 */
	@Schema(name = "ArchivePart")
	record Part(@Schema(example = "forum-service") String service, @Schema(example = "bookmarks") String kind,
			@ArraySchema(schema = @Schema(type = "object")) JsonNode items) {
	}

}
