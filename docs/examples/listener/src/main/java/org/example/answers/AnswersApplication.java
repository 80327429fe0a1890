package org.example.answers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service of another team, on Parley's events. */
@SpringBootApplication
public class AnswersApplication {

	public static void main(String[] args) {
		SpringApplication.run(AnswersApplication.class, args);
	}

}
