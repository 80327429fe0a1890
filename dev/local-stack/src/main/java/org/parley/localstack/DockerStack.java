package org.parley.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Volume;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Servers in containers, with the versions of the native servers. They stop with this
 * process, or are kept with their own volumes, which needs
 * {@code TESTCONTAINERS_REUSE_ENABLE=true} in the environment.
 */
final class DockerStack {

	private static final String LABEL = "org.parley.stack";

	private static final String SERVER = "org.parley.server";

	private static final String ADMIN = "parley_admin";

	private static final String INITIATE = """
			try { rs.status() } catch (e) { rs.initiate({_id: 'rs0', members: [{_id: 0, host: '127.0.0.1:27017'}]}) }
			while (!db.hello().isWritablePrimary) sleep(100)""";

	private final String id;

	private final String password;

	DockerStack(Path directory) {
		this.id = UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8)).toString();
		this.password = SecretFile.in(directory.resolve("docker-secrets")).get("admin");
	}

	Servers startAndKeep() {
		return start(true);
	}

	Servers startForThisProcess() {
		return start(false);
	}

	private Servers start(boolean keep) {
		var mongo = mongo(keep);
		var rabbit = rabbit(keep);
		var redis = redis(keep);
		List.of(mongo, rabbit, redis).parallelStream().forEach(GenericContainer::start);
		var host = mongo.getHost();
		var mongoUri = "mongodb://%s:%s@%s:%d/?directConnection=true&authSource=admin".formatted(ADMIN, this.password,
				host, mongo.getMappedPort(27017));
		initiate(mongo, mongoUri);
		return new Servers(mongoUri,
				"amqp://%s:%s@%s:%d".formatted(ADMIN, this.password, host, rabbit.getMappedPort(5672)),
				URI.create("http://%s:%s@%s:%d".formatted(ADMIN, this.password, host, rabbit.getMappedPort(15672))),
				"redis://%s:%s@%s:%d".formatted(ADMIN, this.password, host, redis.getMappedPort(6379)));
	}

	private GenericContainer<?> mongo(boolean keep) {
		return container("mongo", "mongo:8.2", "/data/db", keep).withExposedPorts(27017)
			.withEnv(Map.of("MONGO_INITDB_ROOT_USERNAME", ADMIN, "MONGO_INITDB_ROOT_PASSWORD", this.password))
			.withCommand("bash", "-c",
					"umask 077 && echo %s >/tmp/key && chown mongodb /tmp/key && ".formatted(this.password)
							+ "exec docker-entrypoint.sh mongod --replSet rs0 --bind_ip_all --keyFile /tmp/key "
							+ "--setParameter transactionLifetimeLimitSeconds=10");
	}

	private GenericContainer<?> rabbit(boolean keep) {
		return container("rabbit", "rabbitmq:4.0-management", "/var/lib/rabbitmq", keep).withExposedPorts(5672, 15672)
			.withCreateContainerCmdModifier((command) -> command.withHostName("rabbit"))
			.withEnv(Map.of("RABBITMQ_DEFAULT_USER", ADMIN, "RABBITMQ_DEFAULT_PASS", this.password))
			.waitingFor(Wait.forLogMessage(".*Server startup complete.*", 1));
	}

	private GenericContainer<?> redis(boolean keep) {
		return container("redis", "redis:8.0", "/data", keep).withExposedPorts(6379)
			.withCommand("redis-server", "--appendonly", "yes", "--user", "default", "off", "--user", ADMIN, "on",
					">" + this.password, "~*", "&*", "+@all");
	}

	private GenericContainer<?> container(String server, String image, String data, boolean keep) {
		var container = new GenericContainer<>(image).withReuse(keep)
			.withLabels(Map.of(LABEL, this.id, SERVER, server));
		if (keep) {
			container.withCreateContainerCmdModifier((command) -> Optional.ofNullable(command.getHostConfig())
				.orElseThrow()
				.withBinds(new Bind(volume(server), new Volume(data))));
		}
		return container;
	}

	/**
	 * The image first runs a temporary server that only the container can reach; the
	 * driver waits for the real one.
	 */
	private void initiate(GenericContainer<?> mongo, String uri) {
		try (var client = MongoClients.create(uri + "&serverSelectionTimeoutMS=60000")) {
			client.getDatabase("admin").runCommand(new Document("hello", 1));
			var result = mongo.execInContainer("mongosh", "--quiet", "-u", ADMIN, "-p", this.password, "--eval",
					INITIATE);
			if (result.getExitCode() != 0) {
				throw new IllegalStateException("The replica set was not initiated: " + result.getStderr());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	void stop() {
		containers().forEach((container) -> client().removeContainerCmd(container.getId()).withForce(true).exec());
	}

	void removeData() {
		List.of("mongo", "rabbit", "redis").forEach((server) -> removeVolume(volume(server)));
	}

	private static void removeVolume(String name) {
		try {
			client().removeVolumeCmd(name).exec();
		}
		catch (NotFoundException ex) {
			// The volume does not exist.
		}
	}

	List<ServerState> status() {
		var running = containers().stream().map((container) -> container.getLabels().get(SERVER)).toList();
		return List.of("mongo", "rabbit", "redis")
			.stream()
			.map((server) -> new ServerState(server, running.contains(server) ? "up" : "down", 0, 0))
			.toList();
	}

	private List<Container> containers() {
		return client().listContainersCmd().withLabelFilter(Map.of(LABEL, this.id)).exec();
	}

	private String volume(String server) {
		return "parley-%s-%s".formatted(this.id, server);
	}

	private static DockerClient client() {
		return DockerClientFactory.lazyClient();
	}

}
