package org.parley.social;

import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** People who follow each other, their posts and their feeds. */
@SpringBootApplication
public class SocialApplication {

	public static void main(String[] args) {
		SpringApplication.run(SocialApplication.class, args);
	}

	@Bean
	Markdown markdown(ImageHosts images) {
		return Markdown.withHashtags(images);
	}

}
