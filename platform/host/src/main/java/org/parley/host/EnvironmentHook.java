package org.parley.host;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationHook;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** Gives a starting application the environment and the classes of its service. */
final class EnvironmentHook implements SpringApplicationHook {

	/** A meter would be counted in all services at once. */
	private static final Map<String, String> APART = Map.of("MANAGEMENT_METRICS_USE_GLOBAL_REGISTRY", "false");

	private final Map<String, Object> variables = new HashMap<>(System.getenv());

	private final ClassLoader loader;

	private final AtomicReference<@Nullable ConfigurableApplicationContext> context;

	/**
	 * Creates a hook.
	 * @param variables the environment variables of the service
	 * @param loader loads the service
	 * @param context receives the context as soon as it exists
	 */
	EnvironmentHook(Map<String, String> variables, ClassLoader loader,
			AtomicReference<@Nullable ConfigurableApplicationContext> context) {
		this.variables.putAll(APART);
		this.variables.putAll(variables);
		this.loader = loader;
		this.context = context;
	}

	@Override
	public SpringApplicationRunListener getRunListener(SpringApplication application) {
		application.setEnvironment(environment(application));
		application.setResourceLoader(new DefaultResourceLoader(this.loader));
		application.setRegisterShutdownHook(false);
		application.setBannerMode(Banner.Mode.OFF);
		return new SpringApplicationRunListener() {
			@Override
			public void contextPrepared(ConfigurableApplicationContext prepared) {
				EnvironmentHook.this.context.set(prepared);
			}
		};
	}

	private ConfigurableEnvironment environment(SpringApplication application) {
		var environment = ApplicationContextFactory.DEFAULT.createEnvironment(application.getWebApplicationType());
		var found = (environment != null) ? environment : new StandardEnvironment();
		found.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, this.variables));
		return found;
	}

}
