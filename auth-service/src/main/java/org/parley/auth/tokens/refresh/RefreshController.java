package org.parley.auth.tokens.refresh;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges refresh tokens. */
@RestController
@Tag(name = "Signing in")
class RefreshController {

	private final RefreshSession refreshSession;

	private final RefreshCookie cookie;

	RefreshController(RefreshSession refreshSession, RefreshCookie cookie) {
		this.refreshSession = refreshSession;
		this.cookie = cookie;
	}

	@PostMapping("/api/v1/auth/refresh")
	@Operation(summary = "Exchange a refresh token from the body or the cookie for new tokens")
	ResponseEntity<Data<SignInTokens>> refresh(@Valid @RequestBody(required = false) @Nullable Presented body,
			ClientDevice clientDevice, HttpServletRequest request) {
		if (body != null && body.refreshToken() != null) {
			var secret = new RefreshSecret(body.refreshToken());
			return ResponseEntity.ok(new Data<>(this.refreshSession.refresh(secret, clientDevice)));
		}
		var secret = this.cookie.read(request)
			.orElseThrow(() -> RefusalException.field("refreshToken", "not-null", "is required"));
		return this.cookie.deliver(this.refreshSession.refresh(secret, clientDevice));
	}

	/**
	 * The token to exchange.
	 *
	 * @param refreshToken absent if the cookie contains it
	 */
	@Schema(name = "Refresh")
	record Presented(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Size(max = 200,
			message = "must have at most 200 characters") @Nullable String refreshToken) {

		@Override
		public String toString() {
			return "Presented[***]";
		}

	}

}
