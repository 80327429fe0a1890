package org.parley.resilience.drill.restart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.LedgerFinding;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyReadersTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger signIns = new AtomicInteger();

	private final HttpServer server;

	private final GatewayClient gatewayClient;

	SteadyReadersTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.gatewayClient = new GatewayClient(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));
	}

	@AfterEach
	void stop() {
		this.gatewayClient.close();
		this.server.stop(0);
	}

	@Test
	void answeredReadsAreNoFinding() {
		assertThat(read((_) -> 200, 2)).isEmpty();
	}

	@Test
	void refusedReadIsFinding() {
		assertThat(read((_) -> 404, 2)).first().asString().contains("/threads", "status 404");
	}

	@Test
	void readerWhoseSignInFailedIsFindingAndReadsOn() {
		var findings = read((number) -> (number == 1) ? 401 : 200, 3);
		assertThat(findings).singleElement().asString().contains("auth.busy");
		assertThat(this.signIns).hasValue(2);
	}

	/** Reads until the server has received so many requests. */
	private List<LedgerFinding> read(IntUnaryOperator status, int times) {
		this.server.createContext("/api/v1/threads", (exchange) -> {
			try (exchange) {
				exchange.sendResponseHeaders(status.applyAsInt(this.requests.incrementAndGet()), -1);
			}
		});
		this.server.start();
		var readers = SteadyReaders.open(List.of("forum-service", "web"), this::signIn);
		try (readers) {
			assertThat(Await.until(TIMEOUT, POLL_INTERVAL, () -> this.requests.get() >= times)).isTrue();
		}
		return readers.findings().toList();
	}

	/** The second sign-in fails. */
	private ApiUser signIn() {
		var user = this.gatewayClient.guest();
		if (this.signIns.incrementAndGet() == 2) {
			user.get("/threads").expect(false, "no auth.busy");
		}
		return user;
	}

}
