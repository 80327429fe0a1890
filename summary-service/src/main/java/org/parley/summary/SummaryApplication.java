package org.parley.summary;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What threads come to, each sentence with the posts that it rests on. */
@SpringBootApplication
public class SummaryApplication {

	public static void main(String[] args) {
		SpringApplication.run(SummaryApplication.class, args);
	}

}
