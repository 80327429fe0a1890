package org.parley.realtime.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import com.github.f4b6a3.ulid.UlidCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.realtime.RealtimeIT;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks which events the log keeps, and when it reports that it is incomplete. */
class ReplayLogIT extends RealtimeIT {

	private static final OptionalLong NONE_DELIVERED = OptionalLong.empty();

	/** Two of them fill the log. */
	private static final String TEXT = "x".repeat(450);

	private final String room = "thread-" + Ids.next();

	@Autowired
	private InstantSource clock;

	private ReplayLog log;

	private String logPrefix;

	/** Uses a prefix of its own, so the log is empty. */
	@BeforeEach
	void emptyLog() {
		this.logPrefix = this.prefix + Ids.next() + ":";
		this.log = newLog();
	}

	@Test
	void eventAppendedTwiceIsKeptOnce() {
		var start = position();
		var event = line("post", false);
		assertThat(append(event)).isEqualTo(append(event));
		assertThat(since(start).entries()).hasSize(1);
	}

	@Test
	void eventsOfRoomsAreRecordedTogetherAndOnce() {
		var start = position();
		var first = line("first", false);
		var other = new RoomLogLine("thread-" + Ids.next(), line("other", false));
		append(first);
		this.log.record(
				List.of(new RoomLogLine(this.room, first), other, new RoomLogLine(this.room, line("second", false))));
		assertThat(since(start).entries()).extracting(ReplayEntry::subject).containsExactly("first", "second");
		assertThat(since(start).entries()).extracting(ReplayEntry::offset).isSorted();
		assertThat(this.log.since(other.room(), OptionalLong.of(start)).entries()).hasSize(1);
	}

	@Test
	void replacementRemovesEarlierEventsOfSubject() {
		var start = position();
		append(line("post", false));
		append(line("other", false));
		append(line("post", true));
		assertThat(since(start).entries()).extracting(ReplayEntry::subject).containsExactly("other", "post");
	}

	@Test
	void replacementAppendedAgainKeepsLaterEvents() {
		var start = position();
		var edited = line("post", true);
		append(edited);
		var removed = append(line("post", true));
		append(edited);
		assertThat(since(start).entries()).extracting(ReplayEntry::offset).containsExactly(removed);
	}

	@Test
	void appendReturnsEventsSinceDeliveredOffset() {
		var delivered = append(line("first", false));
		var missedEvents = append(line("second", false));
		var tail = this.log.append(this.room, line("third", false), OptionalLong.of(delivered));
		assertThat(tail.complete()).isTrue();
		assertThat(tail.entries()).extracting(ReplayEntry::offset).containsExactly(missedEvents);
	}

	@Test
	void appendAfterLogWasDeletedIsIncomplete() {
		var delivered = append(line("first", false));
		append(line("second", false));
		this.redis.delete(this.logPrefix + "log:" + this.room);
		assertThat(this.log.append(this.room, line("third", false), OptionalLong.of(delivered)).complete()).isFalse();
	}

	@Test
	void largeEventsEndTheLogEarlier() {
		var start = position();
		var first = append(large("first"));
		append(large("second"));
		assertThat(since(start).entries()).hasSize(2);
		append(large("third"));
		assertThat(since(start).complete()).isFalse();
		assertThat(since(first).complete()).isTrue();
		assertThat(since(first).entries()).extracting(ReplayEntry::subject).containsExactly("second", "third");
	}

	@Test
	void removedEventsTakeNoRoom() {
		var start = position();
		append(large("kept"));
		append(large("post"));
		for (var edits = 0; edits < 3; edits++) {
			append(new LogLine(Ids.next(), "post", TEXT, true));
		}
		assertThat(since(start).entries()).extracting(ReplayEntry::subject).containsExactly("kept", "post");
		this.redis.delete(this.logPrefix + "log:" + this.room);
		var expired = position();
		append(large("new"));
		append(large("newer"));
		assertThat(since(expired).entries()).extracting(ReplayEntry::subject).containsExactly("new", "newer");
	}

	@Test
	void eventThatExceedsTheLogIsKeptAlone() {
		var start = position();
		append(line("small", false));
		append(new LogLine(Ids.next(), "large", TEXT.repeat(3), false));
		assertThat(since(start).complete()).isFalse();
		var before = position();
		append(new LogLine(Ids.next(), "larger", TEXT.repeat(4), false));
		assertThat(since(before).entries()).extracting(ReplayEntry::subject).containsExactly("larger");
	}

	private static LogLine large(String subject) {
		return new LogLine(Ids.next(), subject, TEXT, false);
	}

	@Test
	void eventOlderThanLogLeavesGap() {
		var start = position();
		var old = UlidCreator.getUlid(this.clock.instant().minus(Duration.ofMinutes(11)).toEpochMilli());
		append(new LogLine(old.toString(), "post", "{}", false));
		assertThat(since(start).complete()).isFalse();
		assertThat(since(position()).complete()).isTrue();
	}

	@Test
	void futureOffsetIsIncomplete() {
		assertThat(since(position() + 60_000_000L).complete()).isFalse();
	}

	@Test
	void eventAfterPositionHasHigherOffset() {
		this.redis.opsForValue().set(this.logPrefix + "last", Long.toString(position() + 60_000_000L));
		var position = position();
		assertThat(append(line("post", false))).isGreaterThan(position);
	}

	@Test
	void serverWithoutDataGivesHigherOffset() {
		this.redis.opsForValue().set(this.logPrefix + "last", Long.toString(position() + 60_000_000L));
		var position = position();
		this.redis.delete(this.logPrefix + "last");
		assertThat(append(line("post", false))).isGreaterThan(position);
	}

	@Test
	void offsetBeforeServerRestartIsIncomplete() {
		var start = position();
		assertThat(since(start).complete()).isTrue();
		this.redis.opsForValue().set(this.logPrefix + "run", "another");
		assertThat(since(start).complete()).isFalse();
		assertThat(since(position()).complete()).isTrue();
	}

	@Test
	void offsetBeforeDataLossIsIncomplete() {
		var start = position();
		this.redis.delete(this.logPrefix + "whole");
		assertThat(newLog().since(this.room, OptionalLong.of(start)).complete()).isFalse();
	}

	private ReplayLog newLog() {
		var settings = new ReplaySettings(5, DataSize.ofKilobytes(1), Duration.ofMinutes(10), Duration.ofHours(24),
				Duration.ofSeconds(2));
		return new ReplayLog(this.redis, settings, this.clock, this.logPrefix);
	}

	private long position() {
		return positionOf(this.log.since(this.room, NONE_DELIVERED));
	}

	private MissedEvents since(long offset) {
		return this.log.since(this.room, OptionalLong.of(offset));
	}

	private long append(LogLine line) {
		return positionOf(this.log.append(this.room, line, NONE_DELIVERED));
	}

	private static long positionOf(MissedEvents missedEvents) {
		return Objects.requireNonNull(missedEvents.position());
	}

	private static LogLine line(String subject, boolean replaces) {
		return new LogLine(Ids.next(), subject, "{}", replaces);
	}

}
