package org.parley.auth.account.personaltoken;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.tokens.session.AccessTokenIssuer;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exchanges a personal access token for an access token, for the gateway. The gateway
 * does not route {@code /internal}.
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
			var token = this.tokens.findByHash(new OpaqueSecret(presented.token()).hash())
				.filter((candidate) -> candidate.isLive(now))
				.orElseThrow(PersonalTokenExchangeController::refused);
			var owner = this.users.findById(token.userId())
				.filter((user) -> user.refusal(now).isEmpty())
				.orElseThrow(PersonalTokenExchangeController::refused);
			token.use(now);
			return exchanged(owner, this.tokens.save(token), now);
		});
	}

	/** The access token never outlives the personal token. */
	private Exchanged exchanged(User owner, PersonalToken token, Instant now) {
		var left = Duration.between(now, token.expiresAt());
		var lifetime = (left.compareTo(this.settings.accessToken()) < 0) ? left : this.settings.accessToken();
		return new Exchanged(this.accessTokenIssuer.issue(owner, token.id(), token.grantedScopes(), lifetime),
				lifetime.toSeconds());
	}

	private static RefusalException refused() {
		return new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.token-invalid",
				"The access token is invalid or has expired.");
	}

	/** The token to exchange. */
	record Presented(@NotNull @Size(max = 100, message = "must have at most 100 characters") String token) {

		@Override
		public String toString() {
			return "Presented[***]";
		}

	}

	/**
	 * The access token issued in exchange.
	 *
	 * @param accessToken a signed JWT
	 * @param expiresIn its lifetime in seconds
	 */
	record Exchanged(String accessToken, long expiresIn) {

		@Override
		public String toString() {
			return "Exchanged[***]";
		}

	}

}
