package org.parley.auth.oauth.discourse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address to which a site wants a person to return. A site is allowed by its origin,
 * which covers all its pages, or by the exact address of one page.
 */
final class ReturnAddress {

	private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,1000}");

	private ReturnAddress() {
	}

	/**
	 * What allows an address: the page without its query, and the origin. Empty if nobody
	 * may be sent there: it must have TLS, except on this machine.
	 */
	static List<String> allowedBy(String address) {
		try {
			var uri = new URI(address);
			var host = uri.getHost();
			if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null
					|| !VISIBLE.matcher(address).matches() || !isSafe(uri.getScheme(), host)) {
				return List.of();
			}
			var port = (uri.getPort() < 0 || ("https".equals(uri.getScheme()) && uri.getPort() == 443)) ? ""
					: ":" + uri.getPort();
			var origin = uri.getScheme() + "://" + host.toLowerCase(Locale.ROOT) + port;
			var path = uri.getRawPath();
			return (path.isEmpty() || path.equals("/")) ? List.of(origin) : List.of(origin + path, origin);
		}
		catch (URISyntaxException ex) {
			return List.of();
		}
	}

	/** The form in which an address allows others; empty when it has none. */
	static Optional<String> parse(String address) {
		return address.contains("?") ? Optional.empty() : allowedBy(address).stream().findFirst();
	}

	private static boolean isSafe(String scheme, String host) {
		return "https".equals(scheme)
				|| ("http".equals(scheme) && (host.equals("localhost") || host.equals("127.0.0.1")));
	}

}
