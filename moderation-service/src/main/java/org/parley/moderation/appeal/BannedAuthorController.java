package org.parley.moderation.appeal;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.moderation.statement.StatementRefusedException;
import org.parley.moderation.statement.Statements;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the statement of a ban to its author, who cannot sign in. The token from the
 * mail replaces the session.
 */
@RestController
@RequestMapping("/api/v1/moderation/statements/by-token")
@Tag(name = "Statements of reasons")
class BannedAuthorController {

	private final Statements statements;

	private final FileAppeal fileAppeal;

	private final InstantSource clock;

	BannedAuthorController(Statements statements, FileAppeal fileAppeal, InstantSource clock) {
		this.statements = statements;
		this.fileAppeal = fileAppeal;
		this.clock = clock;
	}

	@PostMapping
	@Operation(summary = "Get the reasons of a ban by the token of its mail")
	ResponseEntity<Data<StatementView>> get(@Valid @RequestBody StatementTokenRequest request) {
		var found = this.statements.findByToken(request.appealToken(), this.clock.instant())
			.orElseThrow(StatementRefusedException::linkInvalid);
		return answer(HttpStatus.OK, StatementView.of(found));
	}

	@PostMapping("/appeal")
	@Operation(summary = "Appeal against a ban by the token of its mail, once")
	@Idempotent
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<StatementView>> appeal(@Valid @RequestBody BannedAppealRequest request) {
		return answer(HttpStatus.CREATED,
				StatementView.of(this.fileAppeal.fileByToken(request.appealToken(), request.text())));
	}

	private static ResponseEntity<Data<StatementView>> answer(HttpStatus status, StatementView view) {
		return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(new Data<>(view));
	}

}
