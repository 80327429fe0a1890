package org.parley.auth.user.device;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.auth.user.client.ClientDevice;

import static org.assertj.core.api.Assertions.assertThat;

class KnownDevicesTests {

	private static final ClientDevice HOME = new ClientDevice("203.0.113.7", "Firefox");

	private final KnownDevices none = KnownDevices.none("alice");

	@Test
	void theFirstDeviceIsNotStrange() {
		assertThat(this.none.isStrange(HOME)).isFalse();
		assertThat(this.none.isTrusted(HOME)).isFalse();
	}

	@Test
	void aDeviceIsKnownByItsSecretOrByWhereAndWhatItIs() {
		var known = aKnownHome();
		assertThat(known.isStrange(HOME)).isFalse();
		assertThat(known.isStrange(new ClientDevice("198.51.100.2", "Safari", "a secret"))).isFalse();
		assertThat(known.isStrange(new ClientDevice("203.0.113.7", "Safari"))).isTrue();
		assertThat(known.isStrange(new ClientDevice("198.51.100.2", "Firefox"))).isTrue();
		assertThat(known.isStrange(new ClientDevice("198.51.100.2", "Firefox", "another secret"))).isTrue();
	}

	@Test
	void onlyASecretIsTrusted() {
		var known = aKnownHome();
		assertThat(known.isTrusted(new ClientDevice("198.51.100.2", "", "a secret"))).isTrue();
		assertThat(known.isTrusted(HOME)).as("others are at this place").isFalse();
		assertThat(known.isTrusted(new ClientDevice("203.0.113.7", "Firefox", "another secret"))).isFalse();
	}

	@Test
	void theNextSecretTakesThePlaceOfTheOneBefore() {
		var known = aKnownHome().and(new ClientDevice("203.0.113.7", "Firefox", "a secret"), "another", Instant.EPOCH);
		assertThat(known.isTrusted(new ClientDevice("", "", "a secret"))).isFalse();
		assertThat(known.isTrusted(new ClientDevice("", "", "another"))).isTrue();
		assertThat(known.marks()).hasSize(2);
	}

	@Test
	void theOldestIsForgottenWhenThereAreTooMany() {
		var known = aKnownHome();
		for (int i = 0; i < 30; i++) {
			known = known.and(new ClientDevice("198.51.100." + i, ""), "secret " + i, Instant.EPOCH);
		}
		assertThat(known.marks()).hasSize(40);
		assertThat(known.isStrange(HOME)).isTrue();
		assertThat(known.isStrange(new ClientDevice("198.51.100.29", ""))).isFalse();
	}

	@Test
	void nothingIsKeptThatCouldBeRead() {
		assertThat(aKnownHome().toString()).doesNotContain("a secret").doesNotContain("203.0.113.7");
	}

	private KnownDevices aKnownHome() {
		return this.none.and(HOME, "a secret", Instant.EPOCH);
	}

}
