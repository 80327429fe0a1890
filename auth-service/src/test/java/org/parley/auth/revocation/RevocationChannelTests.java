package org.parley.auth.revocation;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThatNoException;

class RevocationChannelTests {

	@Test
	void withoutRedisNothingFails() {
		var nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
		nowhere.afterPropertiesSet();
		nowhere.start();
		try {
			var channel = new RevocationChannel(new StringRedisTemplate(nowhere),
					new RevocationSettings("revocations", Duration.ofMinutes(16)), JsonMapper.shared(),
					() -> Instant.EPOCH);
			assertThatNoException().isThrownBy(() -> channel.tell(Revocation.ofSession("01")));
			assertThatNoException().isThrownBy(() -> channel.tell(Revocation.below("02", 3)));
		}
		finally {
			nowhere.destroy();
		}
	}

}
