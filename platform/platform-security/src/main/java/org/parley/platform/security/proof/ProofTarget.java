package org.parley.platform.security.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address that a proof is for: without query and fragment, and written in one way.
 *
 * @param scheme in small letters
 * @param host in small letters
 * @param port as written, or the scheme's own
 * @param path as it is sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449, section
 * 4.3</a>
 */
record ProofTarget(String scheme, String host, int port, String path) {

	/** The address of a text; empty when it is none. */
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
