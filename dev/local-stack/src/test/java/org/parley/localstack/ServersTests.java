package org.parley.localstack;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServersTests {

	@Test
	void environmentWithoutVariablesIsEmpty() {
		assertThat(Servers.fromEnvironment(Map.of("PARLEY_AMQP_URI", ""))).isEmpty();
	}

	@Test
	void environmentWithSomeVariablesIsRefused() {
		assertThatExceptionOfType(StackUnavailableException.class)
			.isThrownBy(() -> Servers.fromEnvironment(Map.of("PARLEY_AMQP_URI", "amqp://a:b@host")))
			.withMessageContaining("[PARLEY_MONGODB_URI, PARLEY_REDIS_URI]");
	}

	@Test
	void managementAddressHasDefault() {
		var uris = Map.of("PARLEY_MONGODB_URI", "mongodb://m", "PARLEY_AMQP_URI", "amqp://a:b@host:5673",
				"PARLEY_REDIS_URI", "redis://r");
		assertThat(Servers.fromEnvironment(uris)).contains(
				new Servers("mongodb://m", "amqp://a:b@host:5673", URI.create("http://a:b@host:15672"), "redis://r"));
	}

}
