package org.parley.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers how the services are at {@code GET /livez}, {@code /readyz} (503 unless all
 * run) and {@code /services}, and starts, stops and restarts one at {@code POST
 * /services/{name}/start|stop|restart} for the bearer of the secret.
 */
final class HostServer {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String SERVICES = "/services";

	private final Host host;

	private final @Nullable String secret;

	private final HttpServer server;

	HostServer(Host host, HostSettings settings) throws IOException {
		this.host = host;
		this.secret = settings.secret();
		this.server = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/livez", (exchange) -> respond(exchange, 200, views()));
		this.server.createContext("/readyz", (exchange) -> respond(exchange, this.host.isReady() ? 200 : 503, views()));
		this.server.createContext(SERVICES, this::services);
	}

	void start() {
		this.server.start();
	}

	void stop() {
		this.server.stop(0);
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	private List<ServiceView> views() {
		return this.host.services()
			.stream()
			.map((service) -> new ServiceView(service.name(), service.state(), service.reason()))
			.toList();
	}

	private void services(HttpExchange exchange) throws IOException {
		var path = exchange.getRequestURI().getPath().split("/", -1);
		if (path.length == 2 && exchange.getRequestMethod().equals("GET")) {
			respond(exchange, 200, views());
		}
		else if (!isAllowed(exchange)) {
			respond(exchange, 403, List.of());
		}
		else if (path.length == 4 && exchange.getRequestMethod().equals("POST")) {
			respond(exchange, change(path[2], path[3], exchange), views());
		}
		else {
			respond(exchange, 404, List.of());
		}
	}

	private boolean isAllowed(HttpExchange exchange) {
		var given = exchange.getRequestHeaders().getFirst("Authorization");
		return this.secret != null && given != null && MessageDigest.isEqual(
				("Bearer " + this.secret).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	private int change(String name, String action, HttpExchange exchange) throws IOException {
		var service = this.host.service(name).orElse(null);
		if (service == null) {
			return 404;
		}
		try {
			switch (action) {
				case "start" -> service.start();
				case "stop" -> service.stop();
				case "restart" -> service.restart(JSON.readValue(exchange.getRequestBody(), ServiceBuild.class));
				default -> {
					return 404;
				}
			}
			return 200;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 503;
		}
	}

	private static void respond(HttpExchange exchange, int status, List<ServiceView> views) throws IOException {
		try (exchange) {
			var body = JSON.writeValueAsBytes(views);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	/** How a service is; the reason says why it did not start. */
	record ServiceView(String name, HostedService.State state, @Nullable String reason) {
	}

}
