package org.parley.realtime.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The entries in Redis. What one instance says expires at once, what the other says lasts
 * for an hour, so that tests force every order.
 */
class PresenceStoreIT extends RealtimeIT {

	private final String person = Ids.next();

	private String keys = "";

	private PresenceStore brief;

	private PresenceStore lasting;

	@BeforeEach
	void createInstances() {
		this.keys = this.prefix + Ids.next() + ":";
		this.brief = store(Duration.ZERO);
		this.lasting = store(Duration.ofHours(1));
	}

	@Test
	void firstOfTwoInstancesReturnsChange() {
		assertThat(states(this.brief.refresh(online()))).containsExactly("online");
		assertThat(this.lasting.refresh(online())).isEmpty();
		assertThat(this.brief.refresh(online())).isEmpty();
		assertThat(states(this.lasting.find(List.of(this.person)))).containsExactly("online");
	}

	@Test
	void personOfKilledInstanceIsOfflineOnceSinceLastRefresh() {
		var came = this.brief.refresh(online()).getFirst();
		var gone = this.brief.expire();
		assertThat(states(gone)).containsExactly("offline");
		assertThat(gone.getFirst().since()).isAfterOrEqualTo(came.since());
		assertThat(this.brief.expire()).isEmpty();
		assertThat(this.lasting.find(List.of(this.person))).isEqualTo(gone);
	}

	@Test
	void personOfTwoInstancesStaysOnlineWhenOneIsKilled() {
		this.lasting.refresh(online());
		this.brief.refresh(online());
		assertThat(this.brief.expire()).isEmpty();
		assertThat(states(this.brief.find(List.of(this.person)))).containsExactly("online");
	}

	@Test
	void reconnectBeforeExpiryIsNoChange() {
		this.brief.refresh(online());
		assertThat(this.lasting.refresh(online())).isEmpty();
		assertThat(this.brief.expire()).isEmpty();
	}

	@Test
	void personIsAwayWhenNoInstanceCallsThemActive() {
		assertThat(states(this.lasting.refresh(away()))).containsExactly("away");
		assertThat(states(this.brief.refresh(online()))).containsExactly("online");
		assertThat(this.lasting.refresh(away())).isEmpty();
		assertThat(states(this.brief.expire())).containsExactly("away");
		assertThat(states(this.lasting.refresh(online()))).containsExactly("online");
	}

	@Test
	void unknownPersonIsOfflineSinceUnknownTime() {
		assertThat(this.brief.find(List.of(this.person)))
			.containsExactly(new Presence(this.person, PresenceState.OFFLINE, null));
		assertThat(this.brief.find(List.of())).isEmpty();
	}

	@Test
	void manyPeopleAreFoundInTheirOrder() {
		var other = Ids.next();
		this.lasting.refresh(Map.of(this.person, true));
		this.lasting.refresh(Map.of(other, false));
		assertThat(this.lasting.find(List.of(other, "nobody", this.person)))
			.extracting(Presence::id, (presence) -> presence.state().json())
			.containsExactly(tuple(other, "away"), tuple("nobody", "offline"), tuple(this.person, "online"));
	}

	/** All entries have expired during an outage; instances have not refreshed yet. */
	@Test
	void nobodyExpiresRightAfterOutage() {
		this.lasting.refresh(online());
		this.redis.opsForZSet().add(this.keys + "presence:connected", this.person, 1);
		this.redis.opsForZSet().add(this.keys + "presence:active", this.person, 1);
		assertThat(this.lasting.expire()).isEmpty();
		assertThat(this.lasting.refresh(online())).isEmpty();
		this.redis.opsForZSet().add(this.keys + "presence:connected", this.person, 1);
		this.redis.<String, String>opsForHash().put(this.keys + "presence:rounds", "resumed", "1");
		assertThat(states(this.lasting.expire())).containsExactly("offline");
	}

	@Test
	void lastSeenIsForgottenAfterItsTime() {
		this.brief.refresh(online());
		this.brief.expire();
		this.redis.opsForZSet()
			.add(this.keys + "presence:since", this.person,
					(double) Instant.now().minus(Duration.ofDays(31)).toEpochMilli());
		this.brief.expire();
		assertThat(this.brief.find(List.of(this.person)).getFirst().since()).isNull();
	}

	@Test
	void removedPersonIsUnknown() {
		this.lasting.refresh(online());
		assertThat(this.lasting.remove(this.person)).isOne();
		assertThat(this.lasting.remove(this.person)).isZero();
		assertThat(this.lasting.find(List.of(this.person)))
			.containsExactly(new Presence(this.person, PresenceState.OFFLINE, null));
	}

	private PresenceStore store(Duration grace) {
		var settings = new PresenceSettings(Duration.ofSeconds(2), grace, Duration.ofMinutes(10), Duration.ofDays(30));
		return new PresenceStore(this.redis, settings, this.keys);
	}

	private Map<String, Boolean> online() {
		return Map.of(this.person, true);
	}

	private Map<String, Boolean> away() {
		return Map.of(this.person, false);
	}

	private static List<String> states(List<Presence> presences) {
		return presences.stream().map((presence) -> presence.state().json()).toList();
	}

}
