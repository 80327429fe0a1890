package org.parley.forum.cache;

import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.runtime.redis.LettuceConnectionDetails;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
class CacheConfiguration {

	@Bean(initMethod = "start")
	RedisStore redisStore(LettuceConnectionFactory connections, @Value("${parley.redis.prefix}") String prefix,
			CacheSettings settings) {
		return new RedisStore(LettuceConnectionDetails.of(connections), prefix, settings);
	}

	@Bean
	ResponseCache responseCache(SharedStore store, InstantSource clock, JsonMapper json, MeterRegistry meters,
			CacheSettings settings) {
		return new ResponseCache(store, new Generations(store, clock), json, new CacheMetrics(meters), settings);
	}

}
