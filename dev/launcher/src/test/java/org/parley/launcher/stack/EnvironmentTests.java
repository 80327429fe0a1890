package org.parley.launcher.stack;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.ProcessSpecs;
import org.parley.localstack.tenant.TenantServers;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentTests {

	private static final TenantServers SERVERS = new TenantServers("mongodb://own", "amqp://own", "redis://own",
			"own:");

	private final Environment environment;

	private final Checkout checkout;

	EnvironmentTests(@TempDir Path root) {
		this.checkout = new Checkout(root);
		this.checkout.saveProcesses(ProcessSpecs.SEPARATE_ROLES);
		this.environment = new Environment(this.checkout,
				Map.of("gateway", 5055, "auth-service", 12001, "forum-service", 12002, "config-server", 12003,
						"moderation-service-api", 12004, "moderation-service-worker", 12005, "realtime-service-sockets",
						12006, "realtime-service-sockets-2", 12007));
	}

	@Test
	void environmentContainsAddressesOfAllServices() {
		assertThat(of("forum")).containsEntry("PORT", "12002")
			.containsEntry("PARLEY_PUBLIC_URL", "http://localhost:5055")
			.containsEntry("PARLEY_AUTH_URI", "http://127.0.0.1:12001")
			.containsEntry("SPRING_PROFILES_ACTIVE", "development");
		assertThat(of("realtime")).containsEntry("PARLEY_REALTIME_SOCKET_PORT", "12006");
		assertThat(of("gateway")).containsEntry("PARLEY_REALTIME_SOCKET_URI", "http://127.0.0.1:12006");
	}

	@Test
	void gatewayReceivesSocketAddressesOfBothInstances() {
		assertThat(of("gateway")).doesNotContainKey("PARLEY_REALTIME_SOCKET_OTHERS");
		this.checkout.saveProcesses(new ProcessSpecs(1, true, Set.of("realtime-service")));
		assertThat(of("gateway")).containsEntry("PARLEY_REALTIME_SOCKET_URI", "http://127.0.0.1:12006")
			.containsEntry("PARLEY_REALTIME_SOCKET_OTHERS", "http://127.0.0.1:12007");
		var second = this.checkout.processes().named("realtime-service-2").getFirst();
		assertThat(this.environment.of(second)).containsEntry("PARLEY_REALTIME_SOCKET_PORT", "12007");
	}

	@Test
	void serviceAddressIsThatOfApiProcess() {
		assertThat(of("gateway")).containsEntry("PARLEY_MODERATION_URI", "http://127.0.0.1:12004");
		assertThat(of("moderation-service-worker")).containsEntry("PARLEY_ROLE", "worker")
			.containsEntry("PORT", "12005");
	}

	@Test
	void serviceReceivesItsOwnCredentials() {
		assertThat(of("forum")).containsEntry("PARLEY_MONGODB_URI", "mongodb://own")
			.containsEntry("PARLEY_AMQP_URI", "amqp://own")
			.containsEntry("PARLEY_REDIS_URI", "redis://own")
			.containsEntry("PARLEY_REDIS_PREFIX", "own:");
		assertThat(this.environment.of(this.checkout.processes().named("config-server").getFirst()))
			.doesNotContainKey("PARLEY_MONGODB_URI");
	}

	@Test
	void onlyOneProcessChecksItsServersRarely() {
		assertThat(of("forum")).doesNotContainKeys("PARLEY_DATABASE_HEARTBEAT", "PARLEY_GATEWAY_BACKEND_PATIENCE");
		this.checkout.saveProcesses(ProcessSpecs.TOGETHER);
		assertThat(of("forum")).containsEntry("PARLEY_DATABASE_HEARTBEAT", "2s")
			.containsEntry("PARLEY_GATEWAY_BACKEND_PATIENCE", "8s");
	}

	@Test
	void onlyGatewayListensOnAllInterfaces() {
		assertThat(of("gateway")).doesNotContainKey("SERVER_ADDRESS");
		assertThat(of("forum")).containsEntry("SERVER_ADDRESS", "127.0.0.1");
	}

	@Test
	void onlyAuthServiceReceivesKeyAndAccounts() {
		assertThat(of("forum")).doesNotContainKeys("PARLEY_SECRET", "PARLEY_ACCOUNTS", "PARLEY_ENCRYPT_KEY",
				"PARLEY_NOTIFICATION_KEY");
		var auth = of("auth");
		assertThat(Base64.getDecoder().decode(auth.getOrDefault("PARLEY_SECRET", ""))).hasSize(32);
		assertThat(auth.get("PARLEY_ACCOUNTS"))
			.matches("admin:\\w{16}:admin,moderator:\\w{16}:moderator,alice:\\w{16}:user,bob:\\w{16}:user");
	}

	@Test
	void encryptingAndDecryptingServicesShareKey() {
		var key = of("auth").getOrDefault("PARLEY_NOTIFICATION_KEY", "");
		assertThat(Base64.getDecoder().decode(key)).hasSize(32);
		assertThat(of("notification")).containsEntry("PARLEY_NOTIFICATION_KEY", key);
		assertThat(of("moderation")).containsEntry("PARLEY_NOTIFICATION_KEY", key);
		assertThat(of("webhook")).containsEntry("PARLEY_NOTIFICATION_KEY", key);
		assertThat(of("auth").get("PARLEY_SECRET")).isNotEqualTo(key);
		var export = of("auth").getOrDefault("PARLEY_EXPORT_KEY", "");
		assertThat(Base64.getDecoder().decode(export)).hasSize(32);
		for (var service : new String[] { "forum", "moderation", "notification", "realtime", "summary", "webhook",
				"chat", "social", "media" }) {
			assertThat(of(service)).containsEntry("PARLEY_EXPORT_KEY", export);
		}
		assertThat(of("gateway")).doesNotContainKey("PARLEY_EXPORT_KEY");
	}

	@Test
	void onlyWebhookServiceReceivesItsKeys() {
		var webhook = of("webhook");
		assertThat(Base64.getDecoder().decode(webhook.getOrDefault("PARLEY_WEBHOOK_KEY", ""))).hasSize(32);
		assertThat(webhook).containsEntry("PARLEY_WEBHOOK_SECRET", this.checkout.webhookSecret());
		assertThat(this.checkout.webhookSecret()).matches("\\w{64}");
		assertThat(of("forum")).doesNotContainKeys("PARLEY_WEBHOOK_KEY", "PARLEY_WEBHOOK_SECRET");
	}

	@Test
	void mediaServiceAndStorageShareTheirKey() {
		var environment = new Environment(this.checkout,
				Map.of("gateway", 5055, "object-storage", 12006, "object-storage-s3", 12007));
		var storage = environment.of(this.checkout.processes().named("object-storage").getFirst());
		var media = environment.of(this.checkout.processes().named("media").getFirst(), SERVERS);
		assertThat(storage).containsEntry("PARLEY_S3_PORT", "12007")
			.containsEntry("PORT", "12006")
			.containsKey("PARLEY_S3_DIR");
		assertThat(media).containsEntry("PARLEY_S3_URI", "http://127.0.0.1:12007")
			.containsEntry("PARLEY_MEDIA_URL", "http://127.0.0.1:5055")
			.containsEntry("PARLEY_S3_SECRET_KEY", storage.get("PARLEY_S3_SECRET_KEY"));
		assertThat(environment.of(this.checkout.processes().named("web").getFirst(), SERVERS))
			.containsEntry("PARLEY_S3_PUBLIC_URL", "http://127.0.0.1:12007");
		assertThat(media.get("PARLEY_MEDIA_URL")).isNotEqualTo(media.get("PARLEY_PUBLIC_URL"));
		assertThat(Base64.getDecoder().decode(media.getOrDefault("PARLEY_MEDIA_KEY", ""))).hasSize(32);
		for (var service : new String[] { "auth", "forum", "chat", "social", "realtime", "moderation" }) {
			assertThat(of(service)).containsEntry("PARLEY_MEDIA_KEY", media.get("PARLEY_MEDIA_KEY"))
				.containsKey("PARLEY_MEDIA_URL")
				.doesNotContainKey("PARLEY_S3_SECRET_KEY");
		}
		assertThat(of("webhook")).doesNotContainKey("PARLEY_MEDIA_KEY");
	}

	@Test
	void mailUsesMailboxUnlessSmtpServerIsConfigured() {
		var withMailbox = new Environment(this.checkout,
				Map.of("gateway", 5055, "mailbox", 12004, "mailbox-smtp", 12005));
		assertThat(withMailbox.of(this.checkout.processes().named("notification").getFirst(), SERVERS))
			.containsEntry("PARLEY_SMTP_HOST", "127.0.0.1")
			.containsEntry("PARLEY_SMTP_PORT", "12005");
		assertThat(withMailbox.of(this.checkout.processes().named("mailbox").getFirst()))
			.containsEntry("PARLEY_SMTP_PORT", "12005")
			.containsEntry("PORT", "12004")
			.containsKey("PARLEY_MAIL_DIR");
		this.checkout.saveProcesses(new ProcessSpecs(1, false, Set.of()));
		assertThat(of("notification")).doesNotContainKeys("PARLEY_SMTP_HOST", "PARLEY_SMTP_PORT");
	}

	@Test
	void serviceReceivesPasswordOfConfigServerApartFromItsAddress() {
		var password = this.environment.of(this.checkout.processes().named("config-server").getFirst())
			.getOrDefault("PARLEY_CONFIG_PASSWORD", "");
		assertThat(of("forum")).containsEntry("PARLEY_CONFIG_URI", "http://127.0.0.1:12003")
			.containsEntry("PARLEY_CONFIG_PASSWORD", password);
	}

	private Map<String, String> of(String service) {
		return this.environment.of(this.checkout.processes().named(service).getFirst(), SERVERS);
	}

}
