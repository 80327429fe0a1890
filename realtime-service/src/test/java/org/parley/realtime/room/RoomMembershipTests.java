package org.parley.realtime.room;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.parley.realtime.room.RoomMembership.DeliveryBatch;
import org.parley.realtime.room.RoomMembership.Outcome;
import org.parley.realtime.session.EncodedEvent;
import org.parley.realtime.session.RecordingConnection;
import org.parley.realtime.session.TestSessions;

import static org.assertj.core.api.Assertions.assertThat;

class RoomMembershipTests {

	private final RecordingConnection connection = new RecordingConnection(100);

	private final RoomMembership member = new RoomMembership(TestSessions.openOver(this.connection));

	@Test
	void memberCatchingUpReceivesNoLiveEvents() {
		assertThat(this.member.deliver(batch(3, 4, 5))).isEqualTo(Outcome.NOTHING_NEW);
		assertThat(this.member.deliver(delivery(5))).isEqualTo(Outcome.NOTHING_NEW);
		assertThat(this.member.position()).isEmpty();
		assertThat(offsets()).isEmpty();
	}

	@Test
	void eventAfterPositionIsDelivered() {
		this.member.goLive(3L);
		assertThat(this.member.deliver(batch(3, 4))).isEqualTo(Outcome.DELIVERED);
		assertThat(this.member.deliver(batch(4, 5))).isEqualTo(Outcome.DELIVERED);
		assertThat(this.member.position()).hasValue(5);
		assertThat(offsets()).containsExactly(4L, 5L);
	}

	@Test
	void eventAfterGapIsNotDelivered() {
		this.member.goLive(3L);
		assertThat(this.member.deliver(batch(5, 6))).isEqualTo(Outcome.BEHIND);
		assertThat(this.member.position()).hasValue(3);
		assertThat(offsets()).isEmpty();
	}

	@Test
	void overlappingBatchDeliversEachEventOnce() {
		this.member.goLive(3L);
		this.member.deliver(batch(3, 4, 5));
		assertThat(this.member.deliver(batch(3, 4, 5))).isEqualTo(Outcome.NOTHING_NEW);
		assertThat(this.member.deliver(batch(3, 4, 5, 6))).isEqualTo(Outcome.DELIVERED);
		assertThat(offsets()).containsExactly(4L, 5L, 6L);
	}

	@Test
	void memberWithoutPositionAwaitsOffset() {
		this.member.goLive(null);
		assertThat(this.member.isAwaitingOffset()).isTrue();
		assertThat(this.member.deliver(batch(3, 4))).isEqualTo(Outcome.NOTHING_NEW);
		assertThat(this.member.deliver(delivery(4))).isEqualTo(Outcome.DELIVERED);
	}

	@Test
	void memberNotReadingIsCutOff() {
		var stalled = new RecordingConnection(1);
		var slow = new RoomMembership(TestSessions.openOver(stalled));
		slow.goLive(0L);
		assertThat(slow.deliver(batch(0, 1))).isEqualTo(Outcome.DELIVERED);
		assertThat(stalled.isCut()).isFalse();
		assertThat(slow.deliver(batch(1, 2))).isEqualTo(Outcome.CLOSED);
		assertThat(stalled.isCut()).isTrue();
	}

	private static DeliveryBatch batch(long after, long... offsets) {
		return new DeliveryBatch(after, offsets[offsets.length - 1],
				LongStream.of(offsets).mapToObj(RoomMembershipTests::delivery).toList());
	}

	private static SocketDelivery delivery(long offset) {
		return new SocketDelivery(new EncodedEvent("new-post", Long.toString(offset)), offset, "post");
	}

	private List<Object> offsets() {
		return this.connection.sent().stream().<Object>map((message) -> Long.valueOf(String.valueOf(message))).toList();
	}

}
