package org.parley.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.platform.test.trace.ReceivedSpan;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One trace leads from a client's request through the gateway, a service, its outbox and
 * RabbitMQ to the listeners, to a mail and to the sockets. The gateway samples a quarter
 * of the requests, so several are sent.
 */
@EndToEnd
class RequestTraceIT {

	private static final String CLIENT = "00f067aa0ba902b7";

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	/** Four are enough on average; one run in three thousand has no sampled one. */
	private static final int ATTEMPTS = 28;

	private final RunningSystem system;

	private final Random random = new Random();

	RequestTraceIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void traceLeadsFromRegistrationToMail() {
		var spans = traced(this::register, "gateway: POST auth", "auth-service: http post /api/v1/auth/register",
				"auth-service: create email-verification.requested", "auth-service: send email-verification.requested",
				"notification-service: process email-verification.requested", "notification-service: send mail");
		var request = one(spans, "auth-service", "http post /api/v1/auth/register");
		assertBeginsAtGateway(spans, "POST auth", request);
		var requested = assertPublished(spans, "auth-service", "email-verification.requested");
		var processed = one(spans, "notification-service", "process email-verification.requested");
		assertThat(processed.isChildOf(requested)).isTrue();
		assertThat(one(spans, "notification-service", "send mail").isChildOf(processed)).isTrue();
		assertThat(spans).noneMatch((span) -> span.toString().contains("@"));
	}

	@Test
	void traceLeadsFromReplyToSockets() {
		var alice = this.system.signedIn("alice");
		this.system.signedIn("admin").post("/categories", Map.of("slug", "traces", "name", "Traces")).is(201);
		var thread = alice
			.post("/threads", Map.of("title", "Where does the time go?", "category", "traces", "content", "I wonder."))
			.is(201)
			.text("/data/id");
		var spans = traced((trace) -> reply(alice, thread, trace), "gateway: POST forum",
				"forum-service: http post /api/v1/posts", "forum-service: create post.created",
				"forum-service: send post.created", "realtime-service: process post.created",
				"notification-service: process post.created");
		var request = one(spans, "forum-service", "http post /api/v1/posts");
		assertBeginsAtGateway(spans, "POST forum", request);
		var created = assertPublished(spans, "forum-service", "post.created");
		assertThat(created.isChildOf(request)).isTrue();
		assertThat(one(spans, "realtime-service", "process post.created").isChildOf(created)).isTrue();
		assertThat(one(spans, "notification-service", "process post.created").isChildOf(created)).isTrue();
	}

	private void assertBeginsAtGateway(List<ReceivedSpan> spans, String name, ReceivedSpan request) {
		var first = one(spans, "gateway", name);
		assertThat(first.parentId()).isEqualTo(CLIENT);
		assertThat(request.isChildOf(first)).isTrue();
	}

	/** The wait in the outbox is a span of its own. */
	private static ReceivedSpan assertPublished(List<ReceivedSpan> spans, String service, String type) {
		var created = one(spans, service, "create " + type);
		assertThat(one(spans, service, "send " + type).isChildOf(created)).isTrue();
		return created;
	}

	private void register(String trace) {
		var name = "traced-" + trace.substring(0, 12);
		client(this.system.gateway().guest(), trace)
			.post("/auth/register", Map.of("name", "Traced", "username", name, "email", name + "@example.org",
					"password", TestUsers.PASSWORD))
			.is(201);
	}

	private static void reply(ApiUser alice, String thread, String trace) {
		client(alice, trace).post("/posts", Map.of("threadId", thread, "content", "Reply " + trace)).is(201);
	}

	private static ApiUser client(ApiUser user, String trace) {
		return user.with("traceparent", "00-%s-%s-00".formatted(trace, CLIENT));
	}

	/**
	 * Sends requests until one is sampled, and returns its spans once the needed ones
	 * have arrived.
	 */
	private List<ReceivedSpan> traced(Consumer<String> request, String... needed) {
		var traces = new ArrayList<String>();
		var complete = Await.until(TIMEOUT, POLL_INTERVAL, () -> {
			if (traces.size() < ATTEMPTS) {
				traces.add(newTrace());
				request.accept(traces.getLast());
			}
			return complete(traces, needed).findAny().isPresent();
		});
		assertThat(complete).as("one of %d requests is traced to its end", ATTEMPTS).isTrue();
		return complete(traces, needed).findFirst().orElseThrow();
	}

	private Stream<List<ReceivedSpan>> complete(List<String> traces, String... needed) {
		return traces.stream()
			.map(this.system::trace)
			.filter((spans) -> spans.stream()
				.map((span) -> span.service() + ": " + span.name())
				.toList()
				.containsAll(List.of(needed)));
	}

	private String newTrace() {
		var bytes = new byte[16];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	private static ReceivedSpan one(List<ReceivedSpan> spans, String service, String name) {
		var found = spans.stream()
			.filter((span) -> span.service().equals(service) && span.name().equals(name))
			.toList();
		assertThat(found).as("%s of %s among %s", name, service, spans).isNotEmpty();
		return found.getFirst();
	}

}
