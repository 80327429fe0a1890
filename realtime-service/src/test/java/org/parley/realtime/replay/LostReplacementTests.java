package org.parley.realtime.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** A replacement that Redis did not take makes the log incomplete. */
class LostReplacementTests {

	private static final ReplaySettings SETTINGS = new ReplaySettings(5, DataSize.ofKilobytes(1),
			Duration.ofMinutes(10), Duration.ofHours(24), Duration.ZERO);

	private final FakeRedis redis = new FakeRedis();

	private final ReplayLog log = new ReplayLog(this.redis, SETTINGS, InstantSource.system(), "test:");

	@Test
	void logIsMarkedOnceForAll() {
		lose(true);
		lose(true);
		append();
		append();
		assertThat(this.redis.executed).containsExactly("lost", "append", "append");
	}

	@Test
	void logStaysCompleteWithoutAddition() {
		lose(false);
		append();
		assertThat(this.redis.executed).containsExactly("append");
	}

	@Test
	void lossDuringTheMarkIsMarkedNext() {
		lose(true);
		this.redis.duringMark = () -> lose(true);
		append();
		append();
		assertThat(this.redis.executed).containsExactly("lost", "append", "lost", "append");
	}

	private void lose(boolean replaces) {
		this.redis.isAway = true;
		append(replaces);
		this.redis.isAway = false;
	}

	private void append() {
		append(true);
	}

	private void append(boolean replaces) {
		this.log.append("thread-1", new LogLine("01KA0000000000000000000000", "post", "{}", replaces),
				OptionalLong.empty());
	}

	/** Names the scripts that it executes. */
	private static final class FakeRedis extends StringRedisTemplate {

		private final List<String> executed = new ArrayList<>();

		private boolean isAway;

		private @Nullable Runnable duringMark;

		@Override
		@SuppressWarnings("unchecked")
		public <T> T execute(RedisScript<T> script, List<String> keys, Object... arguments) {
			if (this.isAway) {
				throw new RedisConnectionFailureException("away");
			}
			if (script.getResultType() != List.class) {
				this.executed.add("lost");
				var during = this.duringMark;
				this.duringMark = null;
				if (during != null) {
					during.run();
				}
				return (T) "0";
			}
			this.executed.add("append");
			return (T) List.of("1", "1");
		}

	}

}
