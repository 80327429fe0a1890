package org.parley.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP.BasicProperties;
import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;
import org.parley.bench.report.ResultTable;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.system.BrokerManagementClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures what an instance of realtime-service pays for an event of a room in which none
 * of its sockets is: messages of conversations that nobody has joined, sent to the queues
 * of the instances alone, so that no other service takes part.
 *
 * @param checkout the checkout whose Parley is measured
 * @param servers the measured processes
 */
public record RoomBench(Checkout checkout, ServerProcesses servers) {

	private static final String QUEUE = "realtime";

	private static final String EXAMPLE = "contracts/src/main/resources/events/message.created.example.json";

	private static final BasicProperties PROPERTIES = new BasicProperties.Builder()
		.contentType("application/cloudevents+json")
		.build();

	private static final int EVENTS = 20_000;

	/** Instances remember the members of a conversation for ten minutes. */
	private static final int CONVERSATIONS = 1_000;

	/** Longer than the broker's statistics are old. */
	private static final Duration SETTLED = Duration.ofSeconds(7);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	public List<ResultTable> measure() {
		var console = new BrokerManagementClient(this.checkout.runningServers().rabbitManagement());
		var queues = console.instanceQueues(QUEUE);
		if (queues.isEmpty()) {
			throw new LauncherException("No instance of realtime-service consumes events");
		}
		send(queues, 0);
		await(console);
		var before = this.servers.usage();
		var start = System.nanoTime();
		send(queues, EVENTS);
		await(console);
		var used = this.servers.usageSince(before);
		var row = new LinkedHashMap<String, Double>();
		row.put("events", (double) EVENTS);
		row.put("seconds", (System.nanoTime() - start) / 1_000_000_000.0);
		row.put("CPU ms each", (double) Usage.sum(used).cpuMillis() / EVENTS / queues.size());
		var name = "event of an empty room";
		return List.of(new ResultTable("delivery", Map.of(name, row)),
				ResultTable.costs("CPU ms per " + name, used, (double) EVENTS * queues.size()));
	}

	private void send(List<String> queues, int first) {
		var json = JsonMapper.shared();
		var servers = this.checkout.runningServers();
		try (var broker = DrainWatch.connect(servers.amqpUri()); var channel = broker.createChannel()) {
			channel.confirmSelect();
			var event = (ObjectNode) json.readTree(Files.readString(this.checkout.root().resolve(EXAMPLE)));
			for (var number = first; number < first + EVENTS; number++) {
				var body = json.writeValueAsString(numbered(event, number)).getBytes(StandardCharsets.UTF_8);
				for (var queue : queues) {
					channel.basicPublish("", queue, PROPERTIES, body);
				}
			}
			channel.waitForConfirms(TIMEOUT.toMillis());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (TimeoutException ex) {
			throw new LauncherException("RabbitMQ does not respond: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

	/** Ids that no other event has. */
	private static ObjectNode numbered(ObjectNode event, int number) {
		var run = "%013d".formatted(System.nanoTime() % 10_000_000_000_000L);
		var conversation = "01KAG5RRRRRRR0000000" + "%06d".formatted(number % CONVERSATIONS);
		event.put("id", "01KAG5" + run + "%07d".formatted(number)).put("partitionkey", conversation);
		var message = (ObjectNode) event.at("/data/message");
		message.put("id", "01KAG6" + run + "%07d".formatted(number)).put("conversationId", conversation);
		((ObjectNode) event.at("/data/conversation")).put("id", conversation);
		return event;
	}

	private static void await(BrokerManagementClient console) {
		Await.sleep(SETTLED);
		if (!Await.until(TIMEOUT, POLL_INTERVAL, () -> console.countMessages() == 0)) {
			throw new LauncherException("Events are still pending after %d min.".formatted(TIMEOUT.toMinutes()));
		}
	}

}
