package org.parley.auth.oauth.browser;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.random.RandomGenerator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.cookie.SignInCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * Tokens in forms without a session of the server's: an authentication code over who is
 * signed in, under a secret that the browser holds in a cookie. Another site knows
 * neither; and a token counts no more once somebody else is signed in.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html#signed-double-submit-cookie-recommended">OWASP,
 * signed double-submit cookie</a>
 */
@Component
class CookieCsrfTokens implements CsrfTokenRepository {

	private static final Duration WITH_THE_BROWSER = Duration.ofSeconds(-1);

	private static final String MADE = CookieCsrfTokens.class.getName();

	private final SignInCookies cookies;

	private final RandomGenerator random;

	CookieCsrfTokens(SignInCookies cookies, RandomGenerator random) {
		this.cookies = cookies;
		this.random = random;
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		var secret = BrowserSecret.next(this.random);
		request.setAttribute(MADE, secret);
		return token(secret, request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (token != null && request.getAttribute(MADE) instanceof BrowserSecret secret) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					this.cookies.set(SignInCookies.Kind.FORM, secret.text(), WITH_THE_BROWSER));
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return this.cookies.read(request, SignInCookies.Kind.FORM)
			.flatMap(BrowserSecret::of)
			.map((secret) -> token(secret, request))
			.orElse(null);
	}

	private CsrfToken token(BrowserSecret secret, HttpServletRequest request) {
		var signedIn = this.cookies.read(request, SignInCookies.Kind.BROWSER).orElse("");
		return new DefaultCsrfToken("X-CSRF-Token", "_csrf", code(secret, signedIn));
	}

	private static String code(BrowserSecret secret, String content) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.text().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
			var code = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HMAC-SHA256", ex);
		}
	}

}
