package org.parley.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.parley.localstack.tenant.Tenant;
import org.parley.localstack.tenant.TenantProvisioner;
import org.parley.localstack.tenant.TenantServers;

import com.mongodb.client.MongoClients;
import io.lettuce.core.RedisClient;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** The tests share one stack, because each start takes seconds. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NativeStackIT {

	private final Path directory = Path
		.of(System.getProperty("parley.root", ""), "target", "stack-" + UUID.randomUUID())
		.toAbsolutePath();

	private final NativeStack stack = stack(Map.of());

	private Servers servers;

	@BeforeEach
	void start() {
		this.servers = Infrastructure.from(this.stack::start);
	}

	@AfterAll
	void removeEverything() {
		this.stack.stop();
		this.stack.removeData();
		assertThat(this.directory).doesNotExist();
	}

	private NativeStack stack(Map<String, String> knobs) {
		return new NativeStack(this.directory, knobs);
	}

	@Test
	void dataTenantsPortsAndSecretsSurviveRestart() {
		var tenant = Tenant.isolated("somebody", "secret-of-a-test");
		TenantServers addresses;
		try (var provisioning = new TenantProvisioner(this.servers)) {
			addresses = provisioning.provision(tenant);
		}
		insert(addresses.mongoUri(), "kept");
		set(addresses.redisUri(), "somebody:key");
		this.stack.stop();
		assertAllAre("down");
		assertThat(this.stack.start()).isEqualTo(this.servers);
		assertAllAre("up");
		assertThat(count(addresses.mongoUri(), "kept")).isEqualTo(1);
		set(addresses.redisUri(), "somebody:key");
	}

	@Test
	void acknowledgedWriteSurvivesSigkill() {
		insert(this.servers.mongoUri() + "&w=majority", "durable");
		var mongo = mongo();
		assertThat(mongo.destroyForcibly()).isTrue();
		awaitEnd(mongo.pid());
		this.stack.start();
		assertThat(count(this.servers.mongoUri(), "durable")).isEqualTo(1);
	}

	@Test
	void changedPortKeepsData() {
		insert(this.servers.mongoUri(), "moved");
		var port = URI.create(this.servers.mongoUri()).getPort();
		var other = stack(Map.of("PARLEY_MONGO_PORT", String.valueOf(port + 13)));
		assertThatIllegalStateException().isThrownBy(other::start).withMessageContaining("already running");
		var mongo = mongo();
		assertThat(mongo.destroy()).isTrue();
		awaitEnd(mongo.pid());
		var moved = other.start();
		assertThat(moved.mongoUri()).isNotEqualTo(this.servers.mongoUri());
		assertThat(count(moved.mongoUri(), "moved")).isEqualTo(1);
	}

	@Test
	void freshStartForgetsDataOfStoppedServersOnly() {
		insert(this.servers.mongoUri(), "forgotten");
		var fresh = stack(Map.of("PARLEY_FRESH", "yes"));
		assertThat(count(fresh.start().mongoUri(), "forgotten")).isEqualTo(1);
		this.stack.stop();
		var empty = fresh.start();
		assertThat(count(empty.mongoUri(), "forgotten")).isZero();
		assertAllAre("up");
	}

	@Test
	void endOfLastOwnerStopsServers() throws IOException {
		var first = new ProcessBuilder("sleep", "600").start();
		var second = new ProcessBuilder("sleep", "600").start();
		stack(Map.of("PARLEY_OWNER_PID", String.valueOf(first.pid()))).start();
		stack(Map.of("PARLEY_OWNER_PID", String.valueOf(second.pid()))).start();
		first.destroyForcibly();
		await().during(Duration.ofSeconds(2)).atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertAllAre("up"));
		var pids = this.stack.status().stream().map(ServerState::pid).toList();
		second.destroyForcibly();
		pids.forEach(NativeStackIT::awaitEnd);
		await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(this.directory.resolve("run/watcher.pid")));
		assertAllAre("down");
	}

	@Test
	void removedFolderStopsServers() throws IOException {
		var owner = new ProcessBuilder("sleep", "600").start();
		stack(Map.of("PARLEY_OWNER_PID", String.valueOf(owner.pid()))).start();
		var pids = this.stack.status().stream().map(ServerState::pid).toList();
		await().pollDelay(Duration.ofSeconds(2)).until(owner::isAlive);
		this.stack.removeData();
		pids.forEach(NativeStackIT::awaitEnd);
		owner.destroyForcibly();
	}

	@Test
	void secretsAreReadableByOwnerOnly() throws IOException {
		assertThat(Files.getPosixFilePermissions(this.directory.resolve("secrets"))).hasSize(2);
		assertThat(Files.getPosixFilePermissions(this.directory.resolve("env"))).hasSize(2);
		assertThat(Files.getPosixFilePermissions(this.directory.resolve("mongo.key"))).hasSize(2);
	}

	private ProcessHandle mongo() {
		return this.stack.status()
			.stream()
			.filter((server) -> server.name().equals("mongo"))
			.findFirst()
			.flatMap((server) -> ProcessHandle.of(server.pid()))
			.orElseThrow();
	}

	private void assertAllAre(String state) {
		assertThat(this.stack.status()).hasSize(3).extracting(ServerState::state).containsOnly(state);
	}

	private static void awaitEnd(long pid) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
	}

	private static void insert(String uri, String name) {
		try (var client = MongoClients.create(uri)) {
			client.getDatabase(database(uri)).getCollection("things").insertOne(new Document("name", name));
		}
	}

	private static long count(String uri, String name) {
		try (var client = MongoClients.create(uri)) {
			return client.getDatabase(database(uri)).getCollection("things").countDocuments(new Document("name", name));
		}
	}

	private static String database(String uri) {
		var named = URI.create(uri).getPath().substring(1);
		return named.isEmpty() ? "anything" : named;
	}

	private static void set(String uri, String key) {
		try (var client = RedisClient.create(uri)) {
			assertThat(client.connect().sync().set(key, "value")).isEqualTo("OK");
		}
	}

}
