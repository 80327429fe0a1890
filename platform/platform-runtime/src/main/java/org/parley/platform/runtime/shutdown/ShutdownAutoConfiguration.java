package org.parley.platform.runtime.shutdown;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Lets a stopping process end its connections before it refuses requests. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(ShutdownSettings.class)
public class ShutdownAutoConfiguration {

	@Bean
	DrainLifecycle drainLifecycle(ShutdownSettings settings) {
		return new DrainLifecycle(settings.drain());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		FilterRegistrationBean<DrainFilter> drainFilter(DrainLifecycle drainLifecycle) {
			var registration = new FilterRegistrationBean<>(new DrainFilter(drainLifecycle));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		DrainWebFilter drainWebFilter(DrainLifecycle drainLifecycle) {
			return new DrainWebFilter(drainLifecycle);
		}

	}

}
