package org.parley.auth;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuthTest
class OpenApiIT implements OpenApiContract, OperationsContract, ScopesContract {

	@LocalServerPort
	private int port;

	@Autowired
	private Forgery forgery;

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public String service() {
		return "auth-service";
	}

	@Override
	public String adminsToken(String scopes) {
		return this.forgery.tokenFor(scopes);
	}

	@Override
	public String programsToken(String scopes) {
		return this.forgery.with((claims) -> claims.subject("a-program")
			.claim("scope", scopes)
			.claim("roles", null)
			.claim("preferred_username", null)
			.claim("sid", null)
			.claim("ver", null));
	}

}
