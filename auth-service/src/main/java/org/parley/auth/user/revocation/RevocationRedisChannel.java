package org.parley.auth.user.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The quick way of a revocation, through Redis: a key for who looks it up, a message for
 * who listens. When Redis is away that is left to the events, which take the other way;
 * after a failure Redis is left alone for a moment, so that no sign-out waits long.
 */
@Component
class RevocationRedisChannel {

	private static final Logger log = LoggerFactory.getLogger(RevocationRedisChannel.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final RedisScript<Long> TELL = RedisScript.of(new ClassPathResource("revoke.lua"), Long.class);

	private final StringRedisTemplate redis;

	private final RevocationPublishingSettings settings;

	private final JsonMapper json;

	private final InstantSource clock;

	private volatile Instant pausedUntil = Instant.MIN;

	private volatile boolean away;

	RevocationRedisChannel(StringRedisTemplate redis, RevocationPublishingSettings settings, JsonMapper json,
			InstantSource clock) {
		this.redis = redis;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	void tell(TokenRevocation tokenRevocation) {
		if (this.clock.instant().isBefore(this.pausedUntil)) {
			return;
		}
		try {
			this.redis.execute(TELL, List.of(this.settings.name() + ":" + tokenRevocation.name()),
					Integer.toString(tokenRevocation.value()), Long.toString(this.settings.kept().toMillis()),
					this.json.writeValueAsString(tokenRevocation), this.settings.name());
			back();
		}
		catch (DataAccessException ex) {
			pause(ex);
		}
	}

	private void back() {
		if (this.away) {
			this.away = false;
			log.info("Revocations go through Redis again");
		}
	}

	private void pause(DataAccessException ex) {
		this.pausedUntil = this.clock.instant().plus(PAUSE);
		if (!this.away) {
			this.away = true;
			log.atWarn()
				.addKeyValue("cause", ex.toString())
				.log("Revocations go by events alone: Redis does not answer");
		}
	}

}
