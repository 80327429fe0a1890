package org.parley.platform.test.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requires an example for every operation of a service, which equals its real answer. A
 * story calls each operation; the recording is a resource of the service and provides the
 * examples of its API document. Every change appears as a change of that file: run the
 * test with {@code -Dparley.contracts.update=true} and review the difference before the
 * commit.
 */
public interface ExamplesContract {

	/** The port of the service. */
	int port();

	/** Calls every operation. */
	void tell(ExampleStory exampleStory);

	/** Operations without an example, such as {@code GET /x}, with the reason. */
	default Map<String, String> without() {
		return Map.of();
	}

	@Test
	default void everyOperationHasRecordedExample() throws IOException {
		var exampleStory = new ExampleStory(port());
		tell(exampleStory);
		var told = exampleStory.recording();
		var description = new ApiDescription(exampleStory.document());
		assertThat(description.missingIn(told))
			.as("operations without an example: each requires a step in the story, or a reason in without()")
			.containsExactlyInAnyOrderElementsOf(without().keySet());
		assertThat(description.deniedBy(told)).as("exchanges that are not described, or have an empty result")
			.isEmpty();
		var recording = Path.of("src/main/resources/openapi/examples.json");
		var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		if (Boolean.getBoolean("parley.contracts.update")) {
			Files.createDirectories(recording.getParent());
			Files.writeString(recording, json.writeValueAsString(told) + "\n");
			return;
		}
		assertThat(JsonDifferences.between(json.readTree(Files.readString(recording)), told))
			.as("the recorded answers differ from %s; if that is intended, repeat with -Dparley.contracts.update=true",
					recording)
			.isEmpty();
		assertThat(description.notShown(told)).as("examples that are missing from the document").isEmpty();
	}

}
