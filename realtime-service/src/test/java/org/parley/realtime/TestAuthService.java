package org.parley.realtime;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** auth-service's API on the wire, for all tests of this process. */
public final class TestAuthService {

	/** The server; tests add what it answers. */
	public static final WireMockServer SERVER = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	static {
		SERVER.start();
	}

	private TestAuthService() {
	}

	static String exchange() {
		return SERVER.baseUrl() + "/internal/personal-tokens/exchange";
	}

}
