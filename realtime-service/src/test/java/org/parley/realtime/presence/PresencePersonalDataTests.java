package org.parley.realtime.presence;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.parley.platform.privacy.PersonalData;

import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PresencePersonalDataTests {

	private final PersonalData data = new PresencePersonalData().presenceData(new PresenceStore(new RedisIsAway(),
			new PresenceSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO), ""));

	@Test
	void erasureWithoutRedisFailsAndIsRepeated() {
		assertThatExceptionOfType(RedisConnectionFailureException.class)
			.isThrownBy(() -> this.data.erase("alice", null, 10));
	}

	@Test
	void exportWithoutRedisLacksPresence() {
		assertThat(this.data.show("alice", null, 10)).isEmpty();
	}

	private static final class RedisIsAway extends StringRedisTemplate {

		@Override
		public ZSetOperations<String, String> opsForZSet() {
			throw new RedisConnectionFailureException("Away");
		}

	}

}
