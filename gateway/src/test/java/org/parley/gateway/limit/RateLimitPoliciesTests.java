package org.parley.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.gateway.ConfiguredGateway;
import org.parley.gateway.address.ResolvedClient;
import org.parley.gateway.path.PlainPath;
import org.parley.platform.test.client.TestTokens;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitPoliciesTests {

	private static final RateLimitSettings SETTINGS = ConfiguredGateway.settings("parley.gateway.limits",
			RateLimitSettings.class);

	private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

	/** All other methods write, including unknown ones. */
	private static final List<String> WRITES = List.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND",
			"get", "FROBNICATE");

	@RegisterExtension
	static final FetchedIssuerKeys KEYS = new FetchedIssuerKeys();

	private static final String TOKEN = TestTokens.of("1", "alice");

	private final RateLimitPolicies rateLimitPolicies = new RateLimitPolicies(SETTINGS, KEYS.accessTokens());

	/** Every path of the settings, with the limits of its reads and of its writes. */
	static Stream<Arguments> paths() {
		return Stream.of(all(SETTINGS.credentialPaths(), "reads", "credentials"),
				all(SETTINGS.codePaths(), "credentials", "credentials"), all(SETTINGS.sessionPaths(), "reads", "reads"),
				all(SETTINGS.machinePaths(), "machines", "machines"),
				all(below(SETTINGS.machinePaths()), "machines", "machines"),
				all(List.of("/livez", "/readyz", "/health", "/health/ready", "/metrics"), "", ""),
				all(below(SETTINGS.messagePaths()).map((path) -> path.replaceFirst("^[A-Z]+ ", "")), "reads",
						"writes+reads"),
				all(List.of("/api/v1/threads", "/api/v1/users/me", "/api/v1/webhooks", "/oauth2/tokens",
						"/oauth2/authorize", "/oauth2/consent"), "reads", "writes+reads"),
				all(SETTINGS.peoplePaths(), "reads", "writes+reads"),
				all(List.of("/api/v1/webhook/subscriptions/1/rotate", "/api/v1/webhook/logs/1/replay"), "reads",
						"writes+reads"),
				all(List.of("/api/v1/webhook/github", "/api/v1/webhook/subscriptions-of-acme"), "machines", "machines"),
				all(List.of("/m/01J/0.jpg"), "files", "files"),
				all(List.of("/", "/threads/1", "/sign-in", "/livezz", "/docs", "/docs/openapi.json", "/apiary", "/map"),
						"pages", "pages"),
				all(List.of("/internal/x", "/actuator/env", "/openapi.json", "/info"), "reads", "writes+reads"),
				all(below(SETTINGS.credentialPaths()).filter((path) -> !SETTINGS.credentialPaths().contains(path)),
						"reads", "writes+reads"))
			.flatMap((some) -> some);
	}

	@Test
	void settingsSelectPathsOfEachLimit() {
		assertThat(SETTINGS.credentialPaths()).contains("/api/v1/auth/login", "/api/v1/auth/restore-account",
				"/oauth2/device");
		assertThat(SETTINGS.codePaths()).contains("/oauth2/device_verification");
		assertThat(SETTINGS.sessionPaths()).containsExactlyInAnyOrder("/api/v1/auth/refresh", "/api/v1/auth/logout",
				"/api/v1/auth/socket-token");
		assertThat(SETTINGS.messagePaths()).containsExactlyInAnyOrder("POST /api/v1/chat/conversations/{id}/messages",
				"PUT /api/v1/chat/conversations/{id}/read", "PUT /api/v1/threads/{id}/progress",
				"PUT /api/v1/notifications/{id}/read", "POST /api/v1/media/uploads/{id}/complete");
		assertThat(SETTINGS.machinePaths()).contains("/socket.io", "/oauth2/token", "/api/v1/webhook");
		assertThat(SETTINGS.peoplePaths()).containsExactlyInAnyOrder("/api/v1/webhook/subscriptions",
				"/api/v1/webhook/logs");
	}

	@ParameterizedTest
	@MethodSource("paths")
	void methodAndPathSelectLimits(String path, String reads, String writes) {
		READS.forEach((method) -> assertLimits(method, path, reads));
		WRITES.forEach((method) -> assertLimits(method, path, writes));
	}

	/**
	 * Messages are limited by chat-service; reading and the end of an upload use none.
	 */
	@ParameterizedTest
	@CsvSource({ "POST, /api/v1/chat/conversations/1/messages, reads",
			"PUT, /api/v1/chat/conversations/1/messages, writes+reads",
			"GET, /api/v1/chat/conversations/1/messages, reads", "POST, /api/v1/chat/conversations, writes+reads",
			"PATCH, /api/v1/chat/conversations/1, writes+reads", "DELETE, /api/v1/chat/conversations/1, writes+reads",
			"POST, /api/v1/chat/conversations/1/join, writes+reads",
			"POST, /api/v1/chat/conversations/1/leave, writes+reads",
			"PUT, /api/v1/chat/conversations/1/members/bob, writes+reads",
			"DELETE, /api/v1/chat/conversations/1/members/bob, writes+reads",
			"PUT, /api/v1/chat/conversations/1/mute, writes+reads", "PUT, /api/v1/chat/conversations/1/read, reads",
			"POST, /api/v1/chat/conversations/1/read, writes+reads",
			"POST, /api/v1/chat/messages/1/reports, writes+reads", "PATCH, /api/v1/chat/messages/1, writes+reads",
			"DELETE, /api/v1/chat/messages/1, writes+reads", "PUT, /api/v1/chat/messages/1/reactions/x, writes+reads",
			"POST, /api/v1/chat/conversations/1/Messages, writes+reads",
			"POST, /api/v1/chat/conversations/1/2/messages, writes+reads",
			"POST, /api/v1/chat/conversations//messages, writes+reads",
			"POST, /api/v1/chat/conversations/messages, writes+reads",
			"POST, /api/v1/chat/conversations/1/messages/1, writes+reads", "PUT, /api/v1/threads/1/progress, reads",
			"POST, /api/v1/threads, writes+reads", "PUT, /api/v1/threads/1/subscription, writes+reads",
			"PUT, /api/v1/notifications/1/read, reads", "PUT, /api/v1/notifications/read, writes+reads",
			"POST, /api/v1/media/uploads, writes+reads", "POST, /api/v1/media/uploads/1/complete, reads" })
	void onlyMessagesAndTheirLikeHaveNoLimitOfWrites(String method, String path, String limits) {
		assertLimits(method, path, limits);
	}

	/** Every path of the settings in other letters is served as a page, or not at all. */
	@ParameterizedTest
	@MethodSource("otherLetters")
	void otherLettersNeverHaveALargerLimit(String path) {
		for (String method : List.of("GET", "POST")) {
			var request = MockServerHttpRequest.method(HttpMethod.valueOf(method), path).build();
			List<RateLimit> limits = of(request, "192.0.2.1").limits();
			assertThat(limits).as("%s %s", method, path).isNotEmpty();
			assertThat(limits.stream().mapToInt(RateLimit::requests).min().orElseThrow()).as("%s %s", method, path)
				.isLessThanOrEqualTo(SETTINGS.pages().requests());
			assertThat(names(of(request, "192.0.2.1"))).as("%s %s", method, path)
				.matches("pages|credentials|(writes\\+)?anonymous");
		}
	}

	static Stream<String> otherLetters() {
		return Stream
			.concat(ConfiguredGateway.paths().stream(), Stream.of("/livez", "/readyz", "/health", "/metrics", "/m"))
			.flatMap(RateLimitPoliciesTests::disguises)
			.flatMap((path) -> Stream.of(path, path + "/x"))
			.filter(PlainPath::isPlain)
			.distinct();
	}

	private static Stream<String> disguises(String path) {
		Stream<String> each = IntStream.range(1, path.length())
			.boxed()
			.flatMap((at) -> Stream
				.of(Character.toUpperCase(path.charAt(at)) + "", "%%%02X".formatted((int) path.charAt(at)),
						"%%%02x".formatted((int) Character.toUpperCase(path.charAt(at))))
				.map((other) -> path.substring(0, at) + other + path.substring(at + 1)));
		Stream<String> all = Stream.of(path.toUpperCase(Locale.ROOT), path.substring(0, path.lastIndexOf('/'))
				+ path.substring(path.lastIndexOf('/')).toUpperCase(Locale.ROOT));
		return Stream.concat(each, all).filter((other) -> !other.equals(path));
	}

	private void assertLimits(String method, String path, String limits) {
		var request = MockServerHttpRequest.method(HttpMethod.valueOf(method), path);
		assertThat(names(of(request.build(), "192.0.2.1"))).as("%s %s of a guest", method, path)
			.isEqualTo(limits.replace("reads", "anonymous"));
		request.header("Authorization", "Bearer " + TOKEN);
		assertThat(names(of(request.build(), "192.0.2.1"))).as("%s %s of a person", method, path)
			.isEqualTo(limits.replace("reads", "user"));
	}

	private static String names(RateLimitPolicies.Share share) {
		return String.join("+", share.limits().stream().map(RateLimit::name).toList());
	}

	private static Stream<Arguments> all(Collection<String> paths, String reads, String writes) {
		return all(paths.stream(), reads, writes);
	}

	private static Stream<Arguments> all(Stream<String> paths, String reads, String writes) {
		return paths.map((path) -> Arguments.of(path.replace("{id}", "1"), reads, writes));
	}

	private static Stream<String> below(Collection<String> paths) {
		return paths.stream().map((path) -> path + "/x");
	}

	@Test
	void invalidTokenUsesLimitOfAddress() {
		var request = MockServerHttpRequest.get("/api/v1/threads")
			.header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9.")
			.build();
		assertThat(of(request, "192.0.2.1").subject()).isEqualTo("192.0.2.1");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			parley,     ''
			parley-web, ''
			-,          ''
			personal,   token session-of-1
			books,      user-of-app books:1 app books
			1,          app 1
			""")
	void programsHaveQuotas(@Nullable String client, String quotas) {
		String token = TestTokens.claims("1", "alice").claim("client_id", client).sign();
		var request = MockServerHttpRequest.get("/api/v1/threads").header("Authorization", "Bearer " + token).build();
		var share = of(request, "192.0.2.1");
		assertThat(names(share)).isEqualTo("user");
		assertThat(share.subject()).isEqualTo("1");
		assertThat(String.join(" ",
				share.quotas().stream().map((one) -> one.limit().name() + " " + one.subject()).toList()))
			.isEqualTo(quotas);
	}

	@Test
	void guestHasNoQuota() {
		assertThat(of(MockServerHttpRequest.get("/api/v1/threads").build(), "192.0.2.1").quotas()).isEmpty();
	}

	@Test
	void ipv6NetworkIsOneSubject() {
		var request = MockServerHttpRequest.get("/api/v1/threads").build();
		assertThat(of(request, "2001:db8::1").subject()).isEqualTo(of(request, "2001:db8::ffff:2").subject())
			.isNotEqualTo(of(request, "2001:db8:0:1::1").subject());
	}

	private RateLimitPolicies.Share of(MockServerHttpRequest request, String address) {
		return this.rateLimitPolicies.of(MockServerWebExchange.from(request), client(address));
	}

	private static ResolvedClient client(String address) {
		try {
			return new ResolvedClient(InetAddress.getByName(address), "http", "localhost", false);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
