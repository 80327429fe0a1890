package org.parley.auth.federation.protocol;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.parley.auth.federation.provider.FederationSettings;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.SomeProvider;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Redeems codes at providers as the service does, without the service. */
final class TestRedemption implements AutoCloseable {

	static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	static final String NONCE = "a-nonce";

	private static final InstantSource CLOCK = InstantSource.fixed(NOW);

	private final ProviderHttpClients httpClients;

	TestRedemption() {
		this(Duration.ofSeconds(30));
	}

	TestRedemption(Duration timeout) {
		this.httpClients = new ProviderHttpClients(
				new FederationSettings(true, timeout, timeout, Duration.ofMinutes(10)), new SimpleMeterRegistry());
	}

	/** A client for the provider, discovered anew. */
	ProviderClient client(IdentityProvider provider) {
		return new ProviderClients(SomeProvider.credentials(), this.httpClients, CLOCK).of(provider);
	}

	ProviderAccount redeem(IdentityProvider provider) {
		return redeem(provider, client(provider));
	}

	ProviderAccount redeem(IdentityProvider provider, ProviderClient client) {
		var asked = new FederationRequest(provider.id(), "state", NONCE, "verifier", "", null, null, null,
				NOW.plusSeconds(600));
		return new RedeemCode(CLOCK).redeem(provider, client, asked, "a-code");
	}

	/** Expects that the code is refused. */
	void assertRefused(IdentityProvider provider, RefusalKind kind, String code) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> redeem(provider)).satisfies((refusal) -> {
			assertThat(refusal.kind()).isEqualTo(kind);
			assertThat(refusal.code()).isEqualTo(code);
		});
	}

	@Override
	public void close() throws IOException {
		this.httpClients.destroy();
	}

}
