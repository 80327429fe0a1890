package org.parley.platform.test.counterexample;

import java.time.Instant;

import org.parley.contracts.ParleyEvent;
import org.parley.platform.ai.UpperModel;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A counter-example for each rule; its package is deliberately not marked. */
final class Everything {

	private Everything() {
	}

	static class ThreadManager {

	}

	static class Placing {

	}

	@Component
	static class Overloaded {

		Overloaded(String a, String b, String c, String d, String e, String f, String g) {
		}

	}

	static class Failure extends Exception {

	}

	static class Injected {

		@Autowired
		String dependency = "";

	}

	static class Changing {

		static int changing;

	}

	static class Clocked {

		final Instant made = Instant.now();

	}

	static class Sleeper {

		void sleep() throws InterruptedException {
			Thread.sleep(1);
		}

	}

	static class Printer {

		void print() {
			System.out.println("printed");
		}

	}

	@RestController
	public static class OpenController {

		@Idempotent
		String create() {
			return "created";
		}

	}

	@Document
	static class WebAggregate {

		@ResponseStatus(HttpStatus.OK)
		Query answer() {
			return new Query();
		}

	}

	@ConfigurationProperties("example")
	static class Properties {

	}

	record SomethingHappened(String subject) implements ParleyEvent {

	}

	static class UpwardModel implements UpperModel {

	}

}
