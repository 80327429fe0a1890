package org.parley.localstack.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Creates a RabbitMQ user per tenant, with permissions in one virtual host.
 */
final class RabbitTenants implements AutoCloseable {

	private final URI amqp;

	private final URI management;

	private final String authorization;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	RabbitTenants(String amqpUri, URI management) {
		this.amqp = URI.create(amqpUri);
		this.management = URI.create("%s://%s:%d/api/".formatted(management.getScheme(), management.getHost(),
				(management.getPort() > 0) ? management.getPort() : 80));
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString(management.getUserInfo().getBytes(StandardCharsets.UTF_8));
	}

	String provision(Tenant tenant) {
		put("vhosts/" + tenant.vhost(), "{}");
		put("users/" + tenant.name(), "{\"password\": \"%s\", \"tags\": \"\"}".formatted(tenant.password()));
		put("permissions/%s/%s".formatted(tenant.vhost(), tenant.name()), tenant.broker().json());
		send(request("topic-permissions/%s/%s".formatted(tenant.vhost(), tenant.name())).DELETE());
		tenant.broker()
			.topics()
			.forEach((topic) -> put("topic-permissions/%s/%s".formatted(tenant.vhost(), tenant.name()), topic.json()));
		return "%s://%s:%s@%s:%d/%s".formatted(this.amqp.getScheme(), tenant.name(), tenant.password(),
				this.amqp.getHost(), (this.amqp.getPort() > 0) ? this.amqp.getPort() : 5672, tenant.vhost());
	}

	void drop(Tenant tenant) {
		send(request("vhosts/" + tenant.vhost()).DELETE());
		send(request("users/" + tenant.name()).DELETE());
	}

	private void put(String path, String body) {
		var status = send(request(path).PUT(BodyPublishers.ofString(body)));
		if (status >= 300) {
			throw new IllegalStateException("RabbitMQ returned status %d for PUT %s".formatted(status, path));
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.management.resolve(path))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", this.authorization)
			.header("Content-Type", "application/json");
	}

	private int send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("RabbitMQ's management API is unavailable at " + this.management, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

}
