package org.parley.realtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** auth-service's API on the wire, for all tests of this process. */
public final class TestAuthService {

	private static final HeldAnswers HELD = new HeldAnswers();

	/** The server; tests add what it answers. */
	public static final WireMockServer SERVER = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().extensions(HELD));

	static {
		SERVER.start();
	}

	private TestAuthService() {
	}

	/** Adds an answer that is held until the returned latch is open. */
	public static CountDownLatch hold(MappingBuilder answer) {
		HELD.latch = new CountDownLatch(1);
		SERVER.stubFor(answer.withServeEventListener(HELD.getName(), Parameters.empty()));
		return HELD.latch;
	}

	static String exchange() {
		return SERVER.baseUrl() + "/internal/personal-tokens/exchange";
	}

	/** Holds answers until a test lets them go. */
	private static final class HeldAnswers implements ServeEventListener {

		private volatile CountDownLatch latch = new CountDownLatch(0);

		@Override
		public String getName() {
			return "held";
		}

		@Override
		public boolean applyGlobally() {
			return false;
		}

		@Override
		public void beforeResponseSent(ServeEvent event, Parameters parameters) {
			try {
				this.latch.await(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
