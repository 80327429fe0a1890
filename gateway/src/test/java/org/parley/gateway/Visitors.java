package org.parley.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.test.web.reactive.server.WebTestClient;

/** Clients of the gateway with different addresses, so that tests do not share quotas. */
public final class Visitors {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private Visitors() {
	}

	public static String address() {
		int number = COUNTER.incrementAndGet();
		return "198.18.%d.%d".formatted(number / 250, 1 + number % 250);
	}

	public static WebTestClient at(int port) {
		return at(port, address());
	}

	public static WebTestClient at(int port, String address) {
		return fromLoopback(port).mutate().defaultHeader("X-Forwarded-For", address).build();
	}

	public static WebTestClient fromLoopback(int port) {
		return WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofSeconds(20))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
			.build();
	}

}
