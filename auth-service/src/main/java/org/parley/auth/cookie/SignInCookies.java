package org.parley.auth.cookie;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Cookies that no script reads and no other site sends, for the paths where people sign
 * in. Over https their names begin with {@code __Secure-}, so that nobody plants one over
 * http; {@code __Host-} would send them to every path.
 *
 * @see <a href=
 * "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-cookie-name-prefixes">RFC
 * 6265bis, 4.1.3</a>
 */
@Component
public class SignInCookies {

	private final boolean secure;

	public SignInCookies(@Value("${parley.public-url}") URI publicUrl) {
		this.secure = "https".equals(publicUrl.getScheme());
	}

	/** What came in a cookie. */
	public Optional<String> read(HttpServletRequest request, Kind kind) {
		return Optional.ofNullable(WebUtils.getCookie(request, name(kind))).map(Cookie::getValue);
	}

	/** The header that sets a cookie. */
	public String set(Kind kind, String value, Duration lifetime) {
		return ResponseCookie.from(name(kind), value)
			.httpOnly(true)
			.secure(this.secure)
			.sameSite("Strict")
			.path("/api/v1/auth")
			.maxAge(lifetime)
			.build()
			.toString();
	}

	/** The header that ends a cookie. */
	public String end(Kind kind) {
		return set(kind, "", Duration.ZERO);
	}

	private String name(Kind kind) {
		return this.secure ? "__Secure-" + kind.name : kind.name;
	}

	/** What a cookie is for. */
	public enum Kind {

		/** The refresh token of a session. */
		REFRESH("parley_refresh"),
		/** By what a device is known again. */
		DEVICE("parley_device");

		private final String name;

		Kind(String name) {
			this.name = name;
		}

	}

}
