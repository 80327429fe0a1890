package org.parley.witness;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Consumes and records every event for drills. */
@SpringBootApplication
public class WitnessApplication {

	public static void main(String[] args) {
		SpringApplication.run(WitnessApplication.class, args);
	}

}
