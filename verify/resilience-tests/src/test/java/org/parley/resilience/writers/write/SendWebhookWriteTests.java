package org.parley.resilience.writers.write;

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
import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.system.WebhookSender;

import static org.assertj.core.api.Assertions.assertThat;

class SendWebhookWriteTests {

	private final List<String> ids = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private final GatewayClient gatewayClient;

	private final SendWebhookWrite sendWebhookWrite;

	SendWebhookWriteTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.gatewayClient = new GatewayClient(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));
		this.sendWebhookWrite = new SendWebhookWrite(this.gatewayClient, new WebhookSender("secret"));
	}

	@BeforeEach
	void start() {
		this.server.createContext("/api/v1/webhook/hmac", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.gatewayClient.close();
		this.server.stop(0);
	}

	@Test
	void unacceptedWebhookIsRepeatedWithSameId() {
		assertThat(this.sendWebhookWrite.sendNext()).hasValueSatisfying((answer) -> answer.is(200));
		assertThat(this.ids).hasSize(3).containsOnly(this.ids.getFirst());
		assertThat(this.sendWebhookWrite.ledger().accepted(LedgerEntryKind.WEBHOOK, LedgerEntry::mark))
			.containsOnlyKeys(this.ids.getFirst());
	}

	@Test
	void nextWebhookHasOtherId() {
		this.sendWebhookWrite.sendNext();
		this.sendWebhookWrite.sendNext();
		assertThat(this.ids).hasSize(4);
		assertThat(this.sendWebhookWrite.ledger().accepted(LedgerEntryKind.WEBHOOK, LedgerEntry::mark)).hasSize(2);
	}

	/** The first request gets no response, the second a 503. */
	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.ids.add(exchange.getRequestHeaders().getFirst("X-Webhook-Id"));
			if (this.ids.size() > 1) {
				exchange.sendResponseHeaders((this.ids.size() == 2) ? 503 : 200, -1);
			}
		}
	}

}
