package org.parley.launcher.stack;

import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.ProcessSpec;
import org.parley.localstack.LocalStack;
import org.parley.localstack.SecretFile;
import org.parley.localstack.StackUnavailableException;
import org.parley.localstack.tenant.TenantServers;

/**
 * Creates the environment variables of processes.
 */
public final class Environment {

	/** Services that show media need to sign addresses. */
	private static final Set<String> SHOWING_MEDIA = Set.of("auth-service", "forum-service", "chat-service",
			"social-service", "realtime-service", "moderation-service");

	/**
	 * As in production, so that a process can be restarted while its second one serves
	 * requests.
	 */
	private static final String DRAIN = "5s";

	/**
	 * The only server tells its clients at once when it ends. Ten clients that ask it
	 * every second are a fifth of what an idle laptop spends.
	 */
	private static final String HEARTBEAT = "2s";

	/**
	 * How long the gateway waits for services that answer nothing. In its own process
	 * none of them can be held without it, so a silence only means that the machine is
	 * busy.
	 */
	private static final String PATIENCE = "8s";

	private final Checkout checkout;

	private final Map<String, Integer> ports;

	public Environment(Checkout checkout, Map<String, Integer> ports) {
		this.checkout = checkout;
		this.ports = ports;
	}

	/**
	 * Returns the environment of a process that uses no servers.
	 */
	public Map<String, String> of(ProcessSpec processSpec) {
		var environment = new HashMap<String, String>();
		environment.put("PORT", String.valueOf(port(processSpec)));
		environment.put("PARLEY_ROLE", processSpec.role());
		environment.put("SPRING_PROFILES_ACTIVE", "development");
		environment.put("PARLEY_CONFIG_DIR", this.checkout.root().resolve("config-repo").toString());
		environment.put("PARLEY_PUBLIC_URL", gatewayUrl());
		this.checkout.processes()
			.all()
			.stream()
			.filter(ProcessSpec::servesRequests)
			.forEach((other) -> environment.put(other.uriVariable(), uri(other)));
		addSocketVariables(processSpec, environment);
		if (!this.checkout.processes().twice().isEmpty()) {
			environment.put("PARLEY_SHUTDOWN_DRAIN", DRAIN);
		}
		environment.putAll(secretsOf(processSpec));
		if (this.checkout.processes().together()) {
			environment.put("SPRING_CLOUD_CONFIG_ENABLED", "false");
			environment.put("PARLEY_DATABASE_HEARTBEAT", HEARTBEAT);
			environment.put("PARLEY_GATEWAY_BACKEND_PATIENCE", PATIENCE);
		}
		if (!processSpec.isGateway()) {
			environment.put("SERVER_ADDRESS", "127.0.0.1");
		}
		return environment;
	}

	/**
	 * Returns the environment of a service that uses MongoDB, RabbitMQ and Redis.
	 */
	public Map<String, String> of(ProcessSpec processSpec, TenantServers servers) {
		var environment = of(processSpec);
		environment.put("PARLEY_MONGODB_URI", servers.mongoUri());
		environment.put("PARLEY_AMQP_URI", servers.amqpUri());
		environment.put("PARLEY_REDIS_URI", servers.redisUri());
		environment.put("PARLEY_REDIS_PREFIX", servers.redisPrefix());
		environment.put("PARLEY_CONFIG_PASSWORD", configPassword());
		return environment;
	}

	/** Returns what the process of all services reads itself. */
	Map<String, String> ofHost() {
		return Map.of("SPRING_PROFILES_ACTIVE", "development", "PARLEY_CONFIG_DIR",
				this.checkout.root().resolve("config-repo").toString());
	}

	/** The gateway routes each client to one of two instances. */
	private void addSocketVariables(ProcessSpec processSpec, Map<String, String> environment) {
		var own = processSpec.service().equals(ProcessSpec.REALTIME) ? processSpec.socketPortName()
				: ProcessSpec.SOCKETS;
		environment.put("PARLEY_REALTIME_SOCKET_PORT", String.valueOf(port(own)));
		environment.put("PARLEY_REALTIME_SOCKET_URI", "http://127.0.0.1:" + port(ProcessSpec.SOCKETS));
		this.checkout.processes()
			.all()
			.stream()
			.filter((other) -> other.service().equals(ProcessSpec.REALTIME) && other.number() > 1)
			.forEach((second) -> environment.put("PARLEY_REALTIME_SOCKET_OTHERS",
					"http://127.0.0.1:" + port(second.socketPortName())));
	}

	/**
	 * Returns the accounts of a start. With a token of their own for the set-up, people
	 * create the administrator at its page.
	 */
	public Accounts accounts() {
		var all = Accounts.of(this.checkout);
		return System.getenv().getOrDefault("PARLEY_SETUP_TOKEN", "").isEmpty() ? all : all.withoutAdmin();
	}

	public String gatewayUrl() {
		return "http://localhost:" + this.ports.get(ProcessSpec.GATEWAY);
	}

	private int port(ProcessSpec processSpec) {
		return port(processSpec.name());
	}

	private int port(String name) {
		return this.ports.getOrDefault(name, 0);
	}

	private String uri(ProcessSpec processSpec) {
		return "http://127.0.0.1:" + port(processSpec);
	}

	private Map<String, String> secretsOf(ProcessSpec processSpec) {
		var environment = new HashMap<>(ownSecretsOf(processSpec));
		if (SHOWING_MEDIA.contains(processSpec.service())) {
			environment.put("PARLEY_MEDIA_KEY", key("media-key"));
			environment.put("PARLEY_MEDIA_URL", mediaUrl());
		}
		return environment;
	}

	private Map<String, String> ownSecretsOf(ProcessSpec processSpec) {
		return switch (processSpec.service()) {
			case ProcessSpec.CONFIG_SERVER ->
				Map.of("PARLEY_CONFIG_PASSWORD", configPassword(), "PARLEY_ENCRYPT_KEY", secrets().get("encrypt-key"));
			case "auth-service" -> Map.of("PARLEY_SECRET", key("key-encryption-key"), "PARLEY_ACCOUNTS",
					accounts().setting(), "PARLEY_NOTIFICATION_KEY", key("notification-key"), "PARLEY_EXPORT_KEY",
					key("export-key"), "PARLEY_WEB_SECRET", secrets().get("web-secret"));
			case ProcessSpec.WEB -> Map.of("PARLEY_WEB_KEY", key("web-key"), "PARLEY_WEB_SECRET",
					secrets().get("web-secret"), "PARLEY_MEDIA_URL", mediaUrl(), "PARLEY_S3_PUBLIC_URL", storageUrl());
			case "moderation-service" ->
				Map.of("PARLEY_NOTIFICATION_KEY", key("notification-key"), "PARLEY_EXPORT_KEY", key("export-key"));
			case "notification-service" -> notificationSecrets();
			case ProcessSpec.MAILBOX -> Map.of("PARLEY_SMTP_PORT", smtpPort(), "PARLEY_MAIL_DIR",
					this.checkout.state().resolve("mail").toString());
			case ProcessSpec.STORAGE -> storageVariables();
			case ProcessSpec.MEDIA -> mediaVariables(processSpec);
			case "webhook-service" ->
				Map.of("PARLEY_WEBHOOK_KEY", key("webhook-key"), "PARLEY_WEBHOOK_SECRET", this.checkout.webhookSecret(),
						"PARLEY_NOTIFICATION_KEY", key("notification-key"), "PARLEY_EXPORT_KEY", key("export-key"));
			case "forum-service" -> Map.of("PARLEY_EXPORT_KEY", key("export-key"), "PARLEY_SEARCH_DIRECTORY",
					this.checkout.state().resolve("search").toString());
			default -> processSpec.hasPersonalData() ? Map.of("PARLEY_EXPORT_KEY", key("export-key")) : Map.of();
		};
	}

	/**
	 * Sends mail to the mailbox, unless {@code up} was given an SMTP server.
	 */
	private Map<String, String> notificationSecrets() {
		var environment = new HashMap<>(
				Map.of("PARLEY_NOTIFICATION_KEY", key("notification-key"), "PARLEY_EXPORT_KEY", key("export-key")));
		if (this.checkout.processes().mailbox()) {
			environment.put("PARLEY_SMTP_HOST", "127.0.0.1");
			environment.put("PARLEY_SMTP_PORT", smtpPort());
		}
		return environment;
	}

	private Map<String, String> storageVariables() {
		return Map.of("PARLEY_S3_PORT", String.valueOf(port(ProcessSpec.STORAGE_S3)), "PARLEY_S3_DIR",
				this.checkout.objects().toString(), "PARLEY_S3_ACCESS_KEY", "parley", "PARLEY_S3_SECRET_KEY",
				secrets().get("s3-secret"));
	}

	/** Only a worker decodes pictures, by a library that is downloaded once. */
	private Map<String, String> mediaVariables(ProcessSpec processSpec) {
		var environment = new HashMap<>(Map.of("PARLEY_EXPORT_KEY", key("export-key"), "PARLEY_MEDIA_KEY",
				key("media-key"), "PARLEY_MEDIA_URL", mediaUrl(), "PARLEY_S3_URI", storageUrl(), "PARLEY_S3_ACCESS_KEY",
				"parley", "PARLEY_S3_SECRET_KEY", secrets().get("s3-secret")));
		if (!processSpec.role().equals("api")) {
			findTool("libvips").ifPresent((library) -> environment.put("PARLEY_LIBVIPS", library));
			findTool("ffmpeg").ifPresent((program) -> environment.put("PARLEY_FFMPEG", program));
		}
		return environment;
	}

	/**
	 * Not every machine can have the decoders: without libvips pictures wait, without
	 * ffmpeg videos are refused.
	 */
	private static Optional<String> findTool(String name) {
		try {
			return Optional.of(LocalStack.tool(name).toString());
		}
		catch (StackUnavailableException ex) {
			return Optional.empty();
		}
	}

	/** Browsers upload to the same address as services. */
	private String storageUrl() {
		return "http://127.0.0.1:" + port(ProcessSpec.STORAGE_S3);
	}

	/** Another host name than the pages', and so another origin. */
	private String mediaUrl() {
		return "http://127.0.0.1:" + this.ports.get(ProcessSpec.GATEWAY);
	}

	private String smtpPort() {
		return String.valueOf(this.ports.getOrDefault(ProcessSpec.MAILBOX_SMTP, 0));
	}

	private String key(String name) {
		return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(secrets().get(name)));
	}

	private String configPassword() {
		return secrets().get("config-password");
	}

	private SecretFile secrets() {
		return this.checkout.secrets();
	}

}
