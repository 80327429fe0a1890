package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.parley.moderation.statement.token.AppealToken;
import org.parley.platform.text.StorableText;

/**
 * The body of a banned author's appeal.
 *
 * @param token the token from the link in the mail
 * @param text why the author thinks that the ban is wrong
 */
record BannedAppealRequest(
		@Schema(example = "3q2-7wX0v1uYk5ZsB8nMfLrTgHjKdPcQeWaOiUxNyVM") @NotNull(message = "is required") @Size(
				min = 1, max = 200, message = "must have 1 to 200 characters") String token,
		@Schema(example = "I quoted the advertisement to warn others of it.") @NotNull(
				message = "is required") @StorableText(min = 1, max = 2000, lines = true) String text) {

	AppealToken appealToken() {
		return new AppealToken(this.token);
	}

	@Override
	public String toString() {
		return "BannedAppealRequest[***]";
	}

}
