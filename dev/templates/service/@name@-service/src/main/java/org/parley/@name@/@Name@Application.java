package org.parley.@name@;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Notes of people, each for its owner alone. */
@SpringBootApplication
public class @Name@Application {

	public static void main(String[] args) {
		SpringApplication.run(@Name@Application.class, args);
	}

}
