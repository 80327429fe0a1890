package org.parley.chat.conversation;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MembershipTests {

	private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

	@Test
	void positionNeverGoesBack() {
		var membership = Membership.of("alice", "group", 3, NOW, 1);
		assertThat(membership.readUpTo(5).position()).isEqualTo(5);
		assertThat(membership.readUpTo(2).position()).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource({ "-1, false", "0, false", "1, true" })
	void muteEndsAtItsTime(long seconds, boolean isMuted) {
		var muted = new Membership("id", "alice", "group", 0, NOW.plusSeconds(seconds), 1, NOW, 1);
		assertThat(muted.isMuted(NOW)).isEqualTo(isMuted);
	}

	@Test
	void newMemberHearsOfMessages() {
		assertThat(Membership.of("alice", "group", 0, NOW, 1).isMuted(NOW)).isFalse();
	}

}
