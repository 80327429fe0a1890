package org.parley.gateway.revocation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.parley.gateway.token.VerifiedAccessToken;

import static org.assertj.core.api.Assertions.assertThat;

class KnownRevocationsTests {

	private static final GatewayRevocationSettings SETTINGS = new GatewayRevocationSettings("revocations",
			Duration.ofMinutes(16), URI.create("http://127.0.0.1:1"), Duration.ofMinutes(1), Duration.ofSeconds(2),
			Set.of());

	private final AtomicLong nanos = new AtomicLong();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final KnownRevocations knownRevocations = new KnownRevocations(SETTINGS, this.meters, this.nanos::get);

	@Test
	void unrevokedTokenIsValid() {
		assertThat(this.knownRevocations.refuses(token("alice", "here", 0))).isFalse();
	}

	@Test
	void sessionRevocationAffectsOnlyItsTokens() {
		this.knownRevocations.add(new GatewayRevocation("here", null, null));
		assertThat(this.knownRevocations.refuses(token("alice", "here", 3))).isTrue();
		assertThat(this.knownRevocations.refuses(token("alice", "there", 3))).isFalse();
	}

	@Test
	void olderTokenVersionsAreRevoked() {
		this.knownRevocations.add(new GatewayRevocation(null, "alice", 3));
		assertThat(this.knownRevocations.refuses(token("alice", "here", 2))).isTrue();
		assertThat(this.knownRevocations.refuses(token("alice", "here", 3))).isFalse();
		assertThat(this.knownRevocations.refuses(token("bob", "here", 2))).isFalse();
	}

	@Test
	void lateLowerVersionIsIgnored() {
		this.knownRevocations.add(new GatewayRevocation(null, "alice", 3));
		this.knownRevocations.add(new GatewayRevocation(null, "alice", 1));
		assertThat(this.knownRevocations.refuses(token("alice", "here", 2))).isTrue();
	}

	@Test
	void expiredRevocationsAreForgotten() {
		this.knownRevocations.add(new GatewayRevocation("here", null, null));
		this.nanos.addAndGet(Duration.ofMinutes(15).toNanos());
		assertThat(this.knownRevocations.refuses(token("alice", "here", 0))).isTrue();
		this.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
		assertThat(this.knownRevocations.refuses(token("alice", "here", 0))).isFalse();
	}

	@Test
	void incompleteRevocationHasNoEffect() {
		this.knownRevocations.add(new GatewayRevocation(null, null, null));
		this.knownRevocations.add(new GatewayRevocation(null, "alice", null));
		assertThat(this.knownRevocations.refuses(new VerifiedAccessToken("alice", null, 0, Instant.MAX))).isFalse();
	}

	@Test
	void revocationsAreMeasured() {
		this.knownRevocations.add(new GatewayRevocation("here", null, null));
		this.knownRevocations.add(new GatewayRevocation(null, "alice", 3));
		this.knownRevocations.add(new GatewayRevocation(null, "alice", 4));
		assertThat(this.meters.get("parley.gateway.revocations.known").gauge().value()).isEqualTo(2);
	}

	private static VerifiedAccessToken token(String subject, String session, int version) {
		return new VerifiedAccessToken(subject, session, version, Instant.MAX);
	}

}
