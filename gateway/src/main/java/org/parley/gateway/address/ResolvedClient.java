package org.parley.gateway.address;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

/**
 * The resolved client of a request.
 *
 * @param address the client's address
 * @param scheme the client's scheme: {@code http} or {@code https}
 * @param host the requested host, with its port if given
 * @param canReadMetrics whether the client is a scraper without a proxy
 */
public record ResolvedClient(InetAddress address, String scheme, @Nullable String host, boolean canReadMetrics) {

	public String ip() {
		return this.address.getHostAddress();
	}

}
