package org.parley.media.file;

import java.util.Map;

import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Maps the paths of files; they are no part of the API. */
@Configuration(proxyBeanMethods = false)
class MediaFileConfiguration {

	@Bean
	SimpleUrlHandlerMapping mediaFiles(MediaFileHandler handler, ProcessRole role) {
		return new SimpleUrlHandlerMapping(role.answers() ? Map.of(MediaAddresses.ROOT + "**", handler) : Map.of(), 0);
	}

}
