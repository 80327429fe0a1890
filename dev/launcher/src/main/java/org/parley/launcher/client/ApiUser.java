package org.parley.launcher.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A user of the API under {@code /api/v1}. After status 429, it waits for
 * {@code Retry-After} and repeats the request, several times if others use the same limit
 * meanwhile.
 *
 * @param headers the headers of every request
 */
public record ApiUser(GatewayClient gateway, Map<String, String> headers) {

	private static final String API = "/api/v1";

	private static final int TOO_MANY = 429;

	/** Answers of the gateway when a service is away or takes too long. */
	private static final Set<Integer> UNANSWERED = Set.of(502, 503, 504);

	private static final int MAX_REPETITIONS = 5;

	/** Before the first repetition; each later one waits longer. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int MAX_RETRY_AFTER_SECONDS = 70;

	private static final JsonMapper JSON = JsonMapper.shared();

	public ApiUser {
		headers = Map.copyOf(headers);
	}

	/** Returns this user with an additional header. */
	public ApiUser with(String name, String value) {
		var more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new ApiUser(this.gateway, more);
	}

	public ApiUser signedIn(String accessToken) {
		return with("Authorization", "Bearer " + accessToken);
	}

	/** Returns this user at another address. */
	public ApiUser at(GatewayClient client) {
		return new ApiUser(client, this.headers);
	}

	public GatewayResponse get(String path) {
		return send("GET", path, null);
	}

	/** Requests the target of a {@code Location} header. */
	public GatewayResponse follow(String location) {
		return this.gateway.exchange(new GatewayRequest("GET", URI.create(location).getRawPath(), this.headers, null));
	}

	public GatewayResponse post(String path, Object body) {
		return send("POST", path, body);
	}

	public GatewayResponse post(String path) {
		return send("POST", path, null);
	}

	public GatewayResponse put(String path, Object body) {
		return send("PUT", path, body);
	}

	public GatewayResponse patch(String path, Object body) {
		return send("PATCH", path, body);
	}

	public GatewayResponse delete(String path) {
		return send("DELETE", path, null);
	}

	/**
	 * Sends a request, and several times again while no service answers it. Its
	 * {@code Idempotency-Key} prevents that it takes effect twice.
	 */
	public GatewayResponse insist(String method, String path, @Nullable Object body) {
		var request = with("Idempotency-Key", UUID.randomUUID().toString()).request(method, path, body);
		var answer = send(request);
		for (var i = 0; i < MAX_REPETITIONS && isUnfinished(answer); i++) {
			Await.sleep(PAUSE.multipliedBy(i + 1));
			answer = send(request);
		}
		return answer;
	}

	private static boolean isUnfinished(GatewayResponse answer) {
		return UNANSWERED.contains(answer.status()) || answer.text("/code").equals("idempotency.in-progress");
	}

	/**
	 * Creates a request of this user; text and bytes are sent unchanged, other bodies as
	 * JSON.
	 */
	public GatewayRequest request(String method, String path, @Nullable Object body) {
		var gatewayRequest = new GatewayRequest(method, API + path, this.headers, bytes(body));
		return (body == null || this.headers.containsKey("Content-Type")) ? gatewayRequest
				: gatewayRequest.with("Content-Type", "application/json");
	}

	private static byte @Nullable [] bytes(@Nullable Object body) {
		return switch (body) {
			case null -> null;
			case byte[] raw -> raw;
			case String text -> text.getBytes(StandardCharsets.UTF_8);
			default -> JSON.writeValueAsBytes(body);
		};
	}

	private GatewayResponse send(String method, String path, @Nullable Object body) {
		return send(request(method, path, body));
	}

	/** Sends a request; after status 429, again after {@code Retry-After}. */
	public GatewayResponse send(GatewayRequest gatewayRequest) {
		var answer = this.gateway.exchange(gatewayRequest);
		for (var i = 0; i < MAX_REPETITIONS && answer.status() == TOO_MANY; i++) {
			Await.sleep(retryAfter(answer));
			answer = this.gateway.exchange(gatewayRequest);
		}
		return answer;
	}

	private static Duration retryAfter(GatewayResponse refusal) {
		var seconds = refusal.headers().firstValueAsLong("Retry-After").orElse(0);
		refusal.expect(seconds > 0 && seconds <= MAX_RETRY_AFTER_SECONDS, "a Retry-After within a minute");
		return Duration.ofSeconds(seconds);
	}

}
