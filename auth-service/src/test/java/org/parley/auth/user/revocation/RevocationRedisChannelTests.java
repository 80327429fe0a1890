package org.parley.auth.user.revocation;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.contracts.account.TokenRevocation;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThatNoException;

class RevocationRedisChannelTests {

	@Test
	void publishingWithoutRedisDoesNotFail() {
		var nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
		nowhere.afterPropertiesSet();
		nowhere.start();
		try {
			var channel = new RevocationRedisChannel(new StringRedisTemplate(nowhere),
					new RevocationPublishingSettings("revocations", Duration.ofMinutes(16)), JsonMapper.shared(),
					() -> Instant.EPOCH);
			assertThatNoException().isThrownBy(() -> channel.publish(TokenRevocation.ofSession("01")));
			assertThatNoException().isThrownBy(() -> channel.publish(TokenRevocation.below("02", 3)));
		}
		finally {
			nowhere.destroy();
		}
	}

}
