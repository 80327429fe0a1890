package org.parley.microbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parley.platform.messaging.EventEnvelope;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the envelope of the example of {@code post.created}. */
@State(Scope.Benchmark)
public class EnvelopeBenchmark {

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final byte[] written = example();

	private final EventEnvelope envelope = this.json.readValue(this.written, EventEnvelope.class);

	private static byte[] example() {
		try (var example = EventEnvelope.class.getResourceAsStream("/events/post.created.example.json")) {
			return Objects.requireNonNull(example, "The example of post.created is missing").readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Benchmark
	public EventEnvelope readEnvelope() {
		return this.json.readValue(this.written, EventEnvelope.class);
	}

	@Benchmark
	public String writeEnvelope() {
		return this.json.writeValueAsString(this.envelope);
	}

}
