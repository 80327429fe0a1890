package org.parley.platform.runtime.settings;

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.support.EnvironmentPostProcessorsFactory;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration.RefreshProperties;
import org.springframework.cloud.context.config.ContextRefreshedWithApplicationEvent;
import org.springframework.cloud.context.refresh.ConfigDataContextRefresher;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Reads the sources of settings again as the start has read them. Spring Cloud looks for
 * post-processors with its own class loader, which knows the libraries of all services
 * where these share a process.
 */
final class SettingsRefresher extends ConfigDataContextRefresher {

	private @Nullable SpringApplication application;

	SettingsRefresher(ConfigurableApplicationContext context, RefreshScope scope, RefreshProperties properties) {
		super(context, scope, properties);
	}

	@Override
	public void onApplicationEvent(ContextRefreshedWithApplicationEvent event) {
		this.application = event.getSpringApplication();
	}

	@Override
	protected void updateEnvironment() {
		var context = getContext();
		var starter = Objects.requireNonNull(this.application, "The application has started");
		var environment = copyEnvironment(context.getEnvironment());
		var bootstrap = context.getBeanProvider(ConfigurableBootstrapContext.class)
			.getIfAvailable(DefaultBootstrapContext::new);
		EnvironmentPostProcessorsFactory.fromSpringFactories(context.getClassLoader())
			.getEnvironmentPostProcessors(Supplier::get, bootstrap)
			.forEach((processor) -> processor.postProcessEnvironment(environment, starter));
		replace(context.getEnvironment().getPropertySources(), environment.getPropertySources());
	}

	/** Keeps the order in which the sources were read. */
	private void replace(MutablePropertySources present, MutablePropertySources read) {
		@Nullable String last = null;
		for (PropertySource<?> source : read) {
			var name = source.getName();
			if (!this.standardSources.contains(name)) {
				put(present, source, last);
			}
			last = present.contains(name) ? name : last;
		}
	}

	private static void put(MutablePropertySources present, PropertySource<?> source, @Nullable String before) {
		if (present.contains(source.getName())) {
			present.replace(source.getName(), source);
		}
		else if (before != null) {
			present.addAfter(before, source);
		}
		else {
			present.addFirst(source);
		}
	}

}
