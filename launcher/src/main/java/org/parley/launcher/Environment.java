package org.parley.launcher;

import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.parley.localstack.Secrets;
import org.parley.localstack.TenantServers;

/**
 * What a part is told by its environment.
 */
final class Environment {

	private static final List<String> ADMINISTRATORS = List.of("PARLEY_MONGODB_URI", "PARLEY_AMQP_URI",
			"PARLEY_REDIS_URI", "PARLEY_RABBIT_MGMT_URL");

	private final Checkout checkout;

	private final Map<String, Integer> ports;

	Environment(Checkout checkout, Map<String, Integer> ports) {
		this.checkout = checkout;
		this.ports = ports;
	}

	/**
	 * Takes away what {@code up} itself may have been given, since services have users of
	 * their own.
	 */
	static Map<String, String> withoutAdministrators(Map<String, String> environment) {
		ADMINISTRATORS.forEach(environment::remove);
		return environment;
	}

	/**
	 * Returns what the config server is told.
	 */
	Map<String, String> of(Part part) {
		var environment = new HashMap<String, String>();
		environment.put("PORT", String.valueOf(port(part)));
		environment.put("PARLEY_ROLE", part.role());
		environment.put("SPRING_PROFILES_ACTIVE", "development");
		environment.put("PARLEY_CONFIG_DIR", this.checkout.root().resolve("config-repo").toString());
		environment.put("PARLEY_PUBLIC_URL", gatewayUrl());
		this.checkout.parts()
			.all()
			.stream()
			.filter(Part::answers)
			.forEach((other) -> environment.put(other.uriVariable(), uri(other)));
		sockets(part, environment);
		environment.putAll(secretsOf(part));
		if (!part.isGateway()) {
			environment.put("SERVER_ADDRESS", "127.0.0.1");
		}
		return environment;
	}

	/**
	 * Returns what a service that uses MongoDB, RabbitMQ and Redis is told.
	 */
	Map<String, String> of(Part part, TenantServers servers) {
		var environment = of(part);
		environment.put("PARLEY_MONGODB_URI", servers.mongoUri());
		environment.put("PARLEY_AMQP_URI", servers.amqpUri());
		environment.put("PARLEY_REDIS_URI", servers.redisUri());
		environment.put("PARLEY_REDIS_PREFIX", servers.redisPrefix());
		return environment;
	}

	/** The gateway keeps a client at one of two instances. */
	private void sockets(Part part, Map<String, String> environment) {
		var own = part.service().equals(Part.REALTIME) ? part.sockets() : Part.SOCKETS;
		environment.put("PARLEY_REALTIME_SOCKET_PORT", String.valueOf(port(own)));
		environment.put("PARLEY_REALTIME_SOCKET_URI", "http://127.0.0.1:" + port(Part.SOCKETS));
		this.checkout.parts()
			.all()
			.stream()
			.filter((other) -> other.service().equals(Part.REALTIME) && other.number() > 1)
			.forEach((second) -> environment.put("PARLEY_REALTIME_SOCKET_OTHERS",
					"http://127.0.0.1:" + port(second.sockets())));
	}

	String gatewayUrl() {
		return "http://localhost:" + this.ports.get(Part.GATEWAY);
	}

	private int port(Part part) {
		return port(part.name());
	}

	private int port(String name) {
		return this.ports.getOrDefault(name, 0);
	}

	private String uri(Part part) {
		if (part.service().equals(Part.CONFIG_SERVER)) {
			return "http://config:%s@127.0.0.1:%d".formatted(configPassword(), port(part));
		}
		return "http://127.0.0.1:" + port(part);
	}

	private Map<String, String> secretsOf(Part part) {
		return switch (part.service()) {
			case Part.CONFIG_SERVER ->
				Map.of("PARLEY_CONFIG_PASSWORD", configPassword(), "PARLEY_ENCRYPT_KEY", secrets().get("encrypt-key"));
			case "auth-service" -> Map.of("PARLEY_SECRET", key("key-encryption-key"), "PARLEY_ACCOUNTS",
					Accounts.of(this.checkout).setting(), "PARLEY_NOTIFICATION_KEY", key("notification-key"),
					"PARLEY_EXPORT_KEY", key("export-key"));
			case "notification-service" -> notification();
			case Part.MAILBOX -> Map.of("PARLEY_SMTP_PORT", smtpPort(), "PARLEY_MAIL_DIR",
					this.checkout.state().resolve("mail").toString());
			case "webhook-service" -> Map.of("PARLEY_WEBHOOK_KEY", key("webhook-key"), "PARLEY_WEBHOOK_SECRET",
					this.checkout.webhookSecret(), "PARLEY_EXPORT_KEY", key("export-key"));
			case "forum-service", "moderation-service", "realtime-service", "summary-service" ->
				Map.of("PARLEY_EXPORT_KEY", key("export-key"));
			default -> Map.of();
		};
	}

	/**
	 * Mail goes to the mailbox, unless a server was named to {@code up} itself.
	 */
	private Map<String, String> notification() {
		var environment = new HashMap<>(
				Map.of("PARLEY_NOTIFICATION_KEY", key("notification-key"), "PARLEY_EXPORT_KEY", key("export-key")));
		if (this.checkout.parts().mailbox()) {
			environment.put("PARLEY_SMTP_HOST", "127.0.0.1");
			environment.put("PARLEY_SMTP_PORT", smtpPort());
		}
		return environment;
	}

	private String smtpPort() {
		return String.valueOf(this.ports.getOrDefault(Part.MAILBOX_SMTP, 0));
	}

	private String key(String name) {
		return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(secrets().get(name)));
	}

	private String configPassword() {
		return secrets().get("config-password");
	}

	private Secrets secrets() {
		return this.checkout.secrets();
	}

}
