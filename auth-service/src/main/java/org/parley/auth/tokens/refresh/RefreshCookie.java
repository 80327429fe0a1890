package org.parley.auth.tokens.refresh;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.Data;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Transports a refresh token in a cookie that is {@code HttpOnly} and
 * {@code SameSite=Strict}. The cookie is accepted only from pages of this origin.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>
 */
@Component
public class RefreshCookie {

	private final SignInCookies cookies;

	private final String origin;

	private final Duration lifetime;

	RefreshCookie(SignInCookies cookies, @Value("${parley.public-url}") URI publicUrl, UserSessionSettings settings) {
		this.cookies = cookies;
		this.origin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
		this.lifetime = settings.refreshToken();
	}

	/** Answers with the refresh token in the cookie instead of the body. */
	public ResponseEntity<Data<SignInTokens>> deliver(SignInTokens signInTokens) {
		var token = Objects.requireNonNull(signInTokens.refreshToken());
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, this.cookies.set(SignInCookies.Kind.REFRESH, token, this.lifetime))
			.body(new Data<>(signInTokens.withoutRefreshToken()));
	}

	/**
	 * Reads the token from the cookie.
	 * @throws RefusalException 403 {@code auth.cross-site} if a page of another site may
	 * have sent the request
	 */
	Optional<RefreshSecret> read(HttpServletRequest request) {
		var token = this.cookies.read(request, SignInCookies.Kind.REFRESH);
		if (token.isPresent()
				&& !isSameOrigin(request.getHeader("Sec-Fetch-Site"), request.getHeader(HttpHeaders.ORIGIN))) {
			throw RefusalException.forbidden("auth.cross-site",
					"A refresh by cookie must come from a page of this origin.");
		}
		return token.map(RefreshSecret::new);
	}

	private boolean isSameOrigin(@Nullable String site, @Nullable String from) {
		var sameSite = site == null || site.equals("same-origin");
		var sameOrigin = from == null || from.equals(this.origin);
		return (site != null || from != null) && sameSite && sameOrigin;
	}

}
