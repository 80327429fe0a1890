package org.parley.platform.readmodels.media;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Provides the addresses of media files; a service that shows none needs no key. */
@AutoConfiguration
@EnableConfigurationProperties(MediaAddressSettings.class)
public class MediaAutoConfiguration {

	@Bean
	@Lazy
	MediaAddresses mediaAddresses(MediaAddressSettings settings, InstantSource clock) {
		return new MediaAddresses(settings, clock);
	}

}
