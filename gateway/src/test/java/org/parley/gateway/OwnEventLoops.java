package org.parley.gateway;

import java.time.Duration;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Gives one of several gateways its own event loops, since shared ones would end with the
 * first gateway. Nothing uses them after its end, so they end at once.
 */
public class OwnEventLoops implements ApplicationContextInitializer<GenericApplicationContext> {

	@Override
	public void initialize(GenericApplicationContext context) {
		context.registerBean(ReactorResourceFactory.class, OwnEventLoops::resources);
	}

	private static ReactorResourceFactory resources() {
		var own = new ReactorResourceFactory();
		own.setUseGlobalResources(false);
		own.setShutdownQuietPeriod(Duration.ZERO);
		return own;
	}

}
