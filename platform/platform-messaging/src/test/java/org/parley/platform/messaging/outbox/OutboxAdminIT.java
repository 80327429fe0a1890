package org.parley.platform.messaging.outbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.messaging.outbox.BookEvent.Lent;
import org.parley.platform.messaging.outbox.BookEvent.Returned;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The outbox in the administration API. */
class OutboxAdminIT extends LibraryIT {

	private static final String OUTBOX = "/api/v1/admin/library-service/outbox";

	private static final String SECRET = "open sesame";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private EventSecretCipher eventSecretCipher;

	@BeforeEach
	void nothingIsSent() {
		this.relay.stop();
	}

	@AfterEach
	void goOn() {
		this.relay.start();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			GET,    '',                 -,         401
			GET,    '',                 user,      403
			GET,    '',                 moderator, 403
			GET,    '',                 admin,     200
			GET,    /parked,            -,         401
			GET,    /parked,            moderator, 403
			GET,    /parked,            admin,     200
			POST,   /parked/none/retry, -,         401
			POST,   /parked/none/retry, moderator, 403
			POST,   /parked/none/retry, admin,     404
			DELETE, /parked/none,       -,         401
			DELETE, /parked/none,       moderator, 403
			DELETE, /parked/none,       admin,     404
			GET,    /parked?limit=0,    admin,     400
			GET,    /parked?limit=101,  admin,     400
			GET,    /parked?limit=x,    admin,     400
			GET,    /parked?cursor=x,   admin,     400
			GET,    /parked?page=1,     admin,     400
			PUT,    /parked/none,       admin,     405
			""")
	void onlyAdminsAreAllowedAndUnknownIsRefused(String method, String path, @Nullable String role, int status) {
		var answer = ask(method, path, (role != null) ? TestTokens.of("1", "alice", role) : null);
		assertThat(answer).hasStatus(status);
		if (status >= 400) {
			assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		}
	}

	@Test
	void statusShowsPendingEvents() {
		assertThat(admin("GET", "")).bodyJson().extractingPath("$.data.oldest").isNull();
		publish(new Lent("shelf-1", 1), new Lent("shelf-1", 2));
		this.records.park(only(), "312 NO_ROUTE", Instant.EPOCH);
		this.records.hold(kept().subList(1, 2));
		var status = admin("GET", "");
		assertThat(status).bodyJson().extractingPath("$.data.pending").isEqualTo(2);
		assertThat(status).bodyJson().extractingPath("$.data.parked").isEqualTo(1);
		assertThat(status).bodyJson().extractingPath("$.data.held").isEqualTo(1);
		assertThat(status).bodyJson().extractingPath("$.data.oldest").isNotNull();
	}

	@Test
	void parkedEventsAreListedInPages() {
		publish(IntStream.range(0, 3).mapToObj((number) -> new Lent("shelf-" + number, number)).toArray(Lent[]::new));
		kept().forEach((event) -> this.records.park(event, "312 NO_ROUTE", Instant.EPOCH));
		var ids = kept().stream().map(OutboxRecord::id).toList();
		var first = admin("GET", "/parked?limit=2");
		assertThat(first).bodyJson()
			.extractingPath("$.data[*].id")
			.asInstanceOf(InstanceOfAssertFactories.list(String.class))
			.containsExactlyElementsOf(ids.subList(0, 2));
		assertThat(first).bodyJson().extractingPath("$.data[0].reason").isEqualTo("312 NO_ROUTE");
		var second = admin("GET", "/parked?limit=2&cursor=" + cursor(first, "next"));
		assertThat(second).bodyJson()
			.extractingPath("$.data[*].id")
			.asInstanceOf(InstanceOfAssertFactories.list(String.class))
			.containsExactlyElementsOf(ids.subList(2, 3));
		var back = admin("GET", "/parked?limit=2&cursor=" + cursor(second, "prev"));
		assertThat(back).bodyJson()
			.extractingPath("$.data[*].id")
			.asInstanceOf(InstanceOfAssertFactories.list(String.class))
			.containsExactlyElementsOf(ids.subList(0, 2));
	}

	@Test
	void freedEventsAreSentAlthoughManyOlderOnesOfAnotherKeyAreHeld() {
		publish(IntStream.range(0, 1_002).mapToObj((number) -> new Lent("shelf-1", number)).toArray(Lent[]::new));
		publish(new Lent("shelf-2", 1), new Lent("shelf-2", 2));
		var all = kept();
		var freed = all.get(1_002);
		this.records.park(all.getFirst(), "312 NO_ROUTE", Instant.EPOCH);
		this.records.park(freed, "312 NO_ROUTE", Instant.EPOCH);
		this.records.hold(all.subList(1, 1_002));
		this.records.hold(all.subList(1_003, 1_004));
		admin("DELETE", "/parked/" + freed.id());
		this.relay.start();
		assertThat(hear(1).getFirst().path("data").path("number").asInt()).isEqualTo(2);
	}

	@Test
	void secretsAreNeverInPlainText() {
		publish(new Returned("shelf-1", 1, this.eventSecretCipher.seal("reader-service", SECRET)));
		assertThat(only().envelope()).doesNotContain(SECRET).contains("\"code\":\"eyJ");
		var code = this.json.readTree(only().envelope()).path("data").path("code").stringValue();
		this.records.park(only(), "312 NO_ROUTE", Instant.EPOCH);
		var listed = admin("GET", "/parked");
		assertThat(listed).bodyText().doesNotContain(SECRET, code);
		assertThat(listed).bodyJson().extractingPath("$.data[0].event.data.code").isEqualTo("***");
		assertThat(listed).bodyJson().extractingPath("$.data[0].event.data.number").isEqualTo(1);
		admin("POST", "/parked/" + only().id() + "/retry");
		this.relay.start();
		var heard = hear(1).getFirst();
		assertThat(heard.toString()).doesNotContain(SECRET);
		assertThat(heard.path("data").path("code").stringValue()).isEqualTo(code);
	}

	@Test
	void parkedEventIsRetriedOrDeletedOnce() {
		publish(new Lent("shelf-1", 1), new Lent("shelf-2", 2));
		kept().forEach((event) -> this.records.park(event, "312 NO_ROUTE", Instant.EPOCH));
		var retried = kept().getFirst().id();
		var dropped = kept().getLast().id();
		assertThat(admin("POST", "/parked/" + retried + "/retry")).hasStatus(202);
		assertThat(admin("DELETE", "/parked/" + dropped)).hasStatus(204);
		assertThat(admin("POST", "/parked/" + retried + "/retry")).hasStatus(404);
		assertThat(admin("DELETE", "/parked/" + dropped)).hasStatus(404);
		assertThat(recordedActs()).containsExactly("parked-event-retried by 1: book.lent " + retried,
				"parked-event-deleted by 1: book.lent " + dropped);
		this.relay.start();
		assertThat(hear(1)).extracting(LibraryIT::numberOf).containsExactly(1);
		await().untilAsserted(() -> assertThat(kept()).isEmpty());
	}

	private List<String> recordedActs() {
		return kept().stream()
			.filter((event) -> event.type().equals("administrator.acted"))
			.map((event) -> this.json.readTree(event.envelope()).path("data"))
			.map((data) -> "%s by %s: %s".formatted(data.path("act").asString(), data.path("by").asString(),
					data.path("detail").asString()))
			.toList();
	}

	private MvcTestResult admin(String method, String path) {
		return ask(method, path, TestTokens.of("1", "alice", "admin"));
	}

	private MvcTestResult ask(String method, String path, @Nullable String token) {
		var request = this.mvc.method(HttpMethod.valueOf(method)).uri(OUTBOX + path);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return request.exchange();
	}

	private String cursor(MvcTestResult page, String way) {
		return this.json.readTree(page.getResponse().getContentAsByteArray())
			.path("meta")
			.path("pagination")
			.path(way)
			.stringValue();
	}

}
