package org.parley.launcher.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who uses the API, under {@code /api/v1}. When told to slow down, a person
 * waits as long as the answer asks, then repeats the request.
 *
 * @param gateway where they call
 * @param headers that they send with every request
 */
public record ApiUser(GatewayClient gateway, Map<String, String> headers) {

	private static final String API = "/api/v1";

	private static final int TOO_MANY = 429;

	private static final int LONGEST_WAIT_SECONDS = 70;

	private static final JsonMapper JSON = JsonMapper.shared();

	public ApiUser {
		headers = Map.copyOf(headers);
	}

	/** The same person with a header. */
	public ApiUser with(String name, String value) {
		var more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new ApiUser(this.gateway, more);
	}

	/** The same person with an access token. */
	public ApiUser signedIn(String accessToken) {
		return with("Authorization", "Bearer " + accessToken);
	}

	/** The same person at another door. */
	public ApiUser at(GatewayClient door) {
		return new ApiUser(door, this.headers);
	}

	public GatewayResponse get(String path) {
		return send("GET", path, null);
	}

	/** Goes where a {@code Location} points. */
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

	/** The request as this person makes it; text is sent as it is, all else as JSON. */
	public GatewayRequest call(String method, String path, @Nullable Object body) {
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
		return ask(call(method, path, body));
	}

	/** Asks; when told to slow down, once more after the time that the answer says. */
	public GatewayResponse ask(GatewayRequest gatewayRequest) {
		var answer = this.gateway.exchange(gatewayRequest);
		return (answer.status() == TOO_MANY) ? repeat(gatewayRequest, answer) : answer;
	}

	private GatewayResponse repeat(GatewayRequest gatewayRequest, GatewayResponse refusal) {
		var seconds = refusal.headers().firstValueAsLong("Retry-After").orElse(0);
		refusal.expect(seconds > 0 && seconds <= LONGEST_WAIT_SECONDS, "to be let in again within a minute");
		Await.pass(Duration.ofSeconds(seconds));
		return this.gateway.exchange(gatewayRequest);
	}

}
