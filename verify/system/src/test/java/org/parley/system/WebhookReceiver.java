package org.parley.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A local HTTP endpoint that receives webhooks. */
public final class WebhookReceiver implements AutoCloseable {

	private static final String PATH = "/parley";

	private static final int NO_CONTENT = 204;

	private final HttpServer server;

	private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

	private WebhookReceiver(HttpServer server) {
		this.server = server;
	}

	/** Opens an endpoint on a free port that accepts every webhook. */
	public static WebhookReceiver open() {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			var endpoint = new WebhookReceiver(server);
			server.createContext(PATH, endpoint::receive);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return endpoint;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String url() {
		return "http://127.0.0.1:%d%s".formatted(this.server.getAddress().getPort(), PATH);
	}

	/** Returns the queue of received deliveries, in order. */
	public BlockingQueue<Delivery> deliveries() {
		return this.deliveries;
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			var headers = exchange.getRequestHeaders();
			var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.deliveries.add(new Delivery(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
					headers.getFirst("webhook-signature"), body));
			exchange.sendResponseHeaders(NO_CONTENT, -1);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A received webhook.
	 *
	 * @param id the webhook's id, which is the same in every attempt
	 * @param timestamp time of sending, in seconds
	 */
	public record Delivery(String id, String timestamp, String signature, String body) {

		/**
		 * Checks the signature with a secret.
		 * @see <a href=
		 * "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
		 * Webhooks</a>
		 */
		public boolean isSignedWith(String secret) {
			var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
			var signed = "%s.%s.%s".formatted(this.id, this.timestamp, this.body);
			return this.signature.contains("v1," + Base64.getEncoder().encodeToString(HmacSignature.of(key, signed)));
		}

	}

}
