package org.parley.platform.runtime.settings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.annotation.Bean;

/** Lets operators refresh the settings of a process. */
@AutoConfiguration(after = RefreshAutoConfiguration.class)
@ConditionalOnBean(ContextRefresher.class)
public class SettingsAutoConfiguration {

	@Bean
	SettingsEndpoint settingsEndpoint(ContextRefresher sources, ObjectProvider<Refreshable<?>> refreshables) {
		return new SettingsEndpoint(new RefreshSettings(sources, refreshables.orderedStream().toList()));
	}

}
