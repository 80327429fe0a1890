package org.parley.platform.runtime.settings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration.RefreshProperties;
import org.springframework.cloud.context.scope.refresh.RefreshScope;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Lets operators refresh the settings of a process. */
@AutoConfiguration(before = RefreshAutoConfiguration.class)
public class SettingsAutoConfiguration {

	@Bean
	SettingsRefresher settingsRefresher(ConfigurableApplicationContext context, RefreshScope scope,
			RefreshProperties properties) {
		return new SettingsRefresher(context, scope, properties);
	}

	@Bean
	SettingsEndpoint settingsEndpoint(SettingsRefresher sources, ObjectProvider<Refreshable<?>> refreshables) {
		return new SettingsEndpoint(new RefreshSettings(sources, refreshables.orderedStream().toList()));
	}

}
