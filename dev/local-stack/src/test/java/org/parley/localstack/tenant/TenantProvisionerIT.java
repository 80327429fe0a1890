package org.parley.localstack.tenant;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.localstack.Infrastructure;
import org.parley.localstack.LocalStack;
import org.parley.localstack.tenant.BrokerRights.TopicRights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TenantProvisionerIT {

	private static final Tenant ANN = newTenant();

	private static final Tenant BEN = newTenant();

	private static TenantProvisioner tenantProvisioner;

	private static TenantServers ann;

	private static TenantServers ben;

	@BeforeAll
	static void provision() {
		tenantProvisioner = new TenantProvisioner(Infrastructure.from(LocalStack::forTests));
		ann = tenantProvisioner.provision(ANN);
		ben = tenantProvisioner.provision(BEN);
	}

	@AfterAll
	static void drop() {
		tenantProvisioner.drop(ANN);
		tenantProvisioner.drop(BEN);
		tenantProvisioner.close();
	}

	private static Tenant newTenant() {
		return Tenant.isolated("tenant-" + UUID.randomUUID(), "secret-of-a-test");
	}

	@Test
	void repeatedProvisioningChangesNothing() {
		assertThat(tenantProvisioner.provision(ANN)).isEqualTo(ann);
	}

	@Test
	void changedPasswordIsApplied() {
		var tenant = newTenant();
		tenantProvisioner.provision(tenant);
		var changed = tenantProvisioner.provision(new Tenant(tenant.name(), "another", tenant.vhost(), tenant.broker(),
				tenant.redisPrefix(), tenant.redis()));
		try (var mongo = MongoClients.create(changed.mongoUri()); var redis = RedisClient.create(changed.redisUri())) {
			mongo.getDatabase(tenant.name()).getCollection("things").insertOne(new Document());
			assertThat(redis.connect().sync().ping()).isEqualTo("PONG");
		}
		tenantProvisioner.drop(tenant);
	}

	@Test
	void tenantUsesOwnDatabaseWithTransactionsAndIndexes() {
		try (var mongo = MongoClients.create(ann.mongoUri()); var session = mongo.startSession()) {
			var things = mongo.getDatabase(ANN.name()).getCollection("things");
			things.createIndex(new Document("name", 1));
			session.withTransaction(() -> things.insertOne(session, new Document("name", "one")));
			assertThat(things.countDocuments()).isEqualTo(1);
		}
	}

	@Test
	void otherDatabaseIsRefused() {
		try (var mongo = MongoClients.create(ann.mongoUri())) {
			assertRefused(mongo, BEN.name());
			assertRefused(mongo, "admin");
		}
	}

	private static void assertRefused(MongoClient mongo, String database) {
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> mongo.getDatabase(database).getCollection("things").countDocuments())
			.satisfies((ex) -> assertThat(ex.getErrorCodeName()).isEqualTo("Unauthorized"));
	}

	@Test
	void tenantDeclaresPublishesAndConsumesInItsVhost() throws Exception {
		try (var connection = connect(ann.amqpUri()); var channel = connection.createChannel()) {
			channel.exchangeDeclare("things", "topic");
			channel.queueDeclare("heard", true, false, false, Map.of("x-queue-type", "quorum"));
			channel.queueBind("heard", "things", "#");
			channel.confirmSelect();
			channel.basicPublish("things", "said", null, new byte[] { 1 });
			channel.waitForConfirmsOrDie(10_000);
			assertThat(channel.basicGet("heard", true)).isNotNull();
		}
	}

	@Test
	void tenantIsLimitedToItsBrokerRights() throws Exception {
		var rights = new BrokerRights("^(heard(\\..+)?)$", "^(heard)$", "^(heard)$", List.of());
		var name = "narrow-" + UUID.randomUUID();
		var servers = tenantProvisioner
			.provision(new Tenant(name, "secret-of-a-test", name, rights, name + ":", RedisRights.under(name + ":")));
		try (var connection = connect(servers.amqpUri())) {
			connection.createChannel().queueDeclare("heard.letters", true, false, false, Map.of());
			var channel = connection.createChannel();
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> channel.queueDeclare("others", true, false, false, Map.of()))
				.withStackTraceContaining("ACCESS_REFUSED");
		}
		tenantProvisioner.drop(Tenant.isolated(name, "secret-of-a-test"));
	}

	@Test
	void publishToDefaultExchangeIsRefused() throws Exception {
		try (var connection = connect(ann.amqpUri())) {
			var channel = connection.createChannel();
			channel.queueDeclare("heard.directly", false, false, true, Map.of());
			channel.confirmSelect();
			channel.basicPublish("", "heard.directly", null, new byte[] { 1 });
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> channel.waitForConfirmsOrDie(10_000))
				.withStackTraceContaining("ACCESS_REFUSED");
		}
	}

	@Test
	void bindingWithOtherRoutingKeyIsRefused() throws Exception {
		var rights = new BrokerRights(".*", ".*", ".*", List.of(new TopicRights("things", "^said$", "^heard$")));
		var name = "topics-" + UUID.randomUUID();
		var servers = tenantProvisioner
			.provision(new Tenant(name, "secret-of-a-test", name, rights, name + ":", RedisRights.under(name + ":")));
		try (var connection = connect(servers.amqpUri())) {
			var channel = connection.createChannel();
			channel.exchangeDeclare("things", "topic");
			channel.queueDeclare("mine", false, false, true, Map.of());
			channel.queueBind("mine", "things", "heard");
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> channel.queueBind("mine", "things", "#"))
				.withStackTraceContaining("ACCESS_REFUSED");
		}
		tenantProvisioner.drop(Tenant.isolated(name, "secret-of-a-test"));
	}

	@Test
	void otherVhostIsRefused() {
		var elsewhere = ann.amqpUri().replaceFirst("[^/]*$", BEN.vhost());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> connect(elsewhere));
	}

	@Test
	void guestUserDoesNotExist() {
		var guest = ann.amqpUri().replace(ANN.name() + ":" + ANN.password(), "guest:guest");
		assertThatExceptionOfType(PossibleAuthenticationFailureException.class).isThrownBy(() -> connect(guest));
	}

	@Test
	void tenantUsesOwnKeysAndChannels() {
		try (var client = RedisClient.create(ann.redisUri())) {
			var redis = client.connect().sync();
			var key = ann.redisPrefix() + "key";
			assertThat(redis.set(key, "value")).isEqualTo("OK");
			assertThat(redis.publish(ann.redisPrefix() + "channel", "hello")).isZero();
			assertThat(redis.<String>eval("return redis.call('get', KEYS[1])", ScriptOutputType.VALUE, key))
				.isEqualTo("value");
			assertThat(redis.info()).contains("redis_version");
		}
	}

	@Test
	void otherKeysAndChannelsAreRefused() {
		try (var client = RedisClient.create(ann.redisUri())) {
			var redis = client.connect().sync();
			assertDenied(redis, (own) -> own.get(ben.redisPrefix() + "key"));
			assertDenied(redis, (own) -> own.publish(ben.redisPrefix() + "channel", "hello"));
			assertDenied(redis, (own) -> own.keys("*"));
			assertDenied(redis, (own) -> own.scan());
			assertDenied(redis, (own) -> own.flushall());
			assertDenied(redis, (own) -> own.aclList());
			assertDenied(redis, (own) -> own.configGet("*"));
		}
	}

	private static void assertDenied(RedisCommands<String, String> redis,
			Consumer<RedisCommands<String, String>> command) {
		assertThatExceptionOfType(RedisCommandExecutionException.class).isThrownBy(() -> command.accept(redis))
			.withMessageStartingWith("NOPERM");
	}

	@Test
	void tenantWithReadRightsCannotPublish() {
		var tenant = newTenant();
		var shared = BEN.redisPrefix() + "shared";
		var rules = "~%1$s* &%1$s* +@all -@admin -@dangerous (+subscribe +get &%2$s %%R~%2$s:*)"
			.formatted(tenant.redisPrefix(), shared);
		var servers = tenantProvisioner.provision(new Tenant(tenant.name(), tenant.password(), tenant.vhost(),
				tenant.broker(), tenant.redisPrefix(), RedisRights.parse(rules)));
		try (var client = RedisClient.create(servers.redisUri());
				var hearing = client.connectPubSub();
				var connection = client.connect()) {
			hearing.sync().subscribe(shared);
			var redis = connection.sync();
			assertThat(redis.get(shared + ":key")).isNull();
			assertDenied(redis, (own) -> own.publish(shared, "hello"));
			assertDenied(redis, (own) -> own.set(shared + ":key", "value"));
			assertDenied(redis, (own) -> own.get(BEN.redisPrefix() + "key"));
			assertThat(redis.set(tenant.redisPrefix() + "key", "value")).isEqualTo("OK");
		}
		finally {
			tenantProvisioner.drop(tenant);
		}
	}

	@Test
	void anonymousRedisConnectionIsRefused() {
		var anonymous = ann.redisUri().replace(ANN.name() + ":" + ANN.password() + "@", "");
		try (var client = RedisClient.create(anonymous)) {
			assertThatExceptionOfType(RedisConnectionException.class).isThrownBy(() -> client.connect());
		}
	}

	@Test
	void droppedTenantIsRemoved() throws Exception {
		var tenant = newTenant();
		var servers = tenantProvisioner.provision(tenant);
		try (var redis = RedisClient.create(servers.redisUri())) {
			redis.connect().sync().set(tenant.redisPrefix() + "key", "value");
		}
		tenantProvisioner.drop(tenant);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> connect(servers.amqpUri()));
		try (var redis = RedisClient.create(servers.redisUri());
				var admin = RedisClient.create(LocalStack.forTests().redisUri())) {
			assertThatExceptionOfType(RedisConnectionException.class).isThrownBy(() -> redis.connect());
			assertThat(admin.connect().sync().exists(tenant.redisPrefix() + "key")).isZero();
		}
		assertThatCode(() -> tenantProvisioner.drop(tenant)).doesNotThrowAnyException();
	}

	private static Connection connect(String uri) throws Exception {
		var factory = new ConnectionFactory();
		factory.setUri(uri);
		return factory.newConnection();
	}

}
