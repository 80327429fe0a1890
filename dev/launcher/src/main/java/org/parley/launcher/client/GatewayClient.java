package org.parley.launcher.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** HTTP client of a running Parley's gateway. */
public final class GatewayClient implements AutoCloseable {

	/**
	 * Number of addresses of {@link #address(int)}, from the networks reserved for
	 * benchmarks.
	 */
	public static final int ADDRESSES = 2 * 256 * 256;

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final URI address;

	private final List<URI> others = new CopyOnWriteArrayList<>();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	public GatewayClient(URI address) {
		this.address = address;
	}

	public URI address() {
		return this.address;
	}

	/**
	 * Adds the address of another gateway, which gets the requests that this one did not
	 * receive.
	 */
	public void addOther(URI other) {
		this.others.add(other);
	}

	/** Removes the address of another gateway. */
	public void removeOther(URI other) {
		this.others.remove(other);
	}

	/** Returns a user without a session, with its own client address. */
	public ApiUser guest() {
		var own = address(ThreadLocalRandom.current().nextInt(ADDRESSES));
		return new ApiUser(this, Map.of("X-Forwarded-For", own));
	}

	public ApiUser signIn(String login, String password) {
		var session = guest().post("/auth/login", Map.of("login", login, "password", password));
		return guest().signedIn(session.is(200).text("/data/accessToken"));
	}

	/**
	 * Returns an address of the networks reserved for benchmarks.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc2544#appendix-C.2.2">RFC 2544,
	 * C.2.2</a>
	 */
	public static String address(int number) {
		return "198.%d.%d.%d".formatted(18 + (number >> 16) % 2, (number >> 8) & 255, number & 255);
	}

	/** Sends a request once. */
	public GatewayResponse exchange(GatewayRequest gatewayRequest) {
		try {
			var answer = send(gatewayRequest);
			return new GatewayResponse(gatewayRequest, answer.statusCode(), answer.headers(), answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No response to %s %s from %s: %s".formatted(gatewayRequest.method(),
					gatewayRequest.path(), this.address, ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a response", ex);
		}
	}

	private HttpResponse<String> send(GatewayRequest gatewayRequest) throws IOException, InterruptedException {
		try {
			return this.http.send(request(this.address, gatewayRequest), BodyHandlers.ofString());
		}
		catch (ConnectException ex) {
			if (this.others.isEmpty()) {
				throw ex;
			}
			return this.http.send(request(this.others.getFirst(), gatewayRequest), BodyHandlers.ofString());
		}
	}

	private static HttpRequest request(URI address, GatewayRequest gatewayRequest) {
		var body = gatewayRequest.body();
		var request = HttpRequest.newBuilder(URI.create(address + gatewayRequest.path()))
			.timeout(TIMEOUT)
			.method(gatewayRequest.method(),
					(body != null) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		gatewayRequest.headers().forEach(request::header);
		return request.build();
	}

	@Override
	public void close() {
		this.http.close();
	}

}
