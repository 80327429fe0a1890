package org.parley.realtime.connection.handshake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressesTests {

	private final ClientAddresses addresses = new ClientAddresses(List.of("10.0.0.0/8", "::1/128"));

	@Test
	void addressForwardedByTrustedProxyIsUsed() {
		assertThat(resolve("10.0.0.7", "203.0.113.9")).isEqualTo("203.0.113.9");
		assertThat(resolve("::1", "203.0.113.9")).isEqualTo("203.0.113.9");
	}

	@Test
	void lastForwardedAddressIsUsed() {
		assertThat(resolve("10.0.0.7", "198.51.100.1, 203.0.113.9")).isEqualTo("203.0.113.9");
		assertThat(resolve("10.0.0.7", "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
	}

	@Test
	void addressForwardedByUntrustedPeerIsIgnored() {
		assertThat(resolve("198.51.100.1", "203.0.113.9")).isEqualTo("198.51.100.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "localhost", "203.0.113.9:80", "1.2.3", "a,", "203.0.113.9, x" })
	void invalidForwardedAddressIsIgnored(String name) {
		assertThat(resolve("10.0.0.7", name)).isEqualTo("10.0.0.7");
	}

	@Test
	void ipv6ClientsOfOneNetworkShareAddress() {
		assertThat(resolve("10.0.0.7", "2001:db8:1:2:3::4")).isEqualTo(resolve("10.0.0.7", "2001:db8:1:2:ffff::1"))
			.isNotEqualTo(resolve("10.0.0.7", "2001:db8:1:3::4"));
	}

	@Test
	void missingPeerAddressIsUnknown() {
		assertThat(this.addresses.resolve(new DefaultHttpHeaders(), null)).isEqualTo("unknown");
	}

	private String resolve(String peer, String... forwarded) {
		HttpHeaders headers = new DefaultHttpHeaders();
		headers.add("X-Forwarded-For", List.of(forwarded));
		try {
			return this.addresses.resolve(headers, new InetSocketAddress(InetAddress.getByName(peer), 5000));
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
