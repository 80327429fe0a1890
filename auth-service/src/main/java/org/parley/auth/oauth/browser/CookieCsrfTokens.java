package org.parley.auth.oauth.browser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.random.RandomGenerator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.HmacSha256;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * CSRF tokens without a servlet session: an HMAC of the sign-in cookie under a secret in
 * another cookie. A token becomes invalid when another user signs in.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#signed-double-submit-cookie-recommended">OWASP,
 * signed double-submit cookie</a>
 */
@Component
class CookieCsrfTokens implements CsrfTokenRepository {

	private static final Duration BROWSER_SESSION = Duration.ofSeconds(-1);

	private static final String GENERATED = CookieCsrfTokens.class.getName();

	private final SignInCookies cookies;

	private final RandomGenerator random;

	CookieCsrfTokens(SignInCookies cookies, RandomGenerator random) {
		this.cookies = cookies;
		this.random = random;
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		var secret = BrowserSecret.generate(this.random);
		request.setAttribute(GENERATED, secret);
		return token(secret, request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (token != null && request.getAttribute(GENERATED) instanceof BrowserSecret secret) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					this.cookies.set(SignInCookies.Kind.FORM, secret.text(), BROWSER_SESSION));
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return this.cookies.read(request, SignInCookies.Kind.FORM)
			.flatMap(BrowserSecret::parse)
			.map((secret) -> token(secret, request))
			.orElse(null);
	}

	private CsrfToken token(BrowserSecret secret, HttpServletRequest request) {
		var signedIn = this.cookies.read(request, SignInCookies.Kind.BROWSER).orElse("");
		return new DefaultCsrfToken("X-CSRF-Token", "_csrf", code(secret, signedIn));
	}

	private static String code(BrowserSecret secret, String content) {
		var code = HmacSha256.of(secret.text().getBytes(StandardCharsets.US_ASCII),
				content.getBytes(StandardCharsets.UTF_8));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
	}

}
