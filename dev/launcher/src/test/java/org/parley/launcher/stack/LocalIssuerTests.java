package org.parley.launcher.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;

import static org.assertj.core.api.Assertions.assertThat;

class LocalIssuerTests {

	private static final Accounts.Account ADMIN = new Accounts.Account("admin", "admin@example.org", "secret",
			List.of("user", "moderator", "admin"));

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path root;

	private final List<String> requests = new ArrayList<>();

	private boolean known;

	@SuppressWarnings("NullAway.Init")
	private HttpServer forum;

	@SuppressWarnings("NullAway.Init")
	private GatewayClient gateway;

	@BeforeEach
	void startForum() throws IOException {
		this.forum = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.forum.createContext("/", this::answer);
		this.forum.start();
		this.gateway = new GatewayClient(URI.create("http://127.0.0.1:" + this.forum.getAddress().getPort()));
	}

	@AfterEach
	void stopForum() {
		this.gateway.close();
		this.forum.stop(0);
	}

	@Test
	void issuerIsAddedOnce() {
		register(4001);
		assertThat(this.requests).hasSize(3);
		assertThat(this.requests.getLast()).startsWith("POST /api/v1/admin/identity-providers ")
			.contains("\"issuer\":\"http://127.0.0.1:4001\"", "\"trusted\":true");
		register(4001);
		assertThat(this.requests).hasSize(3);
	}

	@Test
	void issuerAtAnotherPortReplacesTheAddress() {
		register(4001);
		this.requests.clear();
		this.known = true;
		register(4002);
		assertThat(this.requests.getLast()).startsWith("PATCH /api/v1/admin/identity-providers/local ")
			.contains("{\"issuer\":\"http://127.0.0.1:4002\"}");
	}

	private void register(int port) {
		new LocalIssuer(new Checkout(this.root), Map.of(Checkout.ISSUER, port)).register(this.gateway, ADMIN);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
			this.requests
				.add(request + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			var status = switch (exchange.getRequestMethod()) {
				case "GET" -> this.known ? 200 : 404;
				case "POST" -> request.endsWith("/auth/login") ? 200 : 201;
				default -> 200;
			};
			var body = "{\"data\": {\"accessToken\": \"token\"}}".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
