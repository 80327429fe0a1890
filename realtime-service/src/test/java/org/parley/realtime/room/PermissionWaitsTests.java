package org.parley.realtime.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.github.f4b6a3.ulid.UlidCreator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.kind.RoomKind;

import static org.assertj.core.api.Assertions.assertThat;

class PermissionWaitsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private static final String CONVERSATION = thread(0);

	private final PermissionWaits waits = new PermissionWaits(() -> NOW, Duration.ZERO);

	/** The permissions that are found next; the last one stays. */
	private final List<ReadPermission> found = new ArrayList<>();

	private int looks;

	@ParameterizedTest
	@EnumSource(names = { "GRANTED", "FORBIDDEN" })
	void knownPermissionIsReturnedAtOnce(ReadPermission known) {
		this.found.add(known);
		assertThat(await(RoomKind.CONVERSATION, CONVERSATION)).isEqualTo(known);
		assertThat(this.looks).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "GRANTED", "FORBIDDEN" })
	void unknownPermissionIsAwaited(ReadPermission later) {
		this.found.addAll(List.of(ReadPermission.UNKNOWN, ReadPermission.UNKNOWN, later));
		assertThat(await(RoomKind.CONVERSATION, CONVERSATION)).isEqualTo(later);
		assertThat(this.looks).isEqualTo(3);
	}

	@Test
	void waitEndsWithoutPermission() {
		this.found.add(ReadPermission.UNKNOWN);
		assertThat(await(RoomKind.CONVERSATION, CONVERSATION)).isEqualTo(ReadPermission.UNKNOWN);
		assertThat(this.looks).isEqualTo(PermissionWaits.MAX_ATTEMPTS);
	}

	@Test
	void endedWaitsAllowOthers() {
		this.found.add(ReadPermission.UNKNOWN);
		for (var wait = 0; wait < 6; wait++) {
			await(RoomKind.CONVERSATION, CONVERSATION);
		}
		assertThat(this.looks).isEqualTo(6 * PermissionWaits.MAX_ATTEMPTS);
	}

	@ParameterizedTest
	@ValueSource(longs = { -59_000, 0, 4_000 })
	void newThreadIsAwaited(long age) {
		this.found.addAll(List.of(ReadPermission.UNKNOWN, ReadPermission.GRANTED));
		assertThat(await(RoomKind.THREAD, thread(age))).isEqualTo(ReadPermission.GRANTED);
	}

	@ParameterizedTest
	@ValueSource(longs = { -61_000, -86_400_000, 6_000, 86_400_000, 253_000_000_000_000L })
	void oldOrFutureThreadIsNotAwaited(long age) {
		this.found.addAll(List.of(ReadPermission.UNKNOWN, ReadPermission.GRANTED));
		assertThat(await(RoomKind.THREAD, thread(age))).isEqualTo(ReadPermission.UNKNOWN);
		assertThat(this.looks).isOne();
	}

	@Test
	void memberOfOldConversationIsAwaited() {
		this.found.addAll(List.of(ReadPermission.UNKNOWN, ReadPermission.GRANTED));
		assertThat(await(RoomKind.CONVERSATION, thread(-86_400_000))).isEqualTo(ReadPermission.GRANTED);
	}

	@Test
	void sixthWaitOfUserIsRefused() {
		for (var wait = 0; wait < 5; wait++) {
			assertThat(this.waits.tryAcquire("anna", RoomKind.THREAD, thread(0))).isTrue();
		}
		assertThat(this.waits.tryAcquire("anna", RoomKind.THREAD, thread(0))).isFalse();
		assertThat(this.waits.tryAcquire("anna", RoomKind.THREAD, thread(0))).isFalse();
		assertThat(this.waits.tryAcquire("ben", RoomKind.THREAD, thread(0))).isTrue();
		this.waits.release("anna");
		assertThat(this.waits.tryAcquire("anna", RoomKind.THREAD, thread(0))).isTrue();
		assertThat(this.waits.tryAcquire("anna", RoomKind.THREAD, thread(0))).isFalse();
	}

	@Test
	void userWithoutWaitIsAnsweredAtOnce() {
		for (var wait = 0; wait < 5; wait++) {
			this.waits.tryAcquire("anna", RoomKind.CONVERSATION, CONVERSATION);
		}
		this.found.addAll(List.of(ReadPermission.UNKNOWN, ReadPermission.GRANTED));
		assertThat(await(RoomKind.CONVERSATION, CONVERSATION)).isEqualTo(ReadPermission.UNKNOWN);
		assertThat(this.looks).isOne();
	}

	private ReadPermission await(RoomKind kind, String id) {
		return this.waits.await("anna", kind, id, this::look);
	}

	private ReadPermission look() {
		return this.found.get(Math.min(this.looks++, this.found.size() - 1));
	}

	private static String thread(long offsetMillis) {
		return UlidCreator.getUlid(NOW.plus(Duration.ofMillis(offsetMillis)).toEpochMilli()).toString();
	}

}
