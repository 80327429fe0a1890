package org.parley.platform.security.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names to public addresses. The client connects to exactly these
 * addresses, which prevents DNS rebinding. One forbidden address refuses the host name.
 */
final class PublicAddressResolver implements DnsResolver {

	private final DnsResolver names;

	PublicAddressResolver(DnsResolver names) {
		this.names = names;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		var addresses = this.names.resolve(host);
		if (!Arrays.stream(addresses).allMatch(AddressRules::isPublic)) {
			throw new ForbiddenAddressException();
		}
		return addresses;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

}
