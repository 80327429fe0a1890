package org.parley.auth.account.export;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.SealedEventSecret;
import org.parley.platform.domain.Caller;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.web.Data;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports the caller's personal data. */
@RestController
@Tag(name = "Users")
class ExportController {

	private static final String RETRY_AFTER_SECONDS = "5";

	private final RequestExport requestExport;

	private final Exports exports;

	private final EventSecretCipher eventSecretCipher;

	private final JsonMapper json;

	ExportController(RequestExport requestExport, Exports exports, EventSecretCipher eventSecretCipher,
			JsonMapper json) {
		this.requestExport = requestExport;
		this.exports = exports;
		this.eventSecretCipher = eventSecretCipher;
		this.json = json;
	}

	@GetMapping("/api/v1/users/me/export")
	@Operation(summary = "Export your personal data; the first request starts the export, which is stored for one day")
	@ApiResponse(responseCode = "200", description = "The export",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = ExportArchive.class)))
	@ApiResponse(responseCode = "202", description = "The export is not complete; retry after the time in Retry-After",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = PendingAnswer.class)))
	ResponseEntity<?> export(Caller caller, ClientDevice clientDevice) {
		var export = this.requestExport.findOrRequest(caller.id(), clientDevice);
		var missing = this.exports.findMissing(export);
		if (!missing.isEmpty() && !this.requestExport.isOverdue(export)) {
			return ResponseEntity.accepted()
				.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
				.cacheControl(CacheControl.noStore())
				.body(new Data<>(new PendingExport(export.requestedAt(), missing)));
		}
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-export.json\"")
			.body(new ExportArchive(export.userId(), export.requestedAt(), missing,
					this.exports.parts(export).map(this::open).iterator()));
	}

	private ExportArchive.Part open(StoredExportPart part) {
		var content = this.json.readTree(this.eventSecretCipher.open(new SealedEventSecret(part.content())));
		return new ExportArchive.Part(part.service(), content.path("kind").asString(""), content.path("items"));
	}

	/** An incomplete export. */
	@Schema(name = "PendingExport")
	record PendingExport(Instant requestedAt, @Schema(example = "[\"forum-service\"]") List<String> awaited) {
	}

	/** Exists for the OpenAPI description only. */
	@Schema(name = "PendingExportData")
	interface PendingAnswer {

		@Schema
		PendingExport data();

	}

	/**
	 * The personal data of a user. Parts are decrypted one by one while they are written.
	 *
	 * @param missing the services that did not answer in time
	 */
	@Schema(name = "ExportArchive")
	record ExportArchive(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String userId, Instant requestedAt,
			@Schema(example = "[]") List<String> missing,
			@ArraySchema(schema = @Schema(type = "object")) Iterator<Part> parts) {

		/**
		 * Some data of a service.
		 *
		 * @param items the records as the service stores them
		 */
		@Schema(name = "ArchivePart")
		record Part(@Schema(example = "forum-service") String service, @Schema(example = "bookmarks") String kind,
				@ArraySchema(schema = @Schema(type = "object")) JsonNode items) {
		}

	}

}
