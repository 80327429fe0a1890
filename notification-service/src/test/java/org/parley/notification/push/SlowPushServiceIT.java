package org.parley.notification.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.news.NewsRelevance;
import org.parley.platform.domain.Ids;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.security.outbound.HttpOutcome;
import org.parley.platform.security.outbound.PublicHttpClient;
import org.parley.platform.security.outbound.PublicHttpSettings;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Notifications for devices do not wait for those of other devices. */
@NotificationTest
class SlowPushServiceIT {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final NewsRelevance ALL_NEWS = new NewsRelevance() {

		@Override
		public boolean isMailed(String about) {
			return true;
		}

		@Override
		public boolean isPushed(String about) {
			return true;
		}

	};

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private QueuedPushes pushes;

	@Autowired
	private PushDevices devices;

	@Autowired
	private RegisterDevice registerDevice;

	@Autowired
	private PublicHttpClient http;

	@Autowired
	private VapidKeys vapidKeys;

	@Autowired
	private PushSettings settings;

	@Autowired
	private ProcessRole role;

	@Autowired
	private InstantSource clock;

	private final TestBrowser browser = new TestBrowser();

	/** The first of two begins before and ends after the second. */
	private final CountDownLatch second = new CountDownLatch(1);

	@Test
	void notificationDoesNotWaitForAnother() {
		var sent = new Semaphore(0);
		var waiting = List.of(aPush("first"), aPush("second")).iterator();
		var queue = new QueuedPushes(this.mongo, this.settings, this.clock) {

			@Override
			Optional<QueuedPush> claim() {
				return Optional.of(waiting.next());
			}

		};
		var delivery = new DeliverPush(queue, this.devices, this.registerDevice, ALL_NEWS, aClient(this.http),
				this.settings) {

			@Override
			void deliver(QueuedPush push) {
				awaitSecond(push.id());
				sent.release();
			}

		};
		var worker = new PushWorker(queue, delivery, this.role, this.clock);
		worker.doBatch();
		worker.doBatch();
		worker.destroy();
		assertThat(sent.availablePermits()).isEqualTo(2);
	}

	@Test
	void deviceDoesNotWaitForAnother() {
		var alice = Ids.next();
		this.devices.save(aDevice(alice, "first", "http://127.0.0.1:1/1"));
		this.devices.save(aDevice(alice, "second", "http://127.0.0.1:1/2"));
		var client = new PushClient(this.http, this.vapidKeys, this.settings, JsonMapper.shared()) {

			@Override
			Optional<HttpOutcome> send(PushDevice device, QueuedPush push) {
				awaitSecond(Objects.requireNonNull(device.name()));
				return Optional.empty();
			}

		};
		var push = new QueuedPush(Ids.next(), alice, "Title", "/", "en", null, 1, this.clock.instant().plus(LONG));
		this.pushes.add(push);
		new DeliverPush(this.pushes, this.devices, this.registerDevice, ALL_NEWS, client, this.settings).deliver(push);
		var deferred = Objects.requireNonNull(this.mongo.findById(push.id(), QueuedPush.class));
		assertThat(deferred.attempts()).as("nothing was attempted, because the push service is busy").isZero();
		assertThat(deferred.devices()).hasSize(2);
		this.mongo.getCollection("pushes").deleteOne(new Document("_id", push.id()));
	}

	@Test
	void silentPushServiceHasFewRequests() throws IOException, InterruptedException {
		var arrived = new Semaphore(0);
		var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor();
				var patient = new PublicHttpClient(new PublicHttpSettings("Test", true, LONG, LONG))) {
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", (exchange) -> {
				arrived.release();
				awaitSecond("first");
				exchange.sendResponseHeaders(201, -1);
				exchange.close();
			});
			server.start();
			var client = aClient(patient);
			var device = aDevice(Ids.next(), "silent", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
			var running = IntStream.range(0, PushWorker.MOST_NOTIFICATIONS / 2)
				.mapToObj((_) -> threads.submit(() -> client.send(device, aPush("push"))))
				.toList();
			assertThat(arrived.tryAcquire(running.size(), LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThat(client.send(device, aPush("one more"))).isEmpty();
			this.second.countDown();
			assertThat(running).allSatisfy((one) -> assertThat(one.get()).isPresent());
			assertThat(client.send(device, aPush("later"))).isPresent();
		}
		finally {
			server.stop(0);
		}
	}

	private void awaitSecond(String name) {
		if (name.equals("second")) {
			this.second.countDown();
			return;
		}
		try {
			if (!this.second.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("The second one waits for the first");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private PushClient aClient(PublicHttpClient client) {
		return new PushClient(client, this.vapidKeys, this.settings, JsonMapper.shared());
	}

	private PushDevice aDevice(String userId, String name, String endpoint) {
		return new PushDevice(PushDevice.idOf(Ids.next()), userId, "session", endpoint, this.browser.key(),
				this.browser.secret(), name, this.clock.instant());
	}

	private QueuedPush aPush(String id) {
		return new QueuedPush(id, "user", "Title", "/", "en", null, 1, this.clock.instant());
	}

}
