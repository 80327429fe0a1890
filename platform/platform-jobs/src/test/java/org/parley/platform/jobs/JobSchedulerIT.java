package org.parley.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.parley.platform.jobs.run.JobOutcome;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;

import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Scheduled jobs with one and with two instances. */
class JobSchedulerIT extends GardenIT {

	@Test
	void eachScheduledTimeRunsOncePerCluster() {
		worker("one");
		worker("two");
		await().until(this::isFollowingTheClock);
		for (int hour = 1; hour <= 4; hour++) {
			this.clock.advance(Duration.ofHours(1));
			var count = hour;
			await().untilAsserted(() -> assertThat(history()).hasSize(count)
				.allMatch(
						(run) -> run.outcome() == JobOutcome.DONE && run.by().equals("clock") && run.attempts() == 1));
		}
		assertThat(this.watering.begun).hasValue(4);
		assertThat(history()).extracting(JobRun::scheduledFor)
			.doesNotHaveDuplicates()
			.allMatch((time) -> time.equals(time.truncatedTo(ChronoUnit.HOURS)));
		assertThat(history().getLast().result()).isEqualTo("Watered 4 times.");
	}

	@Test
	void newJobHasNoMissedTimes() {
		worker("one");
		await().until(this::isFollowingTheClock);
		assertThat(history()).isEmpty();
	}

	@Test
	void missedTimesAreCaughtUpOnce() {
		var worker = worker("one");
		await().until(this::isFollowingTheClock);
		worker.stop();
		this.clock.advance(Duration.ofHours(5));
		var last = this.clock.instant().truncatedTo(ChronoUnit.HOURS);
		worker("two");
		worker("three");
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.DONE));
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(history()).extracting(JobRun::scheduledFor)
			.containsExactly(last, last.plus(Duration.ofHours(1))));
	}

	@Test
	void crashedRunIsRepeated() {
		this.runs.request(JobRun.due(Watering.NAME, hourBefore()));
		this.runs.claim(this.jobs.names(), "dead", this.clock.instant());
		worker("one");
		await().until(this::isFollowingTheClock);
		assertThat(only().instance()).isEqualTo("dead");
		this.clock.advance(JobRuns.HELD);
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.DONE));
		assertThat(history()).hasSize(1);
		assertThat(only().attempts()).isEqualTo(2);
		assertThat(only().instance()).isEqualTo("one");
	}

	@Test
	void repeatedlyCrashingRunIsAbandoned() {
		this.runs.request(JobRun.due(Watering.NAME, hourBefore()));
		for (int attempt = 0; attempt < 3; attempt++) {
			assertThat(this.runs.claim(this.jobs.names(), "dead", this.clock.instant())).isPresent();
			this.clock.advance(JobRuns.HELD.plusMillis(1));
		}
		worker("one");
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.CUT_OFF));
		assertThat(this.watering.begun).hasValue(0);
	}

	@Test
	void longRunRenewsItsClaim() {
		this.watering.holdUp();
		worker("one");
		await().until(this::isFollowingTheClock);
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(this.watering.begun).hasValue(1));
		worker("two");
		for (int step = 0; step < 4; step++) {
			this.clock.advance(Duration.ofSeconds(20));
			var renewed = this.clock.instant().plus(JobRuns.HELD);
			await().untilAsserted(() -> assertThat(Objects.requireNonNull(only().until())).isAfterOrEqualTo(renewed));
		}
		this.watering.goOn();
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.DONE));
		assertThat(this.watering.begun).hasValue(1);
		assertThat(only().instance()).isEqualTo("one");
	}

	@Test
	void timeDuringRunRunsAfterwards() {
		this.watering.holdUp();
		worker("one");
		await().until(this::isFollowingTheClock);
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(this.watering.begun).hasValue(1));
		// As the clock jumps, the claim is either renewed in time or taken over.
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(history()).hasSize(1));
		this.watering.goOn();
		await()
			.untilAsserted(() -> assertThat(history()).hasSize(2).allMatch((run) -> run.outcome() == JobOutcome.DONE));
	}

	@Test
	void stoppedInstanceReleasesRuns() {
		this.watering.holdUp();
		var one = worker("one");
		await().until(this::isFollowingTheClock);
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(this.watering.begun).hasValue(1));
		one.stop();
		assertThat(only().outcome()).isEqualTo(JobOutcome.WAITING);
		this.watering.goOn();
		worker("two");
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.DONE));
		assertThat(only().attempts()).isEqualTo(1);
		assertThat(only().instance()).isEqualTo("two");
	}

	@Test
	void lostClaimCannotEndRun() {
		this.runs.request(JobRun.due(Watering.NAME, hourBefore()));
		var first = this.runs.claim(this.jobs.names(), "paused", this.clock.instant()).orElseThrow();
		this.clock.advance(JobRuns.HELD.plusMillis(1));
		var second = this.runs.claim(this.jobs.names(), "one", this.clock.instant()).orElseThrow();
		assertThat(this.runs.renew(first, this.clock.instant())).isFalse();
		assertThat(this.runs.end(first, JobOutcome.FAILED, "Late.", this.clock.instant())).isFalse();
		assertThat(this.runs.end(second, JobOutcome.DONE, "Well.", this.clock.instant())).isTrue();
		assertThat(only().result()).isEqualTo("Well.");
	}

	@Test
	void clockThatWasAheadStopsNoJob() {
		this.clock.advance(Duration.ofDays(1));
		worker("one");
		await().until(this::isFollowingTheClock);
		this.clock.advance(Duration.ofDays(-1));
		await().until(() -> !lastSeen().isAfter(this.clock.instant()));
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.DONE));
		assertThat(only().scheduledFor()).isEqualTo(hourBefore());
	}

	@Test
	void claimOfClockThatWasAheadIsVoid() {
		this.runs.request(JobRun.due(Watering.NAME, hourBefore()));
		var ahead = this.clock.instant().plus(Duration.ofDays(1));
		assertThat(this.runs.claim(this.jobs.names(), "dead", ahead)).isPresent();
		assertThat(this.runs.claim(this.jobs.names(), "one", this.clock.instant())).isPresent();
	}

	@Test
	void failureIsStoredAndNextTimeRuns() {
		this.watering.failures.release();
		worker("one");
		await().until(this::isFollowingTheClock);
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.FAILED));
		assertThat(only().result()).contains("IllegalStateException").doesNotContain("hole");
		this.clock.advance(Duration.ofHours(1));
		await().untilAsserted(() -> assertThat(history()).extracting(JobRun::outcome)
			.containsExactly(JobOutcome.FAILED, JobOutcome.DONE));
		await().untilAsserted(
				() -> assertThat(this.meters.find("parley.job.runs").tag("outcome", "failed").timers()).singleElement()
					.satisfies((timer) -> assertThat(timer.count()).isEqualTo(1)));
		assertThat(this.meters.get("parley.job.overdue").tag("job", Watering.NAME).gauge().value()).isZero();
	}

	@Test
	void schedulerSleepsUntilNextTime() {
		var scheduler = scheduler("one", runner());
		assertThat(scheduler.poll()).as("before it knows the times").isEqualTo(Duration.ofSeconds(1));
		scheduler.doBatch();
		var next = hourBefore().plus(Duration.ofHours(1));
		this.clock.advance(Duration.between(this.clock.instant(), next).minusSeconds(60));
		assertThat(scheduler.poll()).as("interrupted runs are looked for").isEqualTo(Duration.ofSeconds(5));
		this.clock.advance(Duration.ofSeconds(58));
		assertThat(scheduler.poll()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(2));
	}

	@Test
	void frequentQueriesUseIndexes() {
		this.runs.request(JobRun.due(Watering.NAME, hourBefore()));
		var plan = this.mongo.getCollection("job_runs")
			.find(new Query(Criteria.where("job").in(this.jobs.names()).and("open").is(true)).getQueryObject())
			.explain()
			.toJson();
		assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN");
	}

	private Instant lastSeen() {
		return Objects.requireNonNull(this.mongo.findById(Watering.NAME, JobTime.class)).seen();
	}

	private Instant hourBefore() {
		return this.clock.instant().truncatedTo(ChronoUnit.HOURS);
	}

}
