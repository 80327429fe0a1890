package org.parley.realtime.session;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parley.realtime.kind.RoomKind;

import static org.assertj.core.api.Assertions.assertThat;

class SocketSessionTests {

	private static final String ROOM = RoomKind.THREAD.room("thread");

	private Instant now = Instant.parse("2026-11-21T12:00:00Z");

	private final SocketSession session = TestSessions.sessions(1, () -> this.now)
		.open(UUID.randomUUID(), new RecordingConnection(0), "192.0.2.1");

	@Test
	void typingNoticeIsClaimedEveryTwoSecondsInEachRoom() {
		assertThat(this.session.claimTypingNotice(ROOM)).isTrue();
		this.now = this.now.plusMillis(1_999);
		assertThat(this.session.claimTypingNotice(ROOM)).isFalse();
		assertThat(this.session.claimTypingNotice(RoomKind.THREAD.room("another"))).isTrue();
		this.now = this.now.plusMillis(1);
		assertThat(this.session.claimTypingNotice(ROOM)).isTrue();
	}

	@Test
	void roomThatWasLeftIsLeftOnceAndItsTypingForgotten() {
		this.session.enter(ROOM);
		this.session.claimTypingNotice(ROOM);
		this.now = this.now.plusMillis(1);
		assertThat(this.session.leave(ROOM)).isTrue();
		assertThat(this.session.leave(ROOM)).isFalse();
		assertThat(this.session.rooms()).isEmpty();
		assertThat(this.session.claimTypingNotice(ROOM)).isTrue();
	}

	@Test
	void offsetOfConnectionIsUsedForThirtySeconds() {
		assertThat(this.session.resumeOffset()).isEmpty();
		this.session.resumeFrom(7L);
		this.now = this.now.plusMillis(29_999);
		assertThat(this.session.resumeOffset()).hasValue(7);
		this.now = this.now.plusMillis(1);
		assertThat(this.session.resumeOffset()).isEmpty();
	}

	@Test
	void personalRoomsAreNoJoinedRooms() {
		for (var room = 0; room < 49; room++) {
			this.session.enter(RoomKind.THREAD.room("thread-" + room));
		}
		this.session.enter("user-anna");
		assertThat(this.session.isFull()).isFalse();
		this.session.enter(ROOM);
		assertThat(this.session.isFull()).isTrue();
	}

}
