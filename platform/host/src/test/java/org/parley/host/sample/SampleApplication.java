package org.parley.host.sample;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what it knows of itself. */
@SpringBootApplication
@RestController
public class SampleApplication {

	/** State of the class, which must be the service's own. */
	private static final AtomicInteger CALLS = new AtomicInteger();

	private final Environment environment;

	private final MeterRegistry meters;

	SampleApplication(Environment environment, MeterRegistry meters) {
		this.environment = environment;
		this.meters = meters;
	}

	static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

	/** Fails the start if the setting is missing. */
	@Bean
	String required(@Value("${sample.name}") String name) {
		return name;
	}

	@GetMapping("/self")
	Map<String, Object> self() {
		Metrics.counter("sample.calls").increment();
		this.meters.counter("sample.own").increment();
		return Map.of("name", this.environment.getRequiredProperty("sample.name"), "profiles",
				this.environment.getActiveProfiles(), "calls", CALLS.incrementAndGet(), "own",
				(int) this.meters.counter("sample.own").count(), "global",
				this.meters.find("sample.calls").counter() != null);
	}

}
