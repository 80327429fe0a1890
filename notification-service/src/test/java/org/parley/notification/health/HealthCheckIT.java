package org.parley.notification.health;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.NotificationTest;
import org.parley.notification.notification.NotificationDispatcher;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators are told when a part fails and when it is back, and of nothing else. */
@NotificationTest
class HealthCheckIT {

	@Autowired
	private House house;

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
	void aChangeIsToldToAdministrators() throws Exception {
		var admin = this.house.member("user", "moderator", "admin");
		var member = this.house.member();
		Awaitility.await().until(() -> this.mongo.getCollection("people").countDocuments() >= 2);
		var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/readyz", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		var settings = new HealthSettings(
				Map.of("some-part", "http://user:secret@127.0.0.1:" + server.getAddress().getPort(), "other", " "),
				Duration.ofSeconds(2), Duration.ofDays(1));
		var check = new HealthCheck(settings, new PartHealthClient(settings), this.history, this.notificationDispatcher,
				this.work, this.clock);
		assertThat(check.run()).isEqualTo("1 of 1 parts are ready");
		assertThat(this.house.unread(admin)).isZero();
		server.stop(0);
		assertThat(check.run()).isEqualTo("0 of 1 parts are ready");
		assertThat(check.run()).isEqualTo("0 of 1 parts are ready");
		assertThat(this.house.notifications(admin)).singleElement()
			.satisfies((told) -> assertThat(told.path("title").asString()).isEqualTo("some-part does not answer"));
		assertThat(this.house.notifications(member)).isEmpty();
		var checks = this.house.get(admin, "/admin/notification-service/health-checks?limit=2");
		assertThat(checks.data()).hasSize(2);
		assertThat(checks.data().at("/0/parts/0/ready").asBoolean(true)).isFalse();
		assertThat(this.house.get(member, "/admin/notification-service/health-checks").status()).isEqualTo(403);
	}

}
