package org.parley.webhook.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the client, which connects to exactly these addresses and looks up
 * no more: so a name cannot stand for another address when it matters. A name of which
 * one address is forbidden is refused as a whole.
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
