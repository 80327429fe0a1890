package org.parley.platform.messaging.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.ShutdownSignalException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.localstack.LocalStack;
import org.parley.localstack.tenant.BrokerRights;
import org.parley.localstack.tenant.BrokerRights.TopicRights;
import org.parley.localstack.tenant.RedisRights;
import org.parley.localstack.tenant.Tenant;
import org.parley.localstack.tenant.TenantProvisioner;
import org.parley.platform.messaging.queue.InstanceQueue;
import org.parley.platform.test.LocalStackTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.core.RabbitAdmin;

import static org.assertj.core.api.Assertions.assertThat;

/** The production permissions at a real broker, with the services' real declarations. */
@LocalStackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerRightsIT {

	private static final JsonNode DEFINITIONS = JsonMapper.builder()
		.build()
		.readTree(
				Path.of(System.getProperty("parley.root", "../.."), "deploy", "rabbitmq", "definitions.json").toFile());

	private final Catalogue catalogue = Catalogues.ofTests();

	private final String suffix = "-" + UUID.randomUUID();

	private final Map<String, CachingConnectionFactory> connections = new LinkedHashMap<>();

	private final List<Tenant> tenants = new ArrayList<>();

	private final TenantProvisioner tenantProvisioner = new TenantProvisioner(LocalStack.forTests());

	@BeforeAll
	void everyServiceDeclaresWhatItNeeds() {
		services().forEach(this::connect);
		services().forEach(this::declare);
		services().forEach(this::bindToOthers);
	}

	@AfterAll
	void drop() {
		this.connections.values().forEach(CachingConnectionFactory::destroy);
		this.tenants.forEach(this.tenantProvisioner::drop);
		this.tenantProvisioner.close();
	}

	static Stream<String> services() {
		return DEFINITIONS.path("permissions")
			.valueStream()
			.map((permission) -> permission.path("user").asString())
			.filter((user) -> !List.of("admin", "monitor").contains(user));
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceReachesConsumersWithEveryType(String service) throws Exception {
		var exchange = this.catalogue.exchangeOf(service);
		if (exchange.isPresent()) {
			for (var key : keysOf(exchange.get().getValue())) {
				assertThat(publish(service, exchange.get().getKey(), key)).as(key)
					.isEqualTo(isExpected(key) ? "taken" : "nowhere");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceWritesOnlyToItsExchanges(String service) throws Exception {
		var own = Stream
			.concat(this.catalogue.exchangeOf(service).stream().map(Map.Entry::getKey),
					sharedQueuesOf(service).map(Topology::lettersOf))
			.toList();
		for (var exchange : exchanges().filter((name) -> !own.contains(name)).toList()) {
			assertThat(publish(service, exchange, "user.registered")).as(exchange).isEqualTo("refused");
		}
		for (var queue : sharedQueuesOf(service).toList()) {
			assertThat(publish(service, Topology.lettersOf(queue), Topology.AGAIN)).isEqualTo("taken");
			assertThat(publish(service, Topology.lettersOf(queue), Topology.DEAD)).isEqualTo("taken");
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceCannotWriteToQueues(String service) throws Exception {
		for (var queue : queues().toList()) {
			assertThat(publish(service, "", queue)).as(queue).isEqualTo("refused");
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceCannotPublishForeignTypes(String service) throws Exception {
		var exchange = this.catalogue.exchangeOf(service);
		if (exchange.isPresent()) {
			for (var type : List.of("no.type", "to.nobody", "#",
					service.equals("auth-service") ? "post.created" : "user.registered")) {
				assertThat(publish(service, exchange.get().getKey(), type)).as(type).isEqualTo("refused");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceConsumesOnlyItsQueues(String service) throws Exception {
		for (var queue : queues().toList()) {
			var own = sharedQueuesOf(service).flatMap((name) -> Stream.of(name, Topology.deadLettersOf(name)))
				.anyMatch(queue::equals);
			assertThat(isAllowed(service, (channel) -> channel.basicConsume(queue, true, new DefaultConsumer(channel))))
				.as(queue)
				.isEqualTo(own);
			assertThat(isAllowed(service, (channel) -> channel.queuePurge(queue))).as(queue).isEqualTo(own);
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceCannotConfigureForeignQueues(String service) throws Exception {
		for (var queue : sharedQueues().filter((name) -> !sharedQueuesOf(service).toList().contains(name)).toList()) {
			assertThat(isAllowed(service, (channel) -> channel.queueDelete(Topology.deadLettersOf(queue)))).isFalse();
			assertThat(isAllowed(service, (channel) -> channel.exchangeDelete(Topology.lettersOf(queue)))).isFalse();
			assertThat(isAllowed(service,
					(channel) -> channel.queueBind(queue, Topology.lettersOf(queue), Topology.AGAIN)))
				.isFalse();
			if (!isHeardBy(service, queue)) {
				assertThat(isAllowed(service, (channel) -> channel.queueDelete(queue))).as(queue).isFalse();
			}
		}
	}

	@Test
	void consumerCannotBindUncataloguedTypes() throws Exception {
		assertThat(isAllowed("webhook-service",
				(channel) -> channel.queueBind("webhooks", "forum.events", "post.created")))
			.isTrue();
		for (var key : List.of("email-verification.requested", "contact.changed", "#", "*.*", "to.notifications")) {
			assertThat(isAllowed("webhook-service", (channel) -> channel.queueBind("webhooks", "auth.events", key)))
				.as(key)
				.isFalse();
		}
	}

	private void connect(String service) {
		var permission = permissionsOf(service, "permissions").findFirst().orElseThrow();
		var topics = permissionsOf(service, "topic_permissions")
			.map((topic) -> new TopicRights(topic.path("exchange").asString(), topic.path("write").asString(),
					topic.path("read").asString()))
			.toList();
		var rights = new BrokerRights(permission.path("configure").asString(), permission.path("write").asString(),
				permission.path("read").asString(), topics);
		var name = service + this.suffix;
		var tenant = new Tenant(name, "secret-of-a-test", "rights" + this.suffix, rights, name + ":",
				RedisRights.under(name + ":"));
		this.tenants.add(tenant);
		var factory = new CachingConnectionFactory();
		factory.setUri(this.tenantProvisioner.provision(tenant).amqpUri());
		this.connections.put(service, factory);
	}

	private void declare(String service) {
		var broker = new RabbitAdmin(connectionsOf(service));
		topology(service).declarables().forEach((declarable) -> declare(declarable, broker));
	}

	private static void declare(Declarable declarable, RabbitAdmin broker) {
		switch (declarable) {
			case Queue queue -> assertThat(broker.declareQueue(queue)).isNotNull();
			case Exchange exchange -> broker.declareExchange(exchange);
			case Binding binding -> broker.declareBinding(binding);
			default -> throw new IllegalArgumentException(declarable.toString());
		}
	}

	private void bindToOthers(String service) {
		topology(service).bindingsToOthers()
			.forEach((binding) -> declare(binding, new RabbitAdmin(connectionsOf(service))));
		this.catalogue.queuesConsumedBy(service).forEach((name, queue) -> {
			if (!queue.isShared()) {
				bind(service, name);
			}
		});
	}

	private void bind(String service, String queue) {
		var bindings = topology(service).bindingsTo(queue)
			.stream()
			.filter((binding) -> exchanges().anyMatch((name) -> name.equals(binding.getExchange())))
			.toList();
		try {
			new InstanceQueue(queue + ".01JZZZZZZZZZZZZZZZZZZZZZZX", bindings)
				.prepare(Objects.requireNonNull(connection(service).getDelegate()));
			for (var binding : bindings) {
				assertThat(
						isAllowed(service,
								(channel) -> channel.queueBind(queue + ".01JZZZZZZZZZZZZZZZZZZZZZZX",
										binding.getExchange(), binding.getRoutingKey())))
					.as(binding.toString())
					.isTrue();
			}
		}
		catch (IOException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The result of a message: accepted, unroutable, or refused. */
	private String publish(String service, String exchange, String key) throws Exception {
		var channel = Objects.requireNonNull(connection(service).getDelegate()).createChannel();
		var returned = new ArrayList<String>();
		try {
			channel.confirmSelect();
			channel.addReturnListener((message) -> returned.add(message.getRoutingKey()));
			channel.basicPublish(exchange, key, true, new BasicProperties(), new byte[] { 1 });
			channel.waitForConfirmsOrDie(10_000);
			return returned.isEmpty() ? "taken" : "nowhere";
		}
		catch (ShutdownSignalException | IOException ex) {
			return isRefusal(ex) ? "refused" : ex.toString();
		}
		finally {
			close(channel);
		}
	}

	private boolean isAllowed(String service, Step step) throws IOException, TimeoutException {
		var channel = Objects.requireNonNull(connection(service).getDelegate()).createChannel();
		try {
			step.with(channel);
			return true;
		}
		catch (IOException ex) {
			assertThat(isRefusal(ex)).as(String.valueOf(ex.getCause())).isTrue();
			return false;
		}
		finally {
			close(channel);
		}
	}

	private static void close(Channel channel) throws IOException, TimeoutException {
		if (channel.isOpen()) {
			channel.close();
		}
	}

	private static boolean isRefusal(Exception ex) {
		return String.valueOf(ex.getMessage()).contains("ACCESS_REFUSED")
				|| String.valueOf(ex.getCause()).contains("ACCESS_REFUSED");
	}

	private Stream<String> exchanges() {
		var events = services().flatMap((service) -> this.catalogue.exchangeOf(service).stream())
			.map(Map.Entry::getKey);
		var letters = sharedQueues().map(Topology::lettersOf);
		return Stream.of(events, letters, Stream.of("amq.topic", "amq.direct", "amq.fanout", "amq.headers"))
			.flatMap((names) -> names);
	}

	private Stream<String> queues() {
		return sharedQueues().flatMap((queue) -> Stream.of(queue, Topology.deadLettersOf(queue)));
	}

	private Stream<String> sharedQueues() {
		return services().flatMap(this::sharedQueuesOf);
	}

	private Stream<String> sharedQueuesOf(String service) {
		return this.catalogue.queuesConsumedBy(service)
			.entrySet()
			.stream()
			.filter((queue) -> queue.getValue().isShared())
			.map(Map.Entry::getKey);
	}

	private List<String> keysOf(Catalogue.Exchange exchange) {
		var types = exchange.events()
			.entrySet()
			.stream()
			.filter((event) -> !event.getValue().snapshot())
			.map(Map.Entry::getKey);
		var queues = exchange.events()
			.values()
			.stream()
			.filter(Catalogue.Event::snapshot)
			.flatMap((event) -> event.heardBy().stream())
			.distinct()
			.map(Topology::onlyTo);
		return Stream.concat(types, queues).toList();
	}

	/** Whether a key is bound to any queue. */
	private boolean isExpected(String key) {
		return key.startsWith("to.") || this.catalogue.exchanges()
			.values()
			.stream()
			.flatMap((exchange) -> Stream.ofNullable(exchange.events().get(key)))
			.anyMatch((event) -> !event.heardBy().isEmpty());
	}

	private boolean isHeardBy(String service, String queue) {
		return this.catalogue.exchangeOf(service)
			.map((exchange) -> exchange.getValue().heardBy(queue).findAny().isPresent())
			.orElse(false);
	}

	private Topology topology(String service) {
		return new Topology(this.catalogue, service);
	}

	private Connection connection(String service) {
		return connectionsOf(service).createConnection();
	}

	private CachingConnectionFactory connectionsOf(String service) {
		return Objects.requireNonNull(this.connections.get(service));
	}

	private static Stream<JsonNode> permissionsOf(String service, String kind) {
		return DEFINITIONS.path(kind)
			.valueStream()
			.filter((permission) -> permission.path("user").asString().equals(service));
	}

	/** An operation that the broker may refuse. */
	@FunctionalInterface
	private interface Step {

		Object with(Channel channel) throws IOException;

	}

}
