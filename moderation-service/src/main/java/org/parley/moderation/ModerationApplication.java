package org.parley.moderation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An empty room: it starts, says how it is, and denies everything else. */
@SpringBootApplication
public class ModerationApplication {

	public static void main(String[] args) {
		SpringApplication.run(ModerationApplication.class, args);
	}

}
