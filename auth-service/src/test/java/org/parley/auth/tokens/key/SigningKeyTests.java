package org.parley.auth.tokens.key;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.auth.tokens.key.SigningKey.State;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SigningKeyTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final KeySettings SETTINGS = new KeySettings(Duration.ofHours(1), Duration.ofDays(30),
			Duration.ofMinutes(30));

	@Test
	void activationBeforePropagationIsRefused() {
		var key = anUpcomingKey();
		assertThat(key.isPropagated(SETTINGS, NOW.plusSeconds(3599))).isFalse();
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> key.activate(SETTINGS, NOW.plusSeconds(3000)))
			.satisfies((problem) -> {
				assertThat(problem.code()).isEqualTo("keys.too-soon");
				assertThat(problem.retryAfter()).isEqualTo(Duration.ofMinutes(10));
			});
		var active = key.activate(SETTINGS, NOW.plusSeconds(3600));
		assertThat(active.state()).isEqualTo(State.ACTIVE);
		assertThat(active.activeAt()).isEqualTo(NOW.plusSeconds(3600));
	}

	@Test
	void activeKeyIsDueAfterItsLifetime() {
		var active = anUpcomingKey().activate(SETTINGS, NOW.plusSeconds(3600));
		assertThat(active.isDue(SETTINGS, NOW.plus(Duration.ofDays(30)))).as("one hour early").isFalse();
		assertThat(active.isDue(SETTINGS, NOW.plus(Duration.ofDays(30)).plusSeconds(3600))).isTrue();
		assertThat(anUpcomingKey().isDue(SETTINGS, NOW.plus(Duration.ofDays(90)))).isFalse();
	}

	@Test
	void firstKeyIsActiveSinceCreation() {
		var first = new SigningKey("kid", State.ACTIVE, "{}", "", NOW, null, null);
		assertThat(first.changesAt(SETTINGS)).isEqualTo(NOW.plus(Duration.ofDays(30)));
	}

	@Test
	void retiringKeyStaysForOverlap() {
		var retiring = anUpcomingKey().activate(SETTINGS, NOW.plusSeconds(3600)).retire(NOW.plusSeconds(7200));
		assertThat(retiring.state()).isEqualTo(State.RETIRING);
		assertThat(retiring.activeAt()).isEqualTo(NOW.plusSeconds(3600));
		assertThat(retiring.changesAt(SETTINGS)).isEqualTo(NOW.plusSeconds(7200).plus(Duration.ofMinutes(30)));
	}

	@Test
	void inconsistentSettingsAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeySettings(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofMinutes(30)))
			.withMessageContaining("parley.keys.ahead");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeySettings(Duration.ofHours(2), Duration.ofHours(1), Duration.ofMinutes(30)))
			.withMessageContaining("parley.keys.lifetime");
		assertThatIllegalStateException().isThrownBy(() -> SETTINGS.requireOverlapOf(Duration.ofMinutes(29)))
			.withMessageContaining("parley.keys.overlap");
		assertThatNoException().isThrownBy(() -> SETTINGS.requireOverlapOf(Duration.ofMinutes(28)));
	}

	private static SigningKey anUpcomingKey() {
		return new SigningKey("kid", State.UPCOMING, "{}", "", NOW, null, null);
	}

}
