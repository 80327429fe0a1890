package org.parley.auth.user.device;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.auth.user.client.ClientDevice;

import static org.assertj.core.api.Assertions.assertThat;

class KnownDevicesTests {

	private static final ClientDevice HOME = new ClientDevice("203.0.113.7", "Firefox");

	private final KnownDevices none = KnownDevices.none("alice");

	@Test
	void firstDeviceIsNotNew() {
		assertThat(this.none.isNew(HOME)).isFalse();
		assertThat(this.none.isTrusted(HOME)).isFalse();
	}

	@Test
	void deviceIsKnownBySecretOrNetworkAndUserAgent() {
		var known = aKnownHome();
		assertThat(known.isNew(HOME)).isFalse();
		assertThat(known.isNew(new ClientDevice("198.51.100.2", "Safari", "a secret"))).isFalse();
		assertThat(known.isNew(new ClientDevice("203.0.113.7", "Safari"))).isTrue();
		assertThat(known.isNew(new ClientDevice("198.51.100.2", "Firefox"))).isTrue();
		assertThat(known.isNew(new ClientDevice("198.51.100.2", "Firefox", "another secret"))).isTrue();
	}

	@Test
	void onlyKnownSecretIsTrusted() {
		var known = aKnownHome();
		assertThat(known.isTrusted(new ClientDevice("198.51.100.2", "", "a secret"))).isTrue();
		assertThat(known.isTrusted(HOME)).as("without a secret").isFalse();
		assertThat(known.isTrusted(new ClientDevice("203.0.113.7", "Firefox", "another secret"))).isFalse();
	}

	@Test
	void nextSecretReplacesPreviousOne() {
		var known = aKnownHome().with(new ClientDevice("203.0.113.7", "Firefox", "a secret"), "another", Instant.EPOCH);
		assertThat(known.isTrusted(new ClientDevice("", "", "a secret"))).isFalse();
		assertThat(known.isTrusted(new ClientDevice("", "", "another"))).isTrue();
		assertThat(known.marks()).hasSize(2);
	}

	@Test
	void oldestMarksAreDroppedAboveLimit() {
		var known = aKnownHome();
		for (int i = 0; i < 30; i++) {
			known = known.with(new ClientDevice("198.51.100." + i, ""), "secret " + i, Instant.EPOCH);
		}
		assertThat(known.marks()).hasSize(40);
		assertThat(known.isNew(HOME)).isTrue();
		assertThat(known.isNew(new ClientDevice("198.51.100.29", ""))).isFalse();
	}

	@Test
	void storedMarksAreHashed() {
		assertThat(aKnownHome().toString()).doesNotContain("a secret").doesNotContain("203.0.113.7");
	}

	private KnownDevices aKnownHome() {
		return this.none.with(HOME, "a secret", Instant.EPOCH);
	}

}
