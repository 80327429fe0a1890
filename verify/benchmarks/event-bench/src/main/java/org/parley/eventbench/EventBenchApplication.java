package org.parley.eventbench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Publishes and consumes events at a given rate for the benchmark. */
@SpringBootApplication
public class EventBenchApplication {

	public static void main(String[] args) {
		SpringApplication.run(EventBenchApplication.class, args);
	}

}
