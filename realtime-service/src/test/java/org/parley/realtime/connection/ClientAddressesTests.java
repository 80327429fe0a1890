package org.parley.realtime.connection;

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
	void gatewayNamesTheClient() {
		assertThat(of("10.0.0.7", "203.0.113.9")).isEqualTo("203.0.113.9");
		assertThat(of("::1", "203.0.113.9")).isEqualTo("203.0.113.9");
	}

	@Test
	void lastNameCounts() {
		assertThat(of("10.0.0.7", "198.51.100.1, 203.0.113.9")).isEqualTo("203.0.113.9");
		assertThat(of("10.0.0.7", "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
	}

	@Test
	void strangerNamesNoOne() {
		assertThat(of("198.51.100.1", "203.0.113.9")).isEqualTo("198.51.100.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "localhost", "203.0.113.9:80", "1.2.3", "a,", "203.0.113.9, x" })
	void nameThatIsNoAddressIsIgnored(String name) {
		assertThat(of("10.0.0.7", name)).isEqualTo("10.0.0.7");
	}

	@Test
	void networkOfIpv6ClientIsOneAddress() {
		assertThat(of("10.0.0.7", "2001:db8:1:2:3::4")).isEqualTo(of("10.0.0.7", "2001:db8:1:2:ffff::1"))
			.isNotEqualTo(of("10.0.0.7", "2001:db8:1:3::4"));
	}

	@Test
	void unknownPeerIsOneAddress() {
		assertThat(this.addresses.of(new DefaultHttpHeaders(), null)).isEqualTo("unknown");
	}

	private String of(String peer, String... forwarded) {
		HttpHeaders headers = new DefaultHttpHeaders();
		headers.add("X-Forwarded-For", List.of(forwarded));
		try {
			return this.addresses.of(headers, new InetSocketAddress(InetAddress.getByName(peer), 5000));
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
