package org.parley.auth.oauth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;

/**
 * Rules for the URIs of apps.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7">RFC 8252, 7</a>
 */
public final class AppUriRules {

	static final int MAXIMUM = 10;

	private static final int LONGEST = 500;

	private static final int HIGHEST_PORT = 65_535;

	/** Without {@code localhost}, which may resolve to another host (RFC 8252, 8.3). */
	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

	private AppUriRules() {
	}

	/** Validates redirect URIs. */
	static void requireRedirectUris(String field, List<String> addresses, AppKind kind) {
		if (addresses.size() > MAXIMUM) {
			throw RefusalException.field(field, "app.too-many-addresses",
					"must have at most %d items".formatted(MAXIMUM));
		}
		for (var address : addresses) {
			if (!kind.hasRedirectUris() || !isAllowed(parse(address), kind)) {
				throw RefusalException.field(field, "app.address", "must be " + allowed(kind));
			}
		}
	}

	/** Validates the URL of a page; null or empty means none. */
	static void requirePage(String field, @Nullable String address) {
		if (address != null && !address.isEmpty() && !isWeb(parse(address))) {
			throw RefusalException.field(field, "app.address", "must be an https address");
		}
	}

	/** Whether its port is absent or between 1 and 65535. */
	public static boolean hasValidPort(URI uri) {
		var authority = uri.getRawAuthority();
		return uri.getPort() != 0 && uri.getPort() <= HIGHEST_PORT && (authority == null || !authority.endsWith(":"));
	}

	private static boolean isAllowed(@Nullable URI uri, AppKind kind) {
		return isWeb(uri) || (kind == AppKind.NATIVE && uri != null && (isLoopback(uri) || isOwnScheme(uri)));
	}

	private static boolean isWeb(@Nullable URI uri) {
		return uri != null && "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getHost().contains(".")
				&& hasValidPort(uri);
	}

	private static boolean isLoopback(URI uri) {
		return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost())
				&& hasValidPort(uri);
	}

	/** Private-use scheme of a domain, such as {@code org.example.app:/back}. */
	private static boolean isOwnScheme(URI uri) {
		return uri.getScheme().contains(".") && uri.getScheme().equals(uri.getScheme().toLowerCase(Locale.ROOT))
				&& uri.getRawAuthority() == null && uri.getPath() != null && uri.getPath().startsWith("/");
	}

	/** Parses a URI; null when it is invalid. */
	private static @Nullable URI parse(String address) {
		if (address.length() > LONGEST || !address.matches("[\\x21-\\x7e]+") || address.contains("*")) {
			return null;
		}
		try {
			var uri = new URI(address);
			return (uri.isAbsolute() && uri.getRawFragment() == null && uri.getRawUserInfo() == null) ? uri : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static String allowed(AppKind kind) {
		return switch (kind) {
			case WEB -> "https addresses without fragment, user or wildcard";
			case NATIVE -> "https addresses, http://127.0.0.1 or http://[::1], or a scheme with a dot";
			case SERVICE, DEVICE -> "empty for an app of this kind";
		};
	}

}
