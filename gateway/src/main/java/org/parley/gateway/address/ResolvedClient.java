package org.parley.gateway.address;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as far as it can be believed.
 *
 * @param address the client's address
 * @param scheme how the client spoke: {@code http} or {@code https}
 * @param host the host it asked for, with the port where it named one
 * @param canReadMetrics whether a scraper calls on its own behalf
 */
public record ResolvedClient(InetAddress address, String scheme, @Nullable String host, boolean canReadMetrics) {

	public String ip() {
		return this.address.getHostAddress();
	}

}
