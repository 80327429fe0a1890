package org.parley.platform.security.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The normalized target URI of a proof, without query and fragment.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port the explicit or default port
 * @param path as sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449, section
 * 4.3</a>
 */
record ProofTarget(String scheme, String host, int port, String path) {

	/** Parses an address; empty when it is invalid. */
	static Optional<ProofTarget> of(String text) {
		try {
			var address = new URI(text);
			return (address.getScheme() != null && address.getHost() != null && address.getRawUserInfo() == null)
					? Optional.of(of(address)) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	private static ProofTarget of(URI address) {
		var scheme = address.getScheme().toLowerCase(Locale.ROOT);
		var port = (address.getPort() >= 0) ? address.getPort() : scheme.equals("https") ? 443 : 80;
		var path = address.getRawPath();
		return new ProofTarget(scheme, address.getHost().toLowerCase(Locale.ROOT), port,
				(path == null || path.isEmpty()) ? "/" : path);
	}

}
