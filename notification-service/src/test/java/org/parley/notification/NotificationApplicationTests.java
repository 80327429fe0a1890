package org.parley.notification;

import org.parley.platform.test.OperationsContract;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Starts with no server beside it: no MongoDB, no RabbitMQ, no Redis. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.cloud.config.enabled=false")
class NotificationApplicationTests implements OperationsContract {

	@LocalServerPort
	private int port;

	@Override
	public int port() {
		return this.port;
	}

}
