package org.parley.auth.user.client;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClientDeviceTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void forwardedAddressIsUsed() {
		this.request.addHeader("X-Forwarded-For", "2001:db8::7");
		this.request.addHeader("User-Agent", "Firefox");
		assertThat(ClientDevice.of(this.request, null)).isEqualTo(new ClientDevice("2001:db8::7", "Firefox"));
	}

	@Test
	void peerAddressIsUsedWithoutGateway() {
		assertThat(ClientDevice.of(this.request, null)).isEqualTo(new ClientDevice("127.0.0.1", ""));
	}

	@Test
	void invalidForwardedAddressIsIgnored() {
		this.request.addHeader("X-Forwarded-For", "203.0.113.7, 198.51.100.2");
		assertThat(ClientDevice.of(this.request, null).address()).isEqualTo("127.0.0.1");
	}

	@Test
	void ipv6PrefixIsOneNetwork() {
		assertThat(new ClientDevice("2001:db8:1:2:3::4", "").network()).isEqualTo("20010db800010002")
			.isEqualTo(new ClientDevice("2001:DB8:1:2::", "").network());
		assertThat(new ClientDevice("203.0.113.7", "").network()).isEqualTo("203.0.113.7");
		assertThat(new ClientDevice("1:2", "").network()).isEqualTo("1:2");
	}

	@Test
	void userAgentIsShortenedAndPrintable() {
		this.request.addHeader("User-Agent", "a\u0007b\u00fc" + "c".repeat(300));
		assertThat(ClientDevice.of(this.request, null).device()).isEqualTo("ab" + "c".repeat(198));
	}

}
