package org.parley.realtime.room;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.session.RecordingConnection;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.TestSessions;

import static org.assertj.core.api.Assertions.assertThat;

class RoomsTests {

	private static final String ROOM = RoomKind.THREAD.room("thread");

	private final InterruptedMap members = new InterruptedMap();

	private final Rooms rooms = new Rooms(new SimpleMeterRegistry(), this.members);

	private final SocketSession session = TestSessions.openOver(new RecordingConnection(0));

	@ParameterizedTest
	@EnumSource(Moment.class)
	void leavingWhileEnteringLeavesBothSidesInAgreement(Moment moment) {
		this.members.interrupt(moment, () -> this.rooms.leave(ROOM, this.session));
		this.rooms.enter(ROOM, this.session);
		assertAgreement(moment == Moment.BEFORE_CHANGE);
	}

	@ParameterizedTest
	@EnumSource(Moment.class)
	void enteringWhileLeavingLeavesBothSidesInAgreement(Moment moment) {
		this.rooms.enter(ROOM, this.session);
		this.members.interrupt(moment, () -> this.rooms.enter(ROOM, this.session));
		assertThat(this.rooms.leave(ROOM, this.session)).isTrue();
		assertAgreement(moment == Moment.AFTER_CHANGE);
	}

	@Test
	void roomIsLeftOnceAndEndsWithItsLastMember() {
		this.rooms.enter(ROOM, this.session);
		assertThat(this.rooms.leave(ROOM, this.session)).isTrue();
		assertThat(this.rooms.leave(ROOM, this.session)).isFalse();
		assertThat(this.rooms.isEmpty(ROOM)).isTrue();
	}

	private void assertAgreement(boolean member) {
		assertThat(this.session.rooms().contains(ROOM)).as("the socket knows the room").isEqualTo(member);
		assertThat(this.rooms.sessions(ROOM).contains(this.session)).as("the room knows the socket").isEqualTo(member);
	}

	/** When the other thread comes in between. */
	enum Moment {

		BEFORE_CHANGE, AFTER_CHANGE

	}

	/** Runs a task once, where another thread may run between two steps. */
	private static final class InterruptedMap extends ConcurrentHashMap<String, Map<SocketSession, RoomMembership>> {

		private Consumer<Moment> interruption = (_) -> {
		};

		void interrupt(Moment moment, Runnable task) {
			this.interruption = (now) -> {
				if (now == moment) {
					this.interruption = (_) -> {
					};
					task.run();
				}
			};
		}

		@Override
		public Map<SocketSession, RoomMembership> compute(String key,
				BiFunction<? super String, ? super Map<SocketSession, RoomMembership>, ? extends Map<SocketSession, RoomMembership>> change) {
			this.interruption.accept(Moment.BEFORE_CHANGE);
			var changed = super.compute(key, change);
			this.interruption.accept(Moment.AFTER_CHANGE);
			return changed;
		}

		@Override
		public Map<SocketSession, RoomMembership> computeIfPresent(String key,
				BiFunction<? super String, ? super Map<SocketSession, RoomMembership>, ? extends Map<SocketSession, RoomMembership>> change) {
			this.interruption.accept(Moment.BEFORE_CHANGE);
			var changed = super.computeIfPresent(key, change);
			this.interruption.accept(Moment.AFTER_CHANGE);
			return changed;
		}

	}

}
