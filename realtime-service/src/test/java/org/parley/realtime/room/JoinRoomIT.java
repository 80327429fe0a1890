package org.parley.realtime.room;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.RoomRules;
import org.parley.realtime.coverage.Coverage;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.session.RecordingConnection;
import org.parley.realtime.session.TestSessions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JoinRoomIT extends RealtimeIT {

	@Autowired
	private Rooms rooms;

	@Autowired
	private RoomBroadcaster roomBroadcaster;

	@Autowired
	private RoomRules roomRules;

	@Autowired
	private Coverage coverage;

	@Autowired
	private InstantSource clock;

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void guestJoinsPublicThread(String transport) {
		var guest = guest(transport);
		assertThat(guest.outcome()).isEqualTo("ok");
		var answer = guest.join(openThread());
		assertThat(answer.path("ok").asBoolean()).isTrue();
		assertThat(answer.path("offset").asLong()).isPositive();
		assertThat(answer.size()).isEqualTo(2);
	}

	@Test
	void unknownThreadIsNotFound() {
		var old = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
		var answer = guest("websocket").join(old);
		assertThat(answer.path("ok").asBoolean(true)).isFalse();
		assertThat(answer.path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void joinWaitsForNewThread() {
		var category = events().category("anyone");
		var thread = Ids.next();
		var joined = CompletableFuture.supplyAsync(() -> guest("websocket").join(thread));
		events().thread("thread.created", thread, category, "open", 1);
		assertThat(joined.join().path("ok").asBoolean()).isTrue();
	}

	@Test
	void guestIsRefusedInMembersCategory() {
		var thread = events().thread(events().category("user"));
		assertThat(member(Ids.next()).join(thread).path("ok").asBoolean()).isTrue();
		assertThat(guest("websocket").join(thread).path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void memberIsRefusedInModeratorsCategory() {
		var thread = events().thread(events().category("moderator"));
		assertThat(member(Ids.next(), "moderator").join(thread).path("ok").asBoolean()).isTrue();
		assertThat(member(Ids.next()).join(thread).path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void hiddenThreadIsJoinedByModeratorsOnly() {
		var category = events().category("anyone");
		var thread = events().thread(category);
		events().thread("thread.hidden", thread, category, "hidden", 2);
		soon().until(() -> member(Ids.next(), "moderator").join(thread).path("ok").asBoolean());
		soon().until(() -> {
			var guest = guest("websocket");
			return atOnce(guest, () -> guest.join(thread)).path("code").asString("").equals("thread.not-found");
		});
	}

	@Test
	void socketWhoseRightCannotBeReadIsInNoRoom() {
		var session = TestSessions.openOver(new RecordingConnection(0));
		var joinRoom = new JoinRoom(this.rooms, this.roomBroadcaster, this.roomRules, this.coverage,
				new UnreadableRights(this.clock), this.meters);
		var thread = Ids.next();
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> joinRoom.join(session, RoomKind.THREAD, thread, OptionalLong.empty()));
		assertThat(session.rooms()).isEmpty();
		assertThat(this.rooms.isEmpty(RoomKind.THREAD.room(thread))).isTrue();
	}

	@Test
	void malformedRequestIsRefused() {
		var guest = guest("websocket");
		assertThat(guest.join("nonsense").path("code").asString()).isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of()).path("code").asString()).isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of("threadId", 7)).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of("threadId", openThread(), "room", "x")).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of("threadId", openThread(), "offset", -1)).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.ask("leave-thread", Map.of("threadId", "../..")).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void joinBeyondRoomLimitIsRefused() {
		var guest = guest("websocket");
		var first = openThread();
		assertThat(guest.join(first).path("ok").asBoolean()).isTrue();
		for (var more = 1; more < 5; more++) {
			assertThat(guest.join(openThread()).path("ok").asBoolean()).isTrue();
		}
		assertThat(guest.join(openThread()).path("code").asString()).isEqualTo("limit.exceeded");
		assertThat(guest.ask("leave-thread", Map.of("threadId", first)).path("ok").asBoolean()).isTrue();
		assertThat(guest.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void requestsBeyondRateLimitAreRefused() {
		var guest = guest("websocket");
		var thread = openThread();
		assertThat(guest.outcome()).isEqualTo("ok");
		assertThat(guest.askRepeatedly("join-thread", Map.of("threadId", thread), 150))
			.anyMatch((answer) -> answer.path("ok").asBoolean())
			.anyMatch((answer) -> answer.path("code").asString("").equals("limit.exceeded"));
	}

	@Test
	void clientThatLeftReceivesNothing() {
		var thread = openThread();
		var stays = guest("websocket");
		var leaves = guest("websocket");
		stays.join(thread);
		leaves.join(thread);
		leaves.ask("leave-thread", Map.of("threadId", thread));
		awaitDelivery(stays, thread);
		assertThat(leaves.received("new-post")).isEmpty();
	}

	@Test
	void lostReadRightEndsMembership() {
		var category = events().category("anyone");
		var thread = events().thread(category);
		var guest = guest("websocket");
		var moderator = member(Ids.next(), "moderator");
		guest.join(thread);
		moderator.join(thread);
		events().category("category.changed", category, "moderator", 2);
		soon().until(() -> !guest.received("membership-ended").isEmpty());
		assertThat(guest.received("membership-ended").getFirst().path("code").asString()).isEqualTo("thread.not-found");
		assertThat(guest.received("membership-ended").getFirst().path("threadId").asString()).isEqualTo(thread);
		awaitDelivery(moderator, thread);
		assertThat(guest.received("new-post")).isEmpty();
		assertThat(guest.join(thread).path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void hiddenOrMovedThreadEndsMemberships() {
		var category = events().category("anyone");
		var hidden = events().thread(category);
		var moved = events().thread(category);
		var guest = guest("polling");
		guest.join(hidden);
		guest.join(moved);
		events().thread("thread.hidden", hidden, category, "hidden", 2);
		events().thread("thread.moved", moved, events().category("moderator"), "open", 2);
		soon().untilAsserted(() -> assertThat(guest.received("membership-ended"))
			.extracting((message) -> message.path("code").asString())
			.containsExactly("thread.not-found", "thread.not-found"));
		assertThat(guest.received("thread-updated")).isEmpty();
	}

	/** The database of the rights is away. */
	private static final class UnreadableRights extends PermissionWaits {

		UnreadableRights(InstantSource clock) {
			super(clock);
		}

		@Override
		ReadPermission await(String origin, RoomKind kind, String id, Supplier<ReadPermission> permission) {
			throw new DataAccessResourceFailureException("away");
		}

	}

}
