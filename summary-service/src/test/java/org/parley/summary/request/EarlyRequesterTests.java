package org.parley.summary.request;

import java.time.Duration;
import java.time.Instant;

import com.github.f4b6a3.ulid.Ulid;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.summary.request.EarlyRequester.EarlyRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EarlyRequesterTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final EarlyRequestSettings settings = new EarlyRequestSettings(Duration.ofMinutes(10), 2);

	private final EarlyRequester requester = new EarlyRequester("alice", null);

	@Test
	void recentThreadCanArrive() {
		assertThat(this.settings.canArrive(idCreatedAt(NOW), NOW)).isTrue();
		assertThat(this.settings.canArrive(idCreatedAt(NOW.minusSeconds(599)), NOW)).isTrue();
		assertThat(this.settings.canArrive(idCreatedAt(NOW.minusSeconds(600)), NOW)).isFalse();
	}

	@Test
	void futureThreadCannotArrive() {
		assertThat(this.settings.canArrive(idCreatedAt(NOW.plusSeconds(5)), NOW)).as("tolerated clock skew").isTrue();
		assertThat(this.settings.canArrive(idCreatedAt(NOW.plusSeconds(6)), NOW)).isFalse();
		assertThat(this.settings.canArrive(idCreatedAt(NOW.plus(Duration.ofDays(3_650))), NOW)).isFalse();
		assertThat(this.settings.canArrive("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", NOW)).isFalse();
	}

	@Test
	void malformedIdCannotArrive() {
		var id = idCreatedAt(NOW);
		for (var other : new String[] { "", "nonsense", id.toLowerCase(java.util.Locale.ROOT), id + "0", "8" + id }) {
			assertThat(this.settings.canArrive(other, NOW)).as(other).isFalse();
		}
	}

	@Test
	void repeatedRequestIsStoredOnce() {
		var thread = idCreatedAt(NOW);
		request(thread, NOW);
		request(thread, NOW);
		request(idCreatedAt(NOW), NOW);
		assertThat(this.requester.isWaitingFor(thread, this.settings, NOW)).isTrue();
	}

	@Test
	void requestBeyondLimitIsRefusedWithRetryAfter() {
		request(idCreatedAt(NOW), NOW);
		request(idCreatedAt(NOW), NOW);
		var one = idCreatedAt(NOW);
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> request(one, NOW)).satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(RefusalKind.LIMITED);
			assertThat(problem.code()).isEqualTo("summary.too-many-waiting");
			assertThat(problem.retryAfter()).isPositive();
		});
		assertThat(this.requester.isWaitingFor(one, this.settings, NOW)).isFalse();
	}

	@Test
	void expiredRequestMakesRoom() {
		var thread = idCreatedAt(NOW);
		request(thread, NOW);
		request(idCreatedAt(NOW), NOW);
		var later = NOW.plus(Duration.ofMinutes(11));
		assertThat(this.requester.isWaitingFor(thread, this.settings, later)).isFalse();
		var other = idCreatedAt(later);
		request(other, later);
		assertThat(this.requester.isWaitingFor(other, this.settings, later)).isTrue();
	}

	@Test
	void answeredRequestIsDropped() {
		var arrived = idCreatedAt(NOW);
		var other = idCreatedAt(NOW);
		request(arrived, NOW);
		request(other, NOW);
		this.requester.settle((request) -> request.threadId().equals(arrived), this.settings, NOW);
		assertThat(this.requester.isWaitingFor(arrived, this.settings, NOW)).isFalse();
		assertThat(this.requester.isWaitingFor(other, this.settings, NOW)).isTrue();
		assertThat(this.requester.isDone()).isFalse();
	}

	@Test
	void expiredRequestIsNotLookedUp() {
		request(idCreatedAt(NOW), NOW);
		this.requester.settle((_) -> {
			throw new AssertionError("An expired request was looked up");
		}, this.settings, NOW.plus(Duration.ofMinutes(11)));
		assertThat(this.requester.isDone()).isTrue();
	}

	@Test
	void delayGrowsWithWaitingTime() {
		request(idCreatedAt(NOW), NOW);
		assertThat(this.requester.dueAt()).isEqualTo(NOW.plusMillis(500));
		var later = NOW.plusSeconds(60);
		this.requester.settle((_) -> false, this.settings, later);
		assertThat(this.requester.dueAt()).isEqualTo(later.plusSeconds(30));
		request(idCreatedAt(later), later);
		assertThat(this.requester.dueAt()).as("new request resets the delay").isEqualTo(later.plusMillis(500));
	}

	private void request(String thread, Instant at) {
		this.requester.add(EarlyRequest.of(thread, Rights.of(Audience.MEMBERS), at), this.settings);
	}

	private static String idCreatedAt(Instant time) {
		return Ulid.min(time.toEpochMilli()).toString().substring(0, 10) + Ids.next().substring(10);
	}

}
