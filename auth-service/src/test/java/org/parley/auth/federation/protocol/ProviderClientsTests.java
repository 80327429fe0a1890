package org.parley.auth.federation.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.parley.auth.federation.provider.FederationSettings;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.federation.provider.SomeProvider;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderClientsTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	@AutoClose("destroy")
	private final ProviderHttpClients httpClients = new ProviderHttpClients(
			new FederationSettings(false, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(10)),
			new SimpleMeterRegistry());

	private final ProviderClients clients = new ProviderClients(SomeProvider.credentials(), this.httpClients,
			InstantSource.fixed(NOW));

	@Test
	void clientIsKept() {
		assertThat(this.clients.of(provider("a-secret", NOW))).isSameAs(this.clients.of(provider("a-secret", NOW)));
	}

	@Test
	void providerThatIsAddedAgainHasItsNewSecret() {
		this.clients.of(provider("mistyped", NOW.minusSeconds(60)));
		assertThat(this.clients.of(provider("right", NOW.minusSeconds(30))).registration().getClientSecret())
			.isEqualTo("right");
	}

	private static IdentityProvider provider(String secret, Instant createdAt) {
		return SomeProvider.of(IdentityProviderKind.GITHUB, "https://github.com", "a-client", secret, createdAt);
	}

}
