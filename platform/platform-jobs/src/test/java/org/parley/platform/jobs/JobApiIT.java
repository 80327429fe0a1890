package org.parley.platform.jobs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.run.JobOutcome;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The administration API of jobs, at a process that runs none. */
class JobApiIT extends GardenIT {

	private static final String JOBS = "/api/v1/admin/garden-service/jobs";

	private static final String RUNS = "/water-plants/runs";

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			GET,  '',                          -,         401
			GET,  '',                          moderator, 403
			GET,  '',                          admin,     200
			GET,  /water-plants/runs,          -,         401
			GET,  /water-plants/runs,          moderator, 403
			GET,  /water-plants/runs,          admin,     200
			GET,  /water-plants/runs/none,     moderator, 403
			GET,  /water-plants/runs/none,     admin,     404
			GET,  /none/runs,                  admin,     404
			GET,  /none/runs/none,             admin,     404
			POST, /water-plants/runs,          -,         401
			POST, /water-plants/runs,          moderator, 403
			POST, /none/runs,                  admin,     404
			GET,  /water-plants/runs?limit=0,  admin,     400
			GET,  /water-plants/runs?limit=x,  admin,     400
			GET,  /water-plants/runs?cursor=x, admin,     400
			GET,  /water-plants/runs?page=1,   admin,     400
			GET,  /water-plants,               admin,     404
			PUT,  /water-plants/runs,          admin,     405
			""")
	void onlyAdminsAreAllowedAndUnknownIsRefused(String method, String path, @Nullable String role, int status) {
		var answer = ask(method, path, (role != null) ? TestTokens.of("1", "alice", role) : null);
		assertThat(answer).hasStatus(status);
		if (status >= 400) {
			assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		}
	}

	@Test
	void jobsAreListedWithTimes() {
		var jobs = admin("GET", "");
		assertThat(jobs).containsHeader("ETag");
		assertThat(jobs).bodyJson().extractingPath("$.data[0].name").isEqualTo("water-plants");
		assertThat(jobs).bodyJson().extractingPath("$.data[0].schedule").isEqualTo("0 0 * * * *");
		assertThat(jobs).bodyJson().extractingPath("$.data[0].lastRun").isNull();
		assertThat(Instant.parse(text(jobs, "$.data[0].next"))).isAfter(Instant.EPOCH);
	}

	@Test
	void requestedRunWaitsForWorker() {
		var asked = admin("POST", RUNS);
		assertThat(asked).hasStatus(202);
		var location = String.valueOf(asked.getResponse().getHeader("Location")).substring(JOBS.length());
		assertThat(text(admin("GET", location), "$.data.outcome")).isEqualTo("waiting");
		assertThat(admin("POST", RUNS)).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("job.busy");
		assertThat(this.acts.texts()).containsExactly("job-requested by 1: water-plants");
		this.clock.advance(Duration.ofHours(1));
		worker("one");
		await().untilAsserted(() -> assertThat(text(admin("GET", location), "$.data.outcome")).isEqualTo("done"));
		var run = admin("GET", location);
		assertThat(text(run, "$.data.by")).isEqualTo("1");
		assertThat(text(run, "$.data.instance")).isEqualTo("one");
		assertThat(text(run, "$.data.result")).isEqualTo("Watered 1 times.");
		assertThat(text(admin("GET", ""), "$.data[0].lastRun.id")).isEqualTo(text(run, "$.data.id"));
	}

	@Test
	void runIsNotRequestedIfActIsNotRecorded() {
		this.acts.fail();
		assertThat(admin("POST", RUNS)).hasStatus(500);
		assertThat(history()).isEmpty();
	}

	@Test
	void activeRunIsNotStartedTwice() {
		this.watering.holdUp();
		worker("one");
		assertThat(admin("POST", RUNS)).hasStatus(202);
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.RUNNING));
		assertThat(admin("POST", RUNS)).hasStatus(409);
		this.watering.goOn();
		await().untilAsserted(() -> assertThat(only().outcome()).isEqualTo(JobOutcome.DONE));
		assertThat(admin("POST", RUNS)).hasStatus(202);
	}

	@Test
	void idempotencyKeyRequestsOnce() {
		var key = Ids.next();
		var first = withKey(key);
		var again = withKey(key);
		assertThat(first).hasStatus(202);
		assertThat(again).hasStatus(202);
		assertThat(text(again, "$.data.id")).isEqualTo(text(first, "$.data.id"));
		assertThat(history()).hasSize(1);
		assertThat(this.acts.texts()).hasSize(1);
	}

	@Test
	void historyIsPagedNewestFirst() {
		var start = this.clock.instant();
		for (int hour = 0; hour < 3; hour++) {
			this.runs.request(JobRun.due(Watering.NAME, start.plus(Duration.ofHours(hour))));
			var run = this.runs.claim(this.jobs.names(), "one", start).orElseThrow();
			this.runs.end(run, JobOutcome.DONE, "Run " + hour, start);
		}
		var first = admin("GET", RUNS + "?limit=2");
		assertThat(text(first, "$.data[0].result")).isEqualTo("Run 2");
		assertThat(text(first, "$.data[1].result")).isEqualTo("Run 1");
		var second = admin("GET", RUNS + "?limit=2&cursor=" + text(first, "$.meta.pagination.next"));
		assertThat(text(second, "$.data[0].result")).isEqualTo("Run 0");
		var back = admin("GET", RUNS + "?limit=2&cursor=" + text(second, "$.meta.pagination.prev"));
		assertThat(text(back, "$.data[0].result")).isEqualTo("Run 2");
	}

	private MvcTestResult withKey(String key) {
		return this.mvc.post()
			.uri(JOBS + RUNS)
			.header("Authorization", "Bearer " + TestTokens.of("1", "alice", "admin"))
			.header("Idempotency-Key", key)
			.exchange();
	}

	private MvcTestResult admin(String method, String path) {
		return ask(method, path, TestTokens.of("1", "alice", "admin"));
	}

	private MvcTestResult ask(String method, String path, @Nullable String token) {
		var request = this.mvc.method(HttpMethod.valueOf(method)).uri(JOBS + path);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return request.exchange();
	}

	private static String text(MvcTestResult answer, String path) {
		return JsonPath.read(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), path);
	}

}
