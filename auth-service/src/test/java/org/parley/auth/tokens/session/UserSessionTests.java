package org.parley.auth.tokens.session;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.Asvs;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UserSessionTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final Duration LIFETIME = Duration.ofDays(30);

	private static final Duration LONGEST = Duration.ofDays(180);

	private static final ClientDevice HOME = new ClientDevice("203.0.113.7", "Firefox");

	@Test
	void sessionIsLiveUntilLifetimeIsOver() {
		var session = aSession();
		assertThat(session.isLive(NOW.plus(LIFETIME).minusMillis(1))).isTrue();
		assertThat(session.isLive(NOW.plus(LIFETIME))).isFalse();
		assertThat(session.domainEvents()).isEmpty();
	}

	@Test
	void useIsRecordedAndProlongsSession() {
		var session = aSession();
		session.use(new ClientDevice("198.51.100.2", "Chromium"), NOW.plusSeconds(60), LIFETIME, LONGEST);
		assertThat(session.address()).isEqualTo("198.51.100.2");
		assertThat(session.device()).isEqualTo("Chromium");
		assertThat(session.lastUsedAt()).isEqualTo(NOW.plusSeconds(60));
		assertThat(session.isLive(NOW.plus(LIFETIME))).isTrue();
	}

	@Test
	@Asvs({ "7.3.2", "10.4.8" })
	void sessionEndsAtMaximumLifetimeDespiteUse() {
		var session = aSession();
		for (int day = 25; day < 180; day += 25) {
			session.use(HOME, NOW.plus(Duration.ofDays(day)), LIFETIME, LONGEST);
		}
		assertThat(session.isLive(NOW.plus(LONGEST).minusMillis(1))).isTrue();
		assertThat(session.isLive(NOW.plus(LONGEST))).isFalse();
	}

	@Test
	void sessionIsRefreshedThirtyTimesAMinute() {
		var session = aSession();
		for (int i = 0; i < UserSession.MOST_REFRESHES; i++) {
			session.countRefresh(NOW.plusSeconds(i));
		}
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> session.countRefresh(NOW.plusSeconds(59)))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("limit.exceeded"));
		session.countRefresh(NOW.plusSeconds(60));
	}

	@Test
	void endPublishesOneEvent() {
		var session = aSession();
		session.end(SessionEndReason.LOGOUT, NOW);
		session.end(SessionEndReason.REFRESH_REUSED, NOW);
		assertThat(session.isLive(NOW)).isFalse();
		assertThat(session.domainEvents()).singleElement()
			.isEqualTo(SessionRevoked.ofSession("alice", session.id(), "logout"));
	}

	@ParameterizedTest
	@CsvSource({ ",true", "PT0S,true", "PT-9M59S,true", "PT-10M,false", "PT-240H,false", "PT1H,true" })
	void proofAtProviderIsRecentForTenMinutes(@Nullable Duration before, boolean recent) {
		var ten = Duration.ofMinutes(10);
		var session = UserSession.open("alice", HOME, NOW, LIFETIME, (before != null) ? NOW.plus(before) : null);
		assertThat(session.isRecent(NOW, ten)).isEqualTo(recent);
		assertThat(session.isRecent(NOW.plus(ten), ten)).isFalse();
		assertThat(session.isLive(NOW)).isTrue();
	}

	private static UserSession aSession() {
		return UserSession.open("alice", HOME, NOW, LIFETIME, null);
	}

}
