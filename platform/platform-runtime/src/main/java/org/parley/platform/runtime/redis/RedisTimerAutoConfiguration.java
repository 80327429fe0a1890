package org.parley.platform.runtime.redis;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets the clients of Redis share one timer, which does nothing in an idle process. */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@ConditionalOnClass(ClientResourcesBuilderCustomizer.class)
public class RedisTimerAutoConfiguration {

	@Bean(destroyMethod = "stop")
	RestingTimer redisTimer() {
		return new RestingTimer();
	}

	@Bean
	ClientResourcesBuilderCustomizer restingTimer(RestingTimer redisTimer) {
		return (resources) -> resources.timer(redisTimer);
	}

}
