package org.parley.forum.content;

import org.parley.platform.web.image.ImageHosts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

	@Bean
	Markdown markdown(ImageHosts images) {
		return new Markdown(images);
	}

}
