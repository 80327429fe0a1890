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
 * Reads and sets the {@code HttpOnly} cookies of sign-in. Over https their names begin
 * with {@code __Secure-}, which prevents setting them over http, or with {@code __Host-},
 * which also prevents setting them from other hosts. {@code __Host-} cookies are sent to
 * every path.
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

	public Optional<String> read(HttpServletRequest request, Kind kind) {
		return read(request, kind, 0);
	}

	/** Reads one of several cookies of a kind. */
	public Optional<String> read(HttpServletRequest request, Kind kind, int place) {
		return Optional.ofNullable(WebUtils.getCookie(request, name(kind, place))).map(Cookie::getValue);
	}

	/**
	 * The {@code Set-Cookie} header that sets a cookie. A negative lifetime makes it a
	 * session cookie.
	 */
	public String set(Kind kind, String value, Duration lifetime) {
		return set(kind, 0, value, lifetime);
	}

	/** The same for one of several cookies of a kind. */
	public String set(Kind kind, int place, String value, Duration lifetime) {
		return ResponseCookie.from(name(kind, place), value)
			.httpOnly(true)
			.secure(this.secure)
			.sameSite(kind.sameSite)
			.path(kind.path)
			.maxAge(lifetime)
			.build()
			.toString();
	}

	/** The {@code Set-Cookie} header that deletes a cookie. */
	public String end(Kind kind) {
		return set(kind, "", Duration.ZERO);
	}

	private String name(Kind kind, int place) {
		var name = (place > 0) ? kind.name + "_" + place : kind.name;
		if (!this.secure) {
			return name;
		}
		return (kind.path.equals("/") ? "__Host-" : "__Secure-") + name;
	}

	/** The cookies. */
	public enum Kind {

		/** The refresh token of a session. */
		REFRESH("parley_refresh", "/api/v1/auth", "Strict"),
		/** The device secret, sent to the API. */
		DEVICE("parley_device", "/api/v1/auth", "Strict"),
		/**
		 * The device secret, sent to the HTML pages; also when an identity provider
		 * returns the browser.
		 */
		PAGE_DEVICE("parley_page_device", "/oauth2", "Lax"),
		/**
		 * The same for the web client's page of forgotten passwords, which passes it on.
		 */
		RECOVERY_DEVICE("parley_page_device", "/forgot-password", "Lax"),
		/**
		 * The browser session of the HTML pages; also sent when another site links to
		 * them.
		 */
		BROWSER("parley_browser", "/", "Lax"),
		/** The sign-in that still lacks the second factor, perhaps after a provider. */
		SECOND_STEP("parley_second_step", "/oauth2/login", "Lax"),
		/** The secret of a browser that has asked for a code by mail. */
		MAILED("parley_mailed", "/oauth2/login", "Lax"),

		/** What a tab of the browser asks an identity provider for. */
		FEDERATION("parley_federation", "/", "Lax"),
		/** The identity at a provider that is to become an account. */
		JOINING("parley_joining", "/", "Lax"),
		/** The CSRF secret of forms on the HTML pages. */
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
