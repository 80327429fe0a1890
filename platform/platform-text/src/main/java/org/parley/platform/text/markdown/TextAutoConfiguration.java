package org.parley.platform.text.markdown;

import org.parley.platform.text.image.ImageHosts;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Renders Markdown with the images that readers may be shown. */
@AutoConfiguration
@EnableConfigurationProperties(ImageHosts.class)
public class TextAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Markdown markdown(ImageHosts images) {
		return new Markdown(images);
	}

}
