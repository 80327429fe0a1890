package org.parley.realtime.room;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.parley.realtime.room.RoomMembership.Heard;
import org.parley.realtime.session.RecordingWire;
import org.parley.realtime.session.SessionMother;

import static org.assertj.core.api.Assertions.assertThat;

class RoomMembershipTests {

	private final RecordingWire wire = new RecordingWire(100);

	private final RoomMembership member = new RoomMembership(SessionMother.over(this.wire));

	@Test
	void memberThatCatchesUpHearsNothingElse() {
		assertThat(this.member.hear(batch(3, 4, 5))).isEqualTo(Heard.NOTHING);
		assertThat(this.member.hear(delivery(5))).isEqualTo(Heard.NOTHING);
		assertThat(this.member.position()).isEmpty();
		assertThat(offsets()).isEmpty();
	}

	@Test
	void eventThatFollowsPositionIsTold() {
		this.member.goLive(3L);
		assertThat(this.member.hear(batch(3, 4))).isEqualTo(Heard.ALL);
		assertThat(this.member.hear(batch(4, 5))).isEqualTo(Heard.ALL);
		assertThat(this.member.position()).hasValue(5);
		assertThat(offsets()).containsExactly(4L, 5L);
	}

	@Test
	void eventAfterGapIsNotTold() {
		this.member.goLive(3L);
		assertThat(this.member.hear(batch(5, 6))).isEqualTo(Heard.BEHIND);
		assertThat(this.member.position()).hasValue(3);
		assertThat(offsets()).isEmpty();
	}

	@Test
	void overlappingBatchTellsEachEventOnce() {
		this.member.goLive(3L);
		this.member.hear(batch(3, 4, 5));
		assertThat(this.member.hear(batch(3, 4, 5))).isEqualTo(Heard.NOTHING);
		assertThat(this.member.hear(batch(3, 4, 5, 6))).isEqualTo(Heard.ALL);
		assertThat(offsets()).containsExactly(4L, 5L, 6L);
	}

	@Test
	void memberWithoutPositionIsAdrift() {
		this.member.goLive(null);
		assertThat(this.member.isAdrift()).isTrue();
		assertThat(this.member.hear(batch(3, 4))).isEqualTo(Heard.NOTHING);
		assertThat(this.member.hear(delivery(4))).isEqualTo(Heard.ALL);
	}

	@Test
	void memberThatDoesNotReadIsCutOff() {
		var stalled = new RecordingWire(1);
		var slow = new RoomMembership(SessionMother.over(stalled));
		slow.goLive(0L);
		assertThat(slow.hear(batch(0, 1))).isEqualTo(Heard.ALL);
		assertThat(stalled.isCut()).isFalse();
		assertThat(slow.hear(batch(1, 2))).isEqualTo(Heard.GONE);
		assertThat(stalled.isCut()).isTrue();
	}

	private static DeliveryBatch batch(long after, long... offsets) {
		return new DeliveryBatch(after, offsets[offsets.length - 1],
				LongStream.of(offsets).mapToObj(RoomMembershipTests::delivery).toList());
	}

	private static SocketDelivery delivery(long offset) {
		return new SocketDelivery("new-post", Map.of("offset", offset), offset, "post");
	}

	private List<Object> offsets() {
		return this.wire.taken()
			.stream()
			.map((message) -> ((Map<?, ?>) message).get("offset"))
			.map(Object.class::cast)
			.toList();
	}

}
