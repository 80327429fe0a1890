package org.parley.moderation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Policies, checks, verdicts, incidents and cases. */
@SpringBootApplication
public class ModerationApplication {

	public static void main(String[] args) {
		SpringApplication.run(ModerationApplication.class, args);
	}

}
