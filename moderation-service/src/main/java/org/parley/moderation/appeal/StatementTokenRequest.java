package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.parley.moderation.statement.token.AppealToken;

/**
 * The body of a request for the statement of a ban.
 *
 * @param token the token from the link in the mail
 */
record StatementTokenRequest(@Schema(example = "3q2-7wX0v1uYk5ZsB8nMfLrTgHjKdPcQeWaOiUxNyVM") @NotNull(
		message = "is required") @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String token) {

	AppealToken appealToken() {
		return new AppealToken(this.token);
	}

	@Override
	public String toString() {
		return "StatementTokenRequest[***]";
	}

}
