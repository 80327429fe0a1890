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
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
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

	private final boolean training;

	/**
	 * Creates a hook.
	 * @param variables the environment variables of the service
	 * @param loader loads the service
	 * @param context receives the context as soon as it exists
	 * @param training whether the run ends as soon as the context is complete
	 */
	EnvironmentHook(Map<String, String> variables, ClassLoader loader,
			AtomicReference<@Nullable ConfigurableApplicationContext> context, boolean training) {
		this.variables.putAll(APART);
		this.variables.putAll(variables);
		this.loader = loader;
		this.context = context;
		this.training = training;
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
				if (EnvironmentHook.this.training) {
					prepared.getBeanFactory()
						.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
								new AbandoningProcessor(prepared));
				}
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

	/**
	 * Ends the run when all beans exist, before any of them listens, polls or serves.
	 */
	private record AbandoningProcessor(ConfigurableApplicationContext context) implements LifecycleProcessor {

		@Override
		public void onRefresh() {
			throw new SpringApplication.AbandonedRunException(this.context);
		}

		@Override
		public void onClose() {
		}

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
