package org.parley.auth.oauth.request;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.client.AppUriRules;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Validates redirect URIs by exact comparison with the registered ones. Native apps may
 * choose the port of a loopback URI.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.1.3">RFC 9700, 4.1.3</a>
 */
final class RedirectUriValidator {

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

	private RedirectUriValidator() {
	}

	/** The redirect URI of the response; null when it is not registered. */
	static @Nullable String of(@Nullable String requested, RegisteredClient app) {
		if (requested == null || requested.isEmpty()) {
			return (app.getRedirectUris().size() == 1) ? app.getRedirectUris().iterator().next() : null;
		}
		var known = app.getRedirectUris().contains(requested) || (AppSettings.has(app, AppSettings.NATIVE)
				&& app.getRedirectUris().stream().anyMatch((registered) -> isSameButForPort(registered, requested)));
		return known ? requested : null;
	}

	private static boolean isSameButForPort(String known, String asked) {
		try {
			var one = URI.create(known);
			var other = URI.create(asked);
			return LOOPBACK.contains(String.valueOf(one.getHost())) && Objects.equals(one.getHost(), other.getHost())
					&& Objects.equals(one.getScheme(), other.getScheme()) && AppUriRules.hasValidPort(other)
					&& withoutPort(known, one).equals(withoutPort(asked, other));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String withoutPort(String text, URI address) {
		if (address.getPort() < 0 || address.getRawUserInfo() != null) {
			return text;
		}
		var authority = address.getScheme().length() + "://".length();
		return text.substring(0, authority) + address.getHost()
				+ text.substring(authority + address.getRawAuthority().length());
	}

}
