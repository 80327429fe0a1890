package org.parley.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Determines whose quota a request uses. The /64 network of an IPv6 client is one
 * subject.
 */
final class RateLimitSubjects {

	private RateLimitSubjects() {
	}

	static String of(InetAddress address) {
		if (address instanceof Inet6Address) {
			return HexFormat.of().formatHex(address.getAddress(), 0, 8);
		}
		return address.getHostAddress();
	}

}
