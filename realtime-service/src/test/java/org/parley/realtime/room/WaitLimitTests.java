package org.parley.realtime.room;

import java.time.Duration;
import java.time.Instant;

import com.github.f4b6a3.ulid.UlidCreator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.realtime.kind.RoomKind;

import static org.assertj.core.api.Assertions.assertThat;

class WaitLimitTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private final WaitLimit limit = new WaitLimit(() -> NOW);

	@ParameterizedTest
	@ValueSource(longs = { -59_000, 0, 4_000 })
	void newThreadIsAwaited(long age) {
		assertThat(this.limit.tryAcquire("anna", RoomKind.THREAD, thread(age))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { -61_000, -86_400_000, 6_000, 86_400_000, 253_000_000_000_000L })
	void oldOrFutureThreadIsNotAwaited(long age) {
		assertThat(this.limit.tryAcquire("anna", RoomKind.THREAD, thread(age))).isFalse();
	}

	@Test
	void memberOfOldConversationIsAwaited() {
		assertThat(this.limit.tryAcquire("anna", RoomKind.CONVERSATION, thread(-86_400_000))).isTrue();
	}

	@Test
	void sixthWaitOfUserIsRefused() {
		for (var wait = 0; wait < 5; wait++) {
			assertThat(this.limit.tryAcquire("anna", RoomKind.THREAD, thread(0))).isTrue();
		}
		assertThat(this.limit.tryAcquire("anna", RoomKind.THREAD, thread(0))).isFalse();
		assertThat(this.limit.tryAcquire("anna", RoomKind.THREAD, thread(0))).isFalse();
		assertThat(this.limit.tryAcquire("ben", RoomKind.THREAD, thread(0))).isTrue();
		this.limit.release("anna");
		assertThat(this.limit.tryAcquire("anna", RoomKind.THREAD, thread(0))).isTrue();
		assertThat(this.limit.tryAcquire("anna", RoomKind.THREAD, thread(0))).isFalse();
	}

	private static String thread(long offsetMillis) {
		return UlidCreator.getUlid(NOW.plus(Duration.ofMillis(offsetMillis)).toEpochMilli()).toString();
	}

}
