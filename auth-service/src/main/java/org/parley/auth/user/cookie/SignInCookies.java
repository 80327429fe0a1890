package org.parley.auth.user.cookie;

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
 * Cookies that no script reads, for the paths where people sign in. Over https their
 * names begin with {@code __Secure-}, so that nobody plants one over http; or with
 * {@code __Host-}, so that no neighbouring host does either, where a planted one would
 * sign somebody in as somebody else. Those are sent to every path.
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

	/**
	 * The header that sets a cookie; with a negative lifetime it goes with the browser.
	 */
	public String set(Kind kind, String value, Duration lifetime) {
		return ResponseCookie.from(name(kind), value)
			.httpOnly(true)
			.secure(this.secure)
			.sameSite(kind.sameSite)
			.path(kind.path)
			.maxAge(lifetime)
			.build()
			.toString();
	}

	/** The header that ends a cookie. */
	public String end(Kind kind) {
		return set(kind, "", Duration.ZERO);
	}

	private String name(Kind kind) {
		if (!this.secure) {
			return kind.name;
		}
		return (kind.path.equals("/") ? "__Host-" : "__Secure-") + kind.name;
	}

	/** What a cookie is for. */
	public enum Kind {

		/** The refresh token of a session. */
		REFRESH("parley_refresh", "/api/v1/auth", "Strict"),
		/** By what a device is known again. */
		DEVICE("parley_device", "/api/v1/auth", "Strict"),
		/** By what a device is known again that signs in at our pages. */
		PAGE_DEVICE("parley_page_device", "/oauth2", "Strict"),
		/** Who is signed in at our pages; sent when another site's link leads to them. */
		BROWSER("parley_browser", "/", "Lax"),
		/** Who has shown their password at our pages and still owes a code. */
		SECOND_STEP("parley_second_step", "/oauth2/login", "Strict"),
		/** What makes the tokens in forms of our pages. */
		FORM("parley_form", "/", "Lax");

		private final String name;

		private final String path;

		private final String sameSite;

		Kind(String name, String path, String sameSite) {
			this.name = name;
			this.path = path;
			this.sameSite = sameSite;
		}

	}

}
