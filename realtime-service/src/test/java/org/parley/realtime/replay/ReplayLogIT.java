package org.parley.realtime.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.OptionalLong;

import com.github.f4b6a3.ulid.UlidCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log keeps, and what it never claims. */
class ReplayLogIT extends RealtimeIT {

	private static final OptionalLong NO_ONE = OptionalLong.empty();

	private final String room = "thread-" + Ids.next();

	@Autowired
	private InstantSource clock;

	private ReplayLog log;

	private String own;

	/** A Redis of its own, as far as the log can tell. */
	@BeforeEach
	void emptyLog() {
		this.own = this.prefix + Ids.next() + ":";
		this.log = newLog();
	}

	@Test
	void eventHeardTwiceIsKeptOnce() {
		var start = position();
		var event = line("post", false);
		assertThat(put(event)).isEqualTo(put(event));
		assertThat(since(start).entries()).hasSize(1);
	}

	@Test
	void replacementTakesOutWhatWasToldBefore() {
		var start = position();
		put(line("post", false));
		put(line("other", false));
		put(line("post", true));
		assertThat(since(start).entries()).extracting(ReplayEntry::subject).containsExactly("other", "post");
	}

	@Test
	void replacementHeardAgainKeepsLaterEvents() {
		var start = position();
		var edited = line("post", true);
		put(edited);
		var removed = put(line("post", true));
		put(edited);
		assertThat(since(start).entries()).extracting(ReplayEntry::offset).containsExactly(removed);
	}

	@Test
	void appendAnswersEventsBetweenLastToldAndItself() {
		var told = put(line("first", false));
		var missedEvents = put(line("second", false));
		var tail = this.log.append(this.room, line("third", false), OptionalLong.of(told));
		assertThat(tail.complete()).isTrue();
		assertThat(tail.entries()).extracting(ReplayEntry::offset).containsExactly(missedEvents);
	}

	@Test
	void appendAfterLogIsGoneIsIncomplete() {
		var told = put(line("first", false));
		put(line("second", false));
		this.redis.delete(this.own + "log:" + this.room);
		assertThat(this.log.append(this.room, line("third", false), OptionalLong.of(told)).complete()).isFalse();
	}

	@Test
	void eventOlderThanLogReachesLeavesGap() {
		var start = position();
		var old = UlidCreator.getUlid(this.clock.instant().minus(Duration.ofMinutes(11)).toEpochMilli());
		put(new LogLine(old.toString(), "post", "{}", false));
		assertThat(since(start).complete()).isFalse();
		assertThat(since(position()).complete()).isTrue();
	}

	@Test
	void offsetOfTheFutureIsIncomplete() {
		assertThat(since(position() + 60_000_000L).complete()).isFalse();
	}

	@Test
	void eventAfterPositionHasHigherOffset() {
		this.redis.opsForValue().set(this.own + "last", Long.toString(position() + 60_000_000L));
		var position = position();
		assertThat(put(line("post", false))).isGreaterThan(position);
	}

	@Test
	void serverThatLostItsDataGivesNoOffsetTwice() {
		this.redis.opsForValue().set(this.own + "last", Long.toString(position() + 60_000_000L));
		var position = position();
		this.redis.delete(this.own + "last");
		assertThat(put(line("post", false))).isGreaterThan(position);
	}

	@Test
	void offsetOfBeforeServerRestartIsIncomplete() {
		var start = position();
		assertThat(since(start).complete()).isTrue();
		this.redis.opsForValue().set(this.own + "run", "another");
		assertThat(since(start).complete()).isFalse();
		assertThat(since(position()).complete()).isTrue();
	}

	@Test
	void offsetOfBeforeLossIsIncomplete() {
		var start = position();
		this.redis.delete(this.own + "whole");
		assertThat(newLog().since(this.room, OptionalLong.of(start)).complete()).isFalse();
	}

	private ReplayLog newLog() {
		var settings = new ReplaySettings(5, Duration.ofMinutes(10), Duration.ofHours(24), Duration.ofSeconds(2));
		return new ReplayLog(this.redis, settings, this.clock, this.own);
	}

	private long position() {
		return reached(this.log.since(this.room, NO_ONE));
	}

	private MissedEvents since(long offset) {
		return this.log.since(this.room, OptionalLong.of(offset));
	}

	private long put(LogLine line) {
		return reached(this.log.append(this.room, line, NO_ONE));
	}

	private static long reached(MissedEvents missedEvents) {
		return Objects.requireNonNull(missedEvents.position());
	}

	private static LogLine line(String subject, boolean replaces) {
		return new LogLine(Ids.next(), subject, "{}", replaces);
	}

}
