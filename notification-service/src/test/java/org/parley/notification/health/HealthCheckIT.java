package org.parley.notification.health;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators are notified when a service fails or recovers. */
@NotificationTest
class HealthCheckIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private HealthHistory history;

	@Autowired
	private NotificationDispatcher notificationDispatcher;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private InstantSource clock;

	@Autowired
	private MongoOperations mongo;

	@Test
	void healthChangeNotifiesAdministrators() throws Exception {
		var part = "part-" + Ids.next();
		var admin = this.fixture.member("user", "moderator", "admin");
		var member = this.fixture.member();
		Awaitility.await()
			.until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(admin.id())), "people")
					&& this.mongo.exists(new Query(Criteria.where("_id").is(member.id())), "people"));
		var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/readyz", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.createContext("/health/workers", (exchange) -> {
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
		});
		server.start();
		var address = "http://user:secret@127.0.0.1:" + server.getAddress().getPort();
		var settings = new HealthSettings(Map.of(part, address, "other", " ", part + "-workers",
				address + "/health/workers", "unknown-workers", "/health/workers"), Duration.ofSeconds(2),
				Duration.ofDays(1));
		var now = new AtomicReference<>(this.clock.instant());
		var check = new HealthCheck(settings, new PartHealthClient(settings), this.history, this.notificationDispatcher,
				this.work, now::get);
		assertThat(check.run()).isEqualTo("1 of 2 parts are ready");
		assertThat(check.run()).isEqualTo("1 of 2 parts are ready");
		assertThat(this.fixture.titles(admin)).isEmpty();
		now.set(now.get().plus(Duration.ofMinutes(5)));
		check.run();
		assertThat(this.fixture.titles(admin)).containsExactly(part + "-workers does not answer");
		server.stop(0);
		for (int i = 0; i < 3; i++) {
			now.set(now.get().plus(Duration.ofMinutes(5)));
			assertThat(check.run()).isEqualTo("0 of 2 parts are ready");
		}
		assertThat(this.fixture.titles(admin)).containsExactlyInAnyOrder(part + "-workers does not answer",
				part + " does not answer");
		assertThat(this.fixture.notifications(member)).isEmpty();
		var checks = this.fixture.get(admin, "/admin/notification-service/health-checks?limit=2");
		assertThat(checks.data()).hasSize(2);
		assertThat(checks.data().at("/0/parts/0/ready").asBoolean(true)).isFalse();
		assertThat(this.fixture.get(member, "/admin/notification-service/health-checks").status()).isEqualTo(403);
	}

}
