package org.parley.summary;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An empty room: it starts, says how it is, and denies everything else. */
@SpringBootApplication
public class SummaryApplication {

	public static void main(String[] args) {
		SpringApplication.run(SummaryApplication.class, args);
	}

}
