package org.parley.bench.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Endpoints on this machine: some accept every message, one fails and one never answers.
 */
final class TestEndpoints implements AutoCloseable {

	private static final int NO_CONTENT = 204;

	private static final int UNAVAILABLE = 503;

	private final HttpServer server;

	private final CountDownLatch closed = new CountDownLatch(1);

	/** The first arrival of each message by endpoint and id, in nanoseconds. */
	private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

	private final AtomicInteger repeated = new AtomicInteger();

	/** Sends small responses at once. */
	TestEndpoints() {
		System.setProperty("sun.net.httpserver.nodelay", "true");
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/healthy", this::accept);
		this.server.createContext("/failing", (exchange) -> answer(exchange, UNAVAILABLE));
		this.server.createContext("/hanging", this::hang);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	String url(String path) {
		return "http://127.0.0.1:%d/%s".formatted(this.server.getAddress().getPort(), path);
	}

	/** The first arrival of each accepted message, comparable to nano time. */
	Map<String, Long> arrivals() {
		return this.arrivals;
	}

	/** How many messages arrived once more. */
	int repeated() {
		return this.repeated.get();
	}

	void clear() {
		this.arrivals.clear();
		this.repeated.set(0);
	}

	private void accept(HttpExchange exchange) throws IOException {
		var key = exchange.getRequestURI().getPath() + " " + exchange.getRequestHeaders().getFirst("webhook-id");
		if (this.arrivals.putIfAbsent(key, System.nanoTime()) != null) {
			this.repeated.incrementAndGet();
		}
		answer(exchange, NO_CONTENT);
	}

	private void hang(HttpExchange exchange) {
		try (exchange) {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void answer(HttpExchange exchange, int status) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(status, -1);
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

}
