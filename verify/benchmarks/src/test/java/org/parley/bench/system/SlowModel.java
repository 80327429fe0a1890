package org.parley.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.parley.launcher.client.Await;

/** A model that accepts every text after a fixed time. */
final class SlowModel implements AutoCloseable {

	private static final byte[] ACCEPTABLE = """
			{"id": "modr-1", "model": "slow", "results": [{"flagged": false, "categories": {},
			"category_scores": {"harassment": 0.001}}]}""".getBytes(StandardCharsets.UTF_8);

	private final HttpServer server;

	private final Duration delay;

	private final AtomicLong calls = new AtomicLong();

	SlowModel(Duration delay) {
		this.delay = delay;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No port is free", ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/v1/moderations", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			this.calls.incrementAndGet();
			Await.sleep(this.delay);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, ACCEPTABLE.length);
			exchange.getResponseBody().write(ACCEPTABLE);
		}
	}

	String address() {
		return "http://127.0.0.1:%d/v1".formatted(this.server.getAddress().getPort());
	}

	long calls() {
		return this.calls.get();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
