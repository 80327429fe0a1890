package org.parley.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole gateway on a free port, in front of {@link Backends}, without Redis. Tests
 * act as many clients through X-Forwarded-For, as loopback is trusted in development.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.cloud.config.enabled=false", "parley.gateway.request.timeout=1s",
				"spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s",
				"spring.reactor.netty.shutdown-quiet-period=0s" })
@ActiveProfiles("development")
@ContextConfiguration(initializers = Backends.class)
public @interface GatewayTest {

}
