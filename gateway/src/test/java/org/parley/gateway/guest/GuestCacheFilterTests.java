package org.parley.gateway.guest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.address.AddressSettings;
import org.parley.gateway.address.ClientAddressResolver;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuestCacheFilterTests {

	private static final Duration AGE = Duration.ofSeconds(1);

	private static final Duration ALMOST = AGE.minusNanos(1);

	private static final String LIST = "/api/v1/threads";

	private static final String PAGE = "/api/v1/threads/01J/posts";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final StubForum service = new StubForum();

	private long now = 16;

	private GuestCacheFilter filter = filter(AGE, DataSize.ofMegabytes(1));

	@Test
	void answerIsRepeatedUntilItIsOfAge() {
		assertThat(get(LIST)).isEqualTo("list 1");
		pass(ALMOST);
		this.service.body = "list 2";
		assertThat(get(LIST)).isEqualTo("list 1");
		pass(Duration.ofNanos(1));
		assertThat(get(LIST)).isEqualTo("list 2");
		assertThat(this.service.asked).hasSize(2);
	}

	@Test
	void readingDoesNotKeepAnswerAlive() {
		get(LIST);
		this.service.body = "list 2";
		for (int i = 0; i < 9; i++) {
			pass(AGE.dividedBy(10));
			assertThat(get(LIST)).isEqualTo("list 1");
		}
		pass(AGE.dividedBy(10));
		assertThat(get(LIST)).isEqualTo("list 2");
	}

	@Test
	void ageCountsFromRequestToService() {
		var held = this.service.hold();
		var first = start(LIST, (_) -> {
		});
		pass(ALMOST);
		held.tryEmitEmpty();
		assertThat(body(first.getResponse())).isEqualTo("list 1");
		this.service.release();
		pass(Duration.ofNanos(1));
		this.service.body = "list 2";
		assertThat(get(LIST)).isEqualTo("list 2");
	}

	@ParameterizedTest
	@EnumSource(Vanishing.class)
	void vanishedThreadIsGoneAfterAge(Vanishing vanishing) {
		this.service.body = "riddle";
		for (var address : List.of(LIST, PAGE)) {
			assertThat(get(address)).isEqualTo("riddle");
		}
		this.service.status = vanishing.pageStatus;
		this.service.body = vanishing.pageBody;
		pass(AGE);
		var page = exchange(PAGE, (_) -> {
		});
		assertThat(page.getResponse().getStatusCode()).isEqualTo(vanishing.pageStatus);
		assertThat(body(page.getResponse())).isEqualTo(vanishing.pageBody);
		this.service.status = HttpStatus.OK;
		this.service.body = "list without it";
		assertThat(get(LIST)).isEqualTo("list without it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "Cookie" })
	void requestWithCredentialsNeverMeetsCache(String header) {
		get(LIST);
		this.service.body = "own list";
		assertThat(get(LIST, header, "anything")).isEqualTo("own list");
		assertThat(get(LIST, header, "")).isEqualTo("own list");
		assertThat(get(LIST)).isEqualTo("list 1");
		pass(AGE);
		get(LIST, header, "anything");
		this.service.body = "list 2";
		assertThat(get(LIST)).isEqualTo("list 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cache-Control: no-cache", "Pragma: no-cache", "Range: bytes=0-1", "If-Match: \"a\"",
			"If-Modified-Since: Sat, 21 Nov 2026 10:00:00 GMT", "If-Unmodified-Since: Sat, 21 Nov 2026 10:00:00 GMT",
			"Content-Length: 2", "Transfer-Encoding: chunked", "Accept: application/xml" })
	void unusualRequestsReachService(String header) {
		get(LIST);
		var parts = header.split(": ", 2);
		get(LIST, parts[0], parts[1]);
		assertThat(this.service.asked).hasSize(2);
		assertThat(this.service.asked.getLast().getFirst(parts[0])).isEqualTo(parts[1]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/threads/01J", "/api/v1/threads/", "/api/v1/Threads", "/api/v1/threads/a/b/posts",
			"/api/v1/notifications", "/api/v1/threads/01J/summary" })
	void otherPathsReachService(String path) {
		get(path);
		get(path);
		assertThat(this.service.asked).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
	void otherMethodsReachService(String method) {
		get(LIST);
		this.service.body = "written";
		var request = MockServerHttpRequest.method(HttpMethod.valueOf(method), LIST).build();
		var exchange = MockServerWebExchange.from(request);
		this.filter.filter(exchange, this.service).block();
		assertThat(body(exchange.getResponse())).isEqualTo("written");
	}

	@Test
	void everyAddressHasItsOwnAnswer() {
		for (var query : List.of("", "?limit=20", "?limit=20&sort=top", "?sort=top&limit=20", "?LIMIT=20",
				"?limit=%32%30", "?limit=20&", "?")) {
			this.service.body = "answer to " + query;
			assertThat(get(LIST + query)).isEqualTo("answer to " + query);
		}
	}

	@ParameterizedTest
	@MethodSource("unshareable")
	void unshareableAnswerReachesOnlyItsClient(Consumer<StubForum> kind) {
		kind.accept(this.service);
		assertThat(get(LIST)).isEqualTo("list 1");
		this.service.body = "list 2";
		assertThat(get(LIST)).isEqualTo("list 2");
	}

	static Stream<Consumer<StubForum>> unshareable() {
		return Stream.of((service) -> service.status = HttpStatus.NOT_FOUND,
				(service) -> service.status = HttpStatus.SERVICE_UNAVAILABLE,
				(service) -> service.status = HttpStatus.PARTIAL_CONTENT,
				(service) -> service.headers.remove(HttpHeaders.ETAG),
				(service) -> service.headers.set(HttpHeaders.SET_COOKIE, "a=b"),
				(service) -> service.headers.setCacheControl("no-store"),
				(service) -> service.headers.setCacheControl("private, max-age=9"),
				(service) -> service.headers.set(HttpHeaders.VARY, "User-Agent"),
				(service) -> service.headers.set(HttpHeaders.VARY, "*"),
				(service) -> service.headers.setContentLength(3L * 1024 * 1024));
	}

	/** Others would get the format that one client prefers. */
	@Test
	void serviceIsAskedForTheFormatThatAllAccept() {
		get(LIST, "Accept", "application/problem+json, */*;q=0.1");
		assertThat(this.service.asked.getFirst().getAccept()).containsExactly(MediaType.APPLICATION_JSON);
	}

	@Test
	void headersOfOneClientAreNotShared() {
		this.service.headers.set("X-Correlation-Id", "first");
		this.service.headers.set("Date", "yesterday");
		var first = exchange(LIST, (_) -> {
		});
		first.getResponse().getHeaders().forEach((name, _) -> assertThat(name).isNotEqualTo("X-Correlation-Id"));
		var second = exchange(LIST, (_) -> {
		});
		assertThat(second.getResponse().getHeaders().headerNames()).containsExactlyInAnyOrder("ETag", "Content-Type",
				"Content-Length", "Cache-Control", "Vary");
	}

	@Test
	void headersThatFiltersAddForOneClientAreNotShared() {
		var first = MockServerWebExchange.from(MockServerHttpRequest.get(LIST));
		first.getResponse().getHeaders().set("Access-Control-Allow-Origin", "https://app.example");
		this.filter.filter(first, this.service).block();
		var second = exchange(LIST, (_) -> {
		});
		assertThat(first.getResponse().getHeaders().getAccessControlAllowOrigin()).isEqualTo("https://app.example");
		assertThat(second.getResponse().getHeaders().getAccessControlAllowOrigin()).isNull();
	}

	@Test
	void knownTagAnswersNotModified() {
		get(LIST);
		for (var tags : List.of("W/\"t1\"", "\"t1\"", "\"x\", W/\"t1\"")) {
			var exchange = exchange(LIST, (request) -> request.header("If-None-Match", tags));
			assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
			assertThat(exchange.getResponse().getHeaders().getETag()).isEqualTo("W/\"t1\"");
			assertThat(exchange.getResponse().getHeaders().getContentType()).isNull();
			assertThat(body(exchange.getResponse())).isEmpty();
		}
		assertThat(get(LIST, "If-None-Match", "\"other\"")).isEqualTo("list 1");
		assertThat(this.service.asked).hasSize(1);
	}

	@Test
	void serviceIsAskedForContentThatFirstClientHas() {
		var first = exchange(LIST, (request) -> request.header("If-None-Match", "W/\"t1\""));
		assertThat(first.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
		assertThat(this.service.asked.getFirst().containsHeader("If-None-Match")).isFalse();
		assertThat(get(LIST)).isEqualTo("list 1");
		assertThat(this.service.asked).hasSize(1);
	}

	@Test
	void headHasLengthAndNoBody() {
		assertThat(head().getResponse().getHeaders().getContentLength()).isEqualTo(6);
		get(LIST);
		var known = head();
		assertThat(known.getResponse().getHeaders().getContentLength()).isEqualTo(6);
		assertThat(body(known.getResponse())).isEmpty();
		assertThat(this.service.asked).hasSize(2);
	}

	@Test
	void answerIsCompressedOnce() throws IOException {
		this.service.body = "a riddle ".repeat(500);
		for (int i = 0; i < 2; i++) {
			var exchange = exchange(LIST, (request) -> request.header("Accept-Encoding", "deflate, gzip;q=0.5"));
			assertThat(exchange.getResponse().getHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
			assertThat(unzip(bytes(exchange.getResponse()))).isEqualTo(this.service.body);
		}
		assertThat(this.service.asked).hasSize(1);
		assertThat(get(LIST, "Accept-Encoding", "gzip;q=0")).isEqualTo(this.service.body);
		assertThat(get(LIST)).isEqualTo(this.service.body);
		assertThat(this.service.asked).hasSize(2);
	}

	@Test
	void strongTagIsWeakOnlyForBytesThatGatewayCompressed() {
		this.service.headers.setETag("\"t1\"");
		this.service.body = "a riddle ".repeat(500);
		assertThat(tag("gzip")).isEqualTo("W/\"t1\"");
		assertThat(tag("identity")).isEqualTo("\"t1\"");
	}

	@Test
	void concurrentRequestsAskOnce() {
		var held = this.service.hold();
		var waiting = Stream.generate(() -> start(LIST, (_) -> {
		})).limit(20).toList();
		assertThat(this.service.asked).hasSize(1);
		held.tryEmitEmpty();
		assertThat(waiting).extracting((one) -> body(one.getResponse())).containsOnly("list 1");
		assertThat(this.service.asked).hasSize(1);
		assertThat(answers("hit")).isEqualTo(19);
		assertThat(answers("miss")).isEqualTo(1);
	}

	@Test
	void slowAnswerIsNotSharedWithThoseWhoWaited() {
		var held = this.service.hold();
		start(LIST, (_) -> {
		});
		var other = start(LIST, (_) -> {
		});
		pass(AGE);
		this.service.release();
		this.service.body = "list 2";
		held.tryEmitEmpty();
		assertThat(body(other.getResponse())).isEqualTo("list 2");
	}

	@Test
	void failureOfServiceReachesEachClient() {
		var failing = (WebFilterChain) (_) -> Mono.error(new IOException("no answer"));
		var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(LIST));
		assertThatThrownBy(() -> this.filter.filter(exchange, failing).block()).hasMessageContaining("no answer");
		assertThat(get(LIST)).isEqualTo("list 1");
	}

	@Test
	void clientThatLeavesDoesNotStopTheOthers() {
		this.service.hold();
		var leaving = this.filter.filter(MockServerWebExchange.from(MockServerHttpRequest.get(LIST)), this.service)
			.subscribe();
		var other = start(LIST, (_) -> {
		});
		this.service.release();
		leaving.dispose();
		assertThat(body(other.getResponse())).isEqualTo("list 1");
	}

	@Test
	void memoryIsBounded() {
		this.filter = filter(AGE, DataSize.ofKilobytes(8));
		this.service.body = "x".repeat(1024);
		for (int i = 0; i < 100; i++) {
			get(LIST + "?cursor=" + i);
		}
		assertThat(this.meters.get("parley.gateway.guest.cache.bytes").gauge().value()).isBetween(1.0, 8.0 * 1024);
		this.service.body = "y".repeat(9 * 1024);
		assertThat(get(PAGE)).isEqualTo(this.service.body);
	}

	@Test
	void evictedAnswerIsAskedAgain() {
		this.filter = filter(AGE, DataSize.ofBytes(0));
		assertThat(get(LIST)).isEqualTo("list 1");
		assertThat(get(LIST)).isEqualTo("list 1");
		assertThat(this.service.asked).hasSize(2);
	}

	@Test
	void zeroAgeSwitchesCacheOff() {
		this.filter = filter(Duration.ZERO, DataSize.ofMegabytes(1));
		get(LIST);
		get(LIST);
		assertThat(this.service.asked).hasSize(2);
		assertThat(answers("miss")).isZero();
	}

	private GuestCacheFilter filter(Duration age, DataSize size) {
		this.meters.clear();
		var settings = new GuestCacheSettings(Set.of(LIST, "/api/v1/threads/{id}/posts"), Set.of(), List.of("en"), null,
				age, size);
		var clients = new ClientAddressResolver(new AddressSettings(List.of(), List.of()));
		return new GuestCacheFilter(new GuestRequests(settings, clients), new PageHits(settings, clients), settings,
				this.meters, () -> this.now);
	}

	private void pass(Duration time) {
		this.now += time.toNanos();
	}

	private double answers(String result) {
		return this.meters.get("parley.gateway.guest.cache").tag("result", result).counter().count();
	}

	private String get(String address, String... header) {
		return body(exchange(address, (request) -> {
			if (header.length > 0) {
				request.header(header[0], header[1]);
			}
		}).getResponse());
	}

	private @Nullable String tag(String coding) {
		return exchange(LIST, (request) -> request.header("Accept-Encoding", coding)).getResponse()
			.getHeaders()
			.getETag();
	}

	private MockServerWebExchange head() {
		var exchange = MockServerWebExchange.from(MockServerHttpRequest.head(LIST));
		this.filter.filter(exchange, this.service).block(Duration.ofSeconds(10));
		return exchange;
	}

	private MockServerWebExchange exchange(String address, Consumer<MockServerHttpRequest.BaseBuilder<?>> more) {
		var request = MockServerHttpRequest.method(HttpMethod.GET, URI.create(address));
		more.accept(request);
		var exchange = MockServerWebExchange.from(request.build());
		this.filter.filter(exchange, this.service).block(Duration.ofSeconds(10));
		return exchange;
	}

	private MockServerWebExchange start(String address, Consumer<MockServerHttpRequest.BaseBuilder<?>> more) {
		var request = MockServerHttpRequest.get(address);
		more.accept(request);
		var exchange = MockServerWebExchange.from(request.build());
		this.filter.filter(exchange, this.service).subscribe();
		return exchange;
	}

	private static String body(MockServerHttpResponse response) {
		return new String(bytes(response), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(MockServerHttpResponse response) {
		var joined = DataBufferUtils.join(response.getBody()).block(Duration.ofSeconds(10));
		if (joined == null) {
			return new byte[0];
		}
		var bytes = new byte[joined.readableByteCount()];
		joined.read(bytes);
		return bytes;
	}

	private static String unzip(byte[] bytes) throws IOException {
		try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** Responses of the forum after guests have lost access to a thread. */
	enum Vanishing {

		HIDDEN(HttpStatus.NOT_FOUND, "thread.not-found"), REMOVED(HttpStatus.NOT_FOUND, "thread.not-found"),
		CATEGORY_RESTRICTED(HttpStatus.UNAUTHORIZED, "auth.required"),
		MOVED_TO_RESTRICTED_CATEGORY(HttpStatus.NOT_FOUND, "thread.not-found"),
		MERGED(HttpStatus.MOVED_PERMANENTLY, ""), AUTHOR_ERASED(HttpStatus.OK, "by a deleted user");

		private final HttpStatus pageStatus;

		private final String pageBody;

		Vanishing(HttpStatus pageStatus, String pageBody) {
			this.pageStatus = pageStatus;
			this.pageBody = pageBody;
		}

	}

	/** Answers like the forum, as the end of the chain. */
	static final class StubForum implements WebFilterChain {

		private final List<HttpHeaders> asked = new ArrayList<>();

		private final HttpHeaders headers = new HttpHeaders();

		private HttpStatus status = HttpStatus.OK;

		private String body = "list 1";

		private Sinks.@Nullable Empty<Void> held;

		private StubForum() {
			this.headers.setETag("W/\"t1\"");
			this.headers.setCacheControl("no-cache");
			this.headers.set(HttpHeaders.VARY, "Accept-Encoding, Authorization");
			this.headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
		}

		/** Answers further requests when the returned sink ends. */
		private Sinks.Empty<Void> hold() {
			var sink = Sinks.<Void>empty();
			this.held = sink;
			return sink;
		}

		/** Answers further requests at once. */
		private void release() {
			this.held = null;
		}

		@Override
		public Mono<Void> filter(ServerWebExchange exchange) {
			this.asked.add(exchange.getRequest().getHeaders());
			return ((this.held != null) ? this.held.asMono() : Mono.<Void>empty())
				.then(Mono.defer(() -> answer(exchange)));
		}

		private Mono<Void> answer(ServerWebExchange exchange) {
			var response = exchange.getResponse();
			response.setStatusCode(this.status);
			response.getHeaders().addAll(this.headers);
			var bytes = this.body.getBytes(StandardCharsets.UTF_8);
			if (!this.headers.containsHeader(HttpHeaders.CONTENT_LENGTH)) {
				response.getHeaders().setContentLength(bytes.length);
			}
			return HttpMethod.HEAD.equals(exchange.getRequest().getMethod()) ? response.setComplete()
					: response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
		}

	}

}
