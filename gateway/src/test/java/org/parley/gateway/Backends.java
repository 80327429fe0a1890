package org.parley.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.awaitility.Awaitility;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The services behind the gateway: the forum is a WireMock that tests configure, the
 * others answer with their name and the request.
 */
public class Backends implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	public static final WireMockServer FORUM = new WireMockServer(WireMockConfiguration.options()
		.dynamicPort()
		.bindAddress("127.0.0.1")
		.gzipDisabled(true)
		.containerThreads(16));

	private static final ChannelGroup CONNECTIONS = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private static final Queue<String> REVOCATIONS = new ConcurrentLinkedQueue<>();

	private static final Map<String, String> PERSONAL = new ConcurrentHashMap<>();

	private static final Queue<String> EXCHANGES = new ConcurrentLinkedQueue<>();

	private static final Map<String, HttpHeaders> UPGRADES = new ConcurrentHashMap<>();

	private static final Map<String, StubPage> PAGES = new ConcurrentHashMap<>();

	private static final Map<String, DisposableServer> ECHOES = new TreeMap<>();

	static {
		FORUM.start();
		services().forEach((name) -> ECHOES.put(name, echo(name, 0)));
	}

	/** All services in the routes, except the forum. */
	private static Stream<String> services() {
		return ConfiguredGateway.addressVariables()
			.stream()
			.map((name) -> name.substring("PARLEY_".length(), name.length() - "_URI".length()).toLowerCase(Locale.ROOT))
			.filter((name) -> !name.equals("forum"));
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var values = TestPropertyValues.of("PARLEY_REDIS_URI=redis://127.0.0.1:1",
				"PARLEY_AMQP_URI=amqp://nobody:nothing@127.0.0.1:1");
		var addresses = new TreeMap<String, String>();
		ECHOES.forEach((name, echo) -> addresses.put("PARLEY_%s_URI".formatted(name.toUpperCase(Locale.ROOT)),
				"http://127.0.0.1:" + echo.port()));
		addresses.put("PARLEY_FORUM_URI", FORUM.baseUrl());
		// A test may have services of its own.
		addresses.keySet().removeIf(context.getEnvironment()::containsProperty);
		values = values.and(addresses);
		values.applyTo(context);
	}

	/**
	 * Waits until the gateway calls all instances again, which it finds out by itself.
	 */
	public static void awaitCalls(CircuitBreakerRegistry breakers) {
		Awaitility.await().until(() -> breakers.getAllCircuitBreakers().stream().allMatch(Backends::isClosed));
	}

	public static boolean isClosed(CircuitBreaker breaker) {
		return breaker.getState() == CircuitBreaker.State.CLOSED;
	}

	/** Adds a revocation to auth-service's list permanently. */
	public static void revoke(String revocation) {
		REVOCATIONS.add(revocation);
	}

	/** Makes auth-service exchange a personal token for an access token from now on. */
	public static void exchange(String personal, String accessToken) {
		PERSONAL.put(personal, accessToken);
	}

	/** Makes auth-service refuse a personal token from now on. */
	public static void revokePersonal(String personal) {
		PERSONAL.remove(personal);
	}

	/** The number of exchanges of a personal token. */
	public static long exchangesOf(String personal) {
		return EXCHANGES.stream().filter(personal::equals).count();
	}

	/** Makes the web client answer an address with a page for guests from now on. */
	public static StubPage showPage(String uri, int status, String html) {
		var page = new StubPage(status, html, new AtomicInteger());
		PAGES.put(uri, page);
		return page;
	}

	/** The headers of a WebSocket upgrade that a service received, once it has. */
	public static Optional<HttpHeaders> upgradeOf(String uri) {
		return Optional.ofNullable(UPGRADES.get(uri));
	}

	/**
	 * Stops a service, so that its port refuses connections, and closes its open
	 * connections.
	 */
	public static void stop(String name) {
		DisposableServer server = Objects.requireNonNull(ECHOES.get(name));
		server.dispose();
		CONNECTIONS.close().awaitUninterruptibly();
		server.onDispose().block(Duration.ofSeconds(10));
	}

	/** Starts a service again at the same port. */
	public static void start(String name) {
		ECHOES.computeIfPresent(name, (_, gone) -> echo(name, gone.port()));
	}

	private static DisposableServer echo(String name, int port) {
		return HttpServer.create()
			.host("127.0.0.1")
			.port(port)
			.doOnConnection((connection) -> CONNECTIONS.add(connection.channel()))
			.route((routes) -> routes.get("/internal/revocations", (request, response) -> list(request, response))
				.post("/internal/personal-tokens/exchange", (request, response) -> exchange(request, response))
				.route(Backends::isUpgrade, Backends::upgrade)
				.route((_) -> true, (request, response) -> answer(name, request, response)))
			.bindNow();
	}

	/** One revocation per page, to detect a client that reads only the first page. */
	private static Publisher<Void> list(HttpServerRequest request, HttpServerResponse response) {
		var all = List.copyOf(REVOCATIONS);
		var after = request.uri().replaceFirst(".*after=", "");
		int at = after.isEmpty() ? 0 : Integer.parseInt(after);
		var next = (at + 1 < all.size()) ? "\"" + (at + 1) + "\"" : "null";
		return response.header("Content-Type", "application/json")
			.sendString(Mono.just("{\"data\":[%s],\"next\":%s}".formatted((at < all.size()) ? all.get(at) : "", next)));
	}

	private static Publisher<Void> exchange(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().flatMap((body) -> {
			var personal = JsonMapper.shared().readTree(body).path("token").asString();
			EXCHANGES.add(personal);
			var accessToken = PERSONAL.get(personal);
			return (accessToken == null) ? response.status(401).send().then()
					: response.header("Content-Type", "application/json")
						.sendString(Mono.just("{\"accessToken\":\"%s\",\"expiresIn\":900}".formatted(accessToken)))
						.then();
		});
	}

	private static boolean isUpgrade(HttpServerRequest request) {
		return request.requestHeaders().contains("Upgrade");
	}

	private static Mono<Void> upgrade(HttpServerRequest request, HttpServerResponse response) {
		UPGRADES.put(request.uri(), request.requestHeaders().copy());
		var frames = WebsocketServerSpec.builder().maxFramePayloadLength(1_048_576).build();
		return response.sendWebsocket((in, out) -> out.send(in.receive().retain()), frames);
	}

	private static Mono<Void> answer(String name, HttpServerRequest request, HttpServerResponse response) {
		var page = PAGES.get(request.uri());
		if (page != null && name.equals("web")) {
			return page.send(request, response);
		}
		var headers = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
		request.requestHeaders()
			.names()
			.forEach((header) -> headers.put(header, request.requestHeaders().getAll(header)));
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			var seen = Map.of("service", name, "method", request.method().name(), "uri", request.uri(), "headers",
					headers, "bodyLength", body.length());
			return response.header("Content-Type", "application/json")
				.sendString(Mono.just(JsonMapper.shared().writeValueAsString(seen)))
				.then();
		});
	}

	/**
	 * A page as the web client sends it, with its language at the end.
	 *
	 * @param status of the answer
	 * @param html the content
	 * @param asked how often it was requested
	 */
	public record StubPage(int status, String html, AtomicInteger asked) {

		private Mono<Void> send(HttpServerRequest request, HttpServerResponse response) {
			this.asked.incrementAndGet();
			var language = String.valueOf(request.requestHeaders().get("Accept-Language"));
			return response.status(this.status)
				.header("Content-Type", "text/html")
				.header("ETag", "\"%d\"".formatted(this.html.hashCode()))
				.header("Cache-Control", "no-cache")
				.header("Vary", "Accept-Language, Cookie")
				.header("Content-Language", language)
				.header("Content-Security-Policy", "default-src 'none'; script-src 'self'")
				.sendString(Mono.just(this.html + language))
				.then();
		}

	}

}
