package org.parley.forum.content;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContentSettings.class)
class ContentConfiguration {

	@Bean
	Markdown markdown(ContentSettings settings) {
		return new Markdown(settings.imageHosts());
	}

}
