package org.parley.notification;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

import org.springframework.boot.test.web.server.LocalServerPort;

@NotificationTest
class OpenApiIT implements OpenApiContract, OperationsContract, ScopesContract {

	@LocalServerPort
	private int port;

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public String service() {
		return "notification-service";
	}

}
