package org.parley.launcher.crowd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.WebhookProvider;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class HookingTests {

	private final List<String> ids = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private final Gateway gateway;

	private final Hooking hooking;

	HookingTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.gateway = new Gateway(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));
		this.hooking = new Hooking(this.gateway, new WebhookProvider("secret"));
	}

	@BeforeEach
	void start() {
		this.server.createContext("/api/v1/webhook/hmac", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.gateway.close();
		this.server.stop(0);
	}

	@Test
	void whatIsNotAcceptedIsToldAgainUnderTheSameId() {
		assertThat(this.hooking.tell()).hasValueSatisfying((answer) -> answer.is(200));
		assertThat(this.ids).hasSize(3).containsOnly(this.ids.getFirst());
		assertThat(this.hooking.ledger().accepted(Kind.WEBHOOK, Entry::mark)).containsOnlyKeys(this.ids.getFirst());
	}

	@Test
	void whatIsToldNextHasAnotherId() {
		this.hooking.tell();
		this.hooking.tell();
		assertThat(this.ids).hasSize(4);
		assertThat(this.hooking.ledger().accepted(Kind.WEBHOOK, Entry::mark)).hasSize(2);
	}

	/** First there is no answer, then one that says nothing. */
	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.ids.add(exchange.getRequestHeaders().getFirst("X-Webhook-Id"));
			if (this.ids.size() > 1) {
				exchange.sendResponseHeaders((this.ids.size() == 2) ? 503 : 200, -1);
			}
		}
	}

}
