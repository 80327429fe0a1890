package org.parley.platform.security.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Checks URLs that others choose when they are set, before the first request.
 *
 * @param allowHttp whether unencrypted requests are allowed; for development
 * @param allowPrivateAddresses whether private addresses are allowed; for development
 */
public record OutboundAddressRule(boolean allowHttp, boolean allowPrivateAddresses) {

	private static final int MAX_PORT = 65_535;

	/** The problem of a URL as a validation message; empty if it is valid. */
	public Optional<String> findProblem(String url) {
		try {
			return findProblem(new URI(url));
		}
		catch (URISyntaxException ex) {
			return Optional.of("must be a URL");
		}
	}

	private Optional<String> findProblem(URI uri) {
		var scheme = String.valueOf(uri.getScheme());
		if (!scheme.equalsIgnoreCase("https") && !(scheme.equalsIgnoreCase("http") && this.allowHttp)) {
			return Optional.of("must begin with https://");
		}
		if (uri.getHost() == null || uri.getHost().isEmpty()) {
			return Optional.of("must contain a host");
		}
		if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
			return Optional.of("must not contain a user or a fragment");
		}
		if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
			return Optional.of("must have a port from 1 to 65535");
		}
		return isForbidden(uri.getHost()) ? Optional.of("must be an address of the public Internet") : Optional.empty();
	}

	/** Host names are resolved only when a request is sent. */
	private boolean isForbidden(String host) {
		if (this.allowPrivateAddresses) {
			return false;
		}
		try {
			return !AddressRules.isPublic(InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
		}
		catch (IllegalArgumentException ex) {
			return host.equalsIgnoreCase("localhost");
		}
	}

}
