package org.parley.platform.media;

import java.time.InstantSource;

import org.parley.platform.web.PlatformWebAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Provides the addresses of media files. */
@AutoConfiguration(after = PlatformWebAutoConfiguration.class)
@EnableConfigurationProperties(MediaAddressSettings.class)
public class MediaAutoConfiguration {

	@Bean
	MediaAddresses mediaAddresses(MediaAddressSettings settings, InstantSource clock) {
		return new MediaAddresses(settings, clock);
	}

}
