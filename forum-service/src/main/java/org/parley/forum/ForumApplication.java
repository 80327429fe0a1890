package org.parley.forum;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ForumApplication {

	public static void main(String[] args) {
		SpringApplication.run(ForumApplication.class, args);
	}

	/** As precise as the database is, so that what was written is read the same. */
	@Bean
	InstantSource clock() {
		return Clock.tickMillis(ZoneOffset.UTC);
	}

}
