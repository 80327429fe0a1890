package org.parley.auth.user.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.contracts.account.TokenRevocation;
import org.parley.platform.runtime.redis.RedisScripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Publishes revocations through Redis: a key for lookups and a message for subscribers.
 * While Redis is unavailable, revocations reach the gateway as events only. After a
 * failure Redis is skipped for one second, so that sign-outs are not delayed.
 */
@Component
class RevocationRedisChannel {

	private static final Logger log = LoggerFactory.getLogger(RevocationRedisChannel.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final RedisScript<Long> PUBLISH = RedisScripts.read("revoke.lua", Long.class);

	private final StringRedisTemplate redis;

	private final RevocationPublishingSettings settings;

	private final JsonMapper json;

	private final InstantSource clock;

	private volatile Instant pausedUntil = Instant.MIN;

	private volatile boolean unavailable;

	RevocationRedisChannel(StringRedisTemplate redis, RevocationPublishingSettings settings, JsonMapper json,
			InstantSource clock) {
		this.redis = redis;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	void publish(TokenRevocation revocation) {
		if (this.clock.instant().isBefore(this.pausedUntil)) {
			return;
		}
		try {
			this.redis.execute(PUBLISH, List.of(this.settings.name() + ":" + revocation.key()),
					Integer.toString(revocation.value()), Long.toString(this.settings.kept().toMillis()),
					this.json.writeValueAsString(revocation), this.settings.name());
			markAvailable();
		}
		catch (DataAccessException ex) {
			markUnavailable(ex);
		}
	}

	private void markAvailable() {
		if (this.unavailable) {
			this.unavailable = false;
			log.info("Revocations are published through Redis again");
		}
	}

	private void markUnavailable(DataAccessException ex) {
		this.pausedUntil = this.clock.instant().plus(PAUSE);
		if (!this.unavailable) {
			this.unavailable = true;
			log.atWarn()
				.addKeyValue("cause", ex.toString())
				.log("Redis is unavailable; revocations are published as events only");
		}
	}

}
