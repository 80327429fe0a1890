package org.parley.auth.account.export;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.events.secret.SealedEventSecret;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A copy of all that is kept of somebody, for themselves. */
@RestController
@Tag(name = "Users")
class ExportController {

	private static final String SOON = "5";

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
	@Operation(summary = "A copy of all that is kept of you; asked for first, it takes a moment, and is kept for a day")
	@ApiResponse(responseCode = "200", description = "The copy",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = ExportArchive.class)))
	@ApiResponse(responseCode = "202", description = "It is being put together; come back",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = PendingAnswer.class)))
	ResponseEntity<?> export(Caller caller, ClientDevice clientDevice) {
		var export = this.requestExport.order(caller.id(), clientDevice);
		var missing = this.exports.missing(export);
		if (!missing.isEmpty() && !this.requestExport.isPatienceOver(export)) {
			return ResponseEntity.accepted()
				.header(HttpHeaders.RETRY_AFTER, SOON)
				.cacheControl(CacheControl.noStore())
				.body(new Data<>(new Pending(export.requestedAt(), missing)));
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

	/**
	 * A copy that is not there yet.
	 *
	 * @param requestedAt when it was asked for
	 * @param awaited the services that have not told all
	 */
	@Schema(name = "PendingExport")
	record Pending(Instant requestedAt, @Schema(example = "[\"forum-service\"]") List<String> awaited) {
	}

	/** For the description only. */
	@Schema(name = "PendingExportData")
	interface PendingAnswer {

		@Schema
		Pending data();

	}

}
