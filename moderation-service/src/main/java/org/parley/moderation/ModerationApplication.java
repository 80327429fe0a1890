package org.parley.moderation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service that checks posts and lets moderators decide about them. */
@SpringBootApplication
public class ModerationApplication {

	public static void main(String[] args) {
		SpringApplication.run(ModerationApplication.class, args);
	}

}
