package org.parley.moderation.appeal;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.moderation.statement.StatementRefusedException;
import org.parley.moderation.statement.Statements;
import org.parley.moderation.statement.token.AppealToken;
import org.parley.platform.text.StorableText;
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

	/**
	 * The body of a banned author's appeal.
	 *
	 * @param token the token from the link in the mail
	 * @param text why the author thinks that the ban is wrong
	 */
	record BannedAppealRequest(
			@Schema(example = "3q2-7wX0v1uYk5ZsB8nMfLrTgHjKdPcQeWaOiUxNyVM") @NotNull @Size(min = 1,
					max = 200) String token,
			@Schema(example = "I quoted the advertisement to warn others of it.") @NotNull @StorableText(min = 1,
					max = 2000, lines = true) String text) {

		AppealToken appealToken() {
			return new AppealToken(this.token);
		}

		@Override
		public String toString() {
			return "BannedAppealRequest[***]";
		}

	}

	/**
	 * The body of a request for the statement of a ban.
	 *
	 * @param token the token from the link in the mail
	 */
	record StatementTokenRequest(@Schema(example = "3q2-7wX0v1uYk5ZsB8nMfLrTgHjKdPcQeWaOiUxNyVM") @NotNull @Size(
			min = 1, max = 200) String token) {

		AppealToken appealToken() {
			return new AppealToken(this.token);
		}

		@Override
		public String toString() {
			return "StatementTokenRequest[***]";
		}

	}

}
