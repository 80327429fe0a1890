package org.parley.launcher.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The one address of a running Parley. */
public final class GatewayClient implements AutoCloseable {

	/**
	 * How many addresses {@link #address(int)} knows: the networks kept for benchmarks.
	 */
	public static final int ADDRESSES = 2 * 256 * 256;

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final URI address;

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

	/** Somebody who calls from an address of their own and has not signed in. */
	public ApiUser guest() {
		var own = address(ThreadLocalRandom.current().nextInt(ADDRESSES));
		return new ApiUser(this, Map.of("X-Forwarded-For", own));
	}

	/**
	 * An address that nobody has.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc2544#appendix-C.2.2">RFC 2544,
	 * C.2.2</a>
	 */
	public static String address(int number) {
		return "198.%d.%d.%d".formatted(18 + (number >> 16) % 2, (number >> 8) & 255, number & 255);
	}

	/** Asks once. */
	public GatewayResponse exchange(GatewayRequest gatewayRequest) {
		try {
			var answer = this.http.send(request(gatewayRequest), BodyHandlers.ofString());
			return new GatewayResponse(gatewayRequest, answer.statusCode(), answer.headers(), answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No answer to %s %s from %s: %s".formatted(gatewayRequest.method(),
					gatewayRequest.path(), this.address, ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for an answer", ex);
		}
	}

	private HttpRequest request(GatewayRequest gatewayRequest) {
		var body = gatewayRequest.body();
		var request = HttpRequest.newBuilder(URI.create(this.address + gatewayRequest.path()))
			.timeout(LONGEST)
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
