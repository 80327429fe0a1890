package org.parley.auth.account.personaltoken;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.tokens.session.AccessTokenIssuer;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What gateways ask when somebody comes with a personal access token: an access token for
 * it, which every service knows. Not routed from outside.
 */
@Hidden
@RestController
class PersonalTokenExchangeController {

	private final PersonalTokens tokens;

	private final Users users;

	private final AccessTokenIssuer accessTokenIssuer;

	private final UserSessionSettings settings;

	private final UnitOfWork work;

	private final InstantSource clock;

	PersonalTokenExchangeController(PersonalTokens tokens, Users users, AccessTokenIssuer accessTokenIssuer,
			UserSessionSettings settings, UnitOfWork work, InstantSource clock) {
		this.tokens = tokens;
		this.users = users;
		this.accessTokenIssuer = accessTokenIssuer;
		this.settings = settings;
		this.work = work;
		this.clock = clock;
	}

	@PostMapping("/internal/personal-tokens/exchange")
	Exchanged exchange(@Valid @RequestBody Presented presented) {
		return this.work.run(() -> {
			var now = this.clock.instant();
			var token = this.tokens.findByHash(new PersonalTokenSecret(presented.token()).hash())
				.filter((candidate) -> candidate.isLive(now))
				.orElseThrow(PersonalTokenExchangeController::refused);
			var owner = this.users.findById(token.userId())
				.filter((user) -> user.refusal(now).isEmpty())
				.orElseThrow(PersonalTokenExchangeController::refused);
			token.use(now);
			return exchanged(owner, this.tokens.save(token), now);
		});
	}

	/** It lives as long as any access token, and never longer than the personal one. */
	private Exchanged exchanged(User owner, PersonalToken token, Instant now) {
		var left = Duration.between(now, token.expiresAt());
		var lifetime = (left.compareTo(this.settings.accessToken()) < 0) ? left : this.settings.accessToken();
		return new Exchanged(this.accessTokenIssuer.issue(owner, token.id(), token.scopes(), lifetime),
				lifetime.toSeconds());
	}

	private static ProblemException refused() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "auth.token-invalid",
				"The access token is not valid, or no longer.");
	}

	/**
	 * A personal access token.
	 *
	 * @param token as its holder has it
	 */
	record Presented(
			@NotNull(message = "is required") @Size(max = 100, message = "may have 100 characters") String token) {

		@Override
		public String toString() {
			return "Presented[***]";
		}

	}

	/**
	 * What counts in its place for a while.
	 *
	 * @param accessToken signed
	 * @param expiresIn seconds that it counts
	 */
	record Exchanged(String accessToken, long expiresIn) {

		@Override
		public String toString() {
			return "Exchanged[***]";
		}

	}

}
