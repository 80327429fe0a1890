package org.parley.auth.account.export;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * All that is kept of somebody. Parts are opened one after the other as they are written.
 *
 * @param userId whose
 * @param requestedAt when it was asked for; it may be as old as that
 * @param missing the services that did not answer in time
 * @param parts what the others keep
 */
@Schema(name = "ExportArchive")
record ExportArchive(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String userId, Instant requestedAt,
		@Schema(example = "[]") List<String> missing,
		@ArraySchema(schema = @Schema(implementation = Part.class)) Iterator<Part> parts) {

	/**
	 * Some of what a service keeps.
	 *
	 * @param service which
	 * @param kind what it is
	 * @param items each as the service keeps it
	 */
	@Schema(name = "ArchivePart")
	record Part(@Schema(example = "forum-service") String service, @Schema(example = "bookmarks") String kind,
			@ArraySchema(schema = @Schema(type = "object")) JsonNode items) {
	}

}
