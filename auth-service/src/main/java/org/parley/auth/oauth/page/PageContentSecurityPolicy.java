package org.parley.auth.oauth.page;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Content security policies of the pages. Browsers apply {@code form-action} to all
 * redirects after a form, so a page that returns to an app names the app's origins.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#directive-form-action">Content Security
 * Policy Level 3, form-action</a>
 */
public final class PageContentSecurityPolicy {

	/** A page without scripts whose forms stay on this site. */
	static final String PLAIN = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'; form-action 'self'";

	private static final String SCRIPT = "; script-src 'self'";

	private static final String HEADER = "Content-Security-Policy";

	private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

	private PageContentSecurityPolicy() {
	}

	/** A page without scripts whose form may end at one of these addresses. */
	public static void returningTo(Collection<String> addresses, HttpServletResponse response) {
		response.setHeader(HEADER, PLAIN + sources(addresses));
	}

	/** A page whose script submits a form to an address. */
	public static void postingTo(String address, HttpServletResponse response) {
		response.setHeader(HEADER, PLAIN + sources(List.of(address)) + SCRIPT);
	}

	/** The sign-in page, with its script and perhaps addresses that it returns to. */
	static void signIn(Collection<String> addresses, HttpServletResponse response) {
		response.setHeader(HEADER, PLAIN + sources(addresses) + SCRIPT + "; connect-src 'self'");
	}

	private static String sources(Collection<String> addresses) {
		Set<String> sources = new TreeSet<>();
		addresses.forEach((address) -> source(URI.create(address)).ifPresent(sources::add));
		return sources.isEmpty() ? "" : " " + String.join(" ", sources);
	}

	/**
	 * A loopback app may use any port (RFC 8252, 7.3). Policies cannot name an IPv6
	 * address, and browsers ignore such a source, so {@code [::1]} permits its scheme.
	 */
	private static Optional<String> source(URI address) {
		var scheme = address.getScheme();
		if (scheme == null || !SCHEME.matcher(scheme).matches()) {
			return Optional.empty();
		}
		var host = address.getHost();
		if (host == null || !HOST.matcher(host).matches()) {
			return Optional.of(scheme + ":");
		}
		if (host.equals("127.0.0.1")) {
			return Optional.of(scheme + "://127.0.0.1:*");
		}
		return Optional.of(scheme + "://" + host + ((address.getPort() >= 0) ? ":" + address.getPort() : ""));
	}

}
