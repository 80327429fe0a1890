package org.parley.gateway.revocation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.parley.gateway.token.AccessToken;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationsTests {

	private static final RevocationSettings SETTINGS = new RevocationSettings("revocations", Duration.ofMinutes(16),
			URI.create("http://127.0.0.1:1"), Duration.ofMinutes(1), Duration.ofSeconds(2), Set.of());

	private final AtomicLong nanos = new AtomicLong();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Revocations revocations = new Revocations(SETTINGS, this.meters, this.nanos::get);

	@Test
	void aTokenThatNobodyRevokedCounts() {
		assertThat(this.revocations.refuses(token("alice", "here", 0))).isFalse();
	}

	@Test
	void theEndOfASessionRefusesItsTokensAndNoOthers() {
		this.revocations.add(new Revocation("here", null, null));
		assertThat(this.revocations.refuses(token("alice", "here", 3))).isTrue();
		assertThat(this.revocations.refuses(token("alice", "there", 3))).isFalse();
	}

	@Test
	void olderVersionsOfAPersonAreRefused() {
		this.revocations.add(new Revocation(null, "alice", 3));
		assertThat(this.revocations.refuses(token("alice", "here", 2))).isTrue();
		assertThat(this.revocations.refuses(token("alice", "here", 3))).isFalse();
		assertThat(this.revocations.refuses(token("bob", "here", 2))).isFalse();
	}

	@Test
	void aLowerVersionThatComesLateTakesNothingBack() {
		this.revocations.add(new Revocation(null, "alice", 3));
		this.revocations.add(new Revocation(null, "alice", 1));
		assertThat(this.revocations.refuses(token("alice", "here", 2))).isTrue();
	}

	@Test
	void whatIsOlderThanAnyTokenIsForgotten() {
		this.revocations.add(new Revocation("here", null, null));
		this.nanos.addAndGet(Duration.ofMinutes(15).toNanos());
		assertThat(this.revocations.refuses(token("alice", "here", 0))).isTrue();
		this.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
		assertThat(this.revocations.refuses(token("alice", "here", 0))).isFalse();
	}

	@Test
	void whatIsHalfSaidRevokesNothing() {
		this.revocations.add(new Revocation(null, null, null));
		this.revocations.add(new Revocation(null, "alice", null));
		assertThat(this.revocations.refuses(new AccessToken("alice", null, 0, Instant.MAX))).isFalse();
	}

	@Test
	void theyAreCounted() {
		this.revocations.add(new Revocation("here", null, null));
		this.revocations.add(new Revocation(null, "alice", 3));
		this.revocations.add(new Revocation(null, "alice", 4));
		assertThat(this.meters.get("parley.gateway.revocations.known").gauge().value()).isEqualTo(2);
	}

	private static AccessToken token(String subject, String session, int version) {
		return new AccessToken(subject, session, version, Instant.MAX);
	}

}
