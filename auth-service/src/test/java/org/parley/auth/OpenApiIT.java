package org.parley.auth;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;

import org.springframework.boot.test.web.server.LocalServerPort;

@AuthTest
class OpenApiIT implements OpenApiContract, OperationsContract {

	@LocalServerPort
	private int port;

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public String service() {
		return "auth-service";
	}

}
