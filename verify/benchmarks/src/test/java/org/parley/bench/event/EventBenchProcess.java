package org.parley.bench.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.parley.bench.ServerProcess;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;
import org.parley.system.BrokerManagementClient;
import org.parley.system.Instance;

/** A running {@code event-bench}, which publishes events at a rate and consumes them. */
final class EventBenchProcess implements AutoCloseable {

	private static final String NAME = "event-bench";

	private static final Duration START = Duration.ofMinutes(1);

	private static final int NO_CONTENT = 204;

	private final Instance instance;

	private final BrokerManagementClient console;

	private final MongoClient mongo;

	private final MongoDatabase database;

	private EventBenchProcess(Checkout checkout) {
		this.instance = Instance.tool(checkout, "benchmarks/" + NAME, NAME);
		this.console = new BrokerManagementClient(checkout.runningServers().rabbitManagement());
		this.mongo = MongoClients.create(this.instance.servers().mongoUri());
		this.database = this.mongo.getDatabase(NAME);
	}

	/** Starts the process with an empty database and waits until it is ready. */
	static EventBenchProcess start(Checkout checkout) throws InterruptedException {
		var ticker = new EventBenchProcess(checkout);
		ticker.remove();
		ticker.instance.start(Map.of());
		try {
			ticker.instance.awaitReady(START);
			return ticker;
		}
		catch (LauncherException ex) {
			ticker.close();
			throw ex;
		}
	}

	/** Returns the process for measuring its usage. */
	ServerProcess process() {
		return new ServerProcess(NAME, this.instance.pid());
	}

	/**
	 * Publishes events and returns when all are committed.
	 * @param perSecond maximum rate; 0 for no limit
	 */
	void publish(int count, int perSecond) throws InterruptedException {
		var request = HttpRequest.newBuilder(URI.create(this.instance.address() + "/ticks"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"count\": %d, \"perSecond\": %d}".formatted(count, perSecond)))
			.build();
		try (var http = HttpClient.newHttpClient()) {
			var answer = http.send(request, BodyHandlers.ofString());
			if (answer.statusCode() != NO_CONTENT) {
				throw new LauncherException("event-bench returned status %d: %s\n%s".formatted(answer.statusCode(),
						answer.body(), this.instance.logTail()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("event-bench is unavailable", ex);
		}
	}

	/** Returns the number of events in the outbox. */
	long pending() {
		return this.database.getCollection("outbox").countDocuments();
	}

	/** Returns the number of consumed events that were published since then. */
	long consumedSince(Instant start) {
		return echoes().countDocuments(happenedSince(start));
	}

	/** Returns the delay of each event published since then. */
	List<Duration> delaysSince(Instant start) {
		return echoes().find(happenedSince(start))
			.map((echo) -> Duration.between(echo.getDate("happened").toInstant(), echo.getDate("heard").toInstant()))
			.into(new ArrayList<>());
	}

	private MongoCollection<Document> echoes() {
		return this.database.getCollection("echoes");
	}

	private static Bson happenedSince(Instant start) {
		return Filters.gte("happened", Date.from(start));
	}

	/** Stops the process and deletes its queue and database. */
	private void remove() {
		this.instance.stop();
		this.console.deleteQueue("event_bench");
		this.database.drop();
	}

	@Override
	public void close() {
		remove();
		this.mongo.close();
	}

}
