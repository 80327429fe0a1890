package org.parley.platform.security.revocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationsTests {

	private final AtomicLong nanos = new AtomicLong();

	private final List<Object> published = new ArrayList<>();

	private final Revocations revocations = new Revocations(Duration.ofMinutes(16), this.nanos::get,
			this.published::add);

	@Test
	void unrevokedTokenIsValid() {
		assertThat(this.revocations.contain("alice", "here", 0)).isFalse();
	}

	@Test
	void sessionRevocationAffectsOnlyItsTokens() {
		this.revocations.add(new Revocation("here", null, null));
		assertThat(this.revocations.contain("alice", "here", 3)).isTrue();
		assertThat(this.revocations.contain("alice", "there", 3)).isFalse();
	}

	@Test
	void olderTokenVersionsAreRevoked() {
		this.revocations.add(new Revocation(null, "alice", 3L));
		assertThat(this.revocations.contain("alice", "here", 2)).isTrue();
		assertThat(this.revocations.contain("alice", "here", 3)).isFalse();
		assertThat(this.revocations.contain("bob", "here", 2)).isFalse();
	}

	@Test
	void lateLowerVersionIsIgnored() {
		this.revocations.add(new Revocation(null, "alice", 3L));
		this.revocations.add(new Revocation(null, "alice", 1L));
		assertThat(this.revocations.contain("alice", "here", 2)).isTrue();
	}

	@Test
	void expiredRevocationsAreForgotten() {
		this.revocations.add(new Revocation("here", null, null));
		this.nanos.addAndGet(Duration.ofMinutes(15).toNanos());
		assertThat(this.revocations.contain("alice", "here", 0)).isTrue();
		this.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
		assertThat(this.revocations.contain("alice", "here", 0)).isFalse();
	}

	@Test
	void incompleteRevocationHasNoEffect() {
		this.revocations.add(new Revocation(null, null, null));
		this.revocations.add(new Revocation(null, "alice", null));
		assertThat(this.revocations.contain("alice", null, 0)).isFalse();
	}

	@Test
	void revocationsAreCountedOnce() {
		this.revocations.add(new Revocation("here", null, null));
		this.revocations.add(new Revocation(null, "alice", 3L));
		this.revocations.add(new Revocation(null, "alice", 4L));
		assertThat(this.revocations.size()).isEqualTo(2);
	}

	@Test
	void revocationIsPublishedOnceItIsInForce() {
		var revocation = new Revocation("here", null, null);
		var inForce = new ArrayList<Boolean>();
		var observed = new Revocations[1];
		observed[0] = new Revocations(Duration.ofMinutes(16), this.nanos::get,
				(_) -> inForce.add(observed[0].contain("alice", "here", 0)));
		observed[0].add(revocation);
		this.revocations.add(revocation);
		assertThat(inForce).containsExactly(true);
		assertThat(this.published).containsExactly(revocation);
	}

}
