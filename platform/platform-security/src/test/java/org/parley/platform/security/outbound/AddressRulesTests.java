package org.parley.platform.security.outbound;

import java.net.InetAddress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
			"192.168.1.1", "100.64.0.1", "169.254.169.254", "192.0.0.192", "198.18.0.1", "192.0.2.1", "224.0.0.1",
			"239.255.255.255", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254",
			"ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
			"2001::1", "2001:db8::1", "fec0::1", "100::1", "5f00::1" })
	void isNotPublic(String address) throws Exception {
		assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "192.167.1.1", "100.63.255.255",
			"169.253.0.1", "223.255.255.254", "2606:4700:4700::1111", "2a00:1450:4001:82b::200e" })
	void addressIsClassified(String address) throws Exception {
		assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isTrue();
	}

}
