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
 * Every operation of a service has an example in its API document, and it is what the
 * service answers. A story calls each of them once; what it tells is kept as a resource
 * of the service, from which the document takes its examples. A change shows as a change
 * of that file: run the test with {@code -Dparley.contracts.update=true} and read the
 * difference before it is committed.
 */
public interface ExamplesContract {

	/** Where the service listens. */
	int port();

	/** Calls every operation. */
	void tell(ExampleStory exampleStory);

	/** Operations that can have no example, such as {@code GET /x}, and why. */
	default Map<String, String> without() {
		return Map.of();
	}

	@Test
	default void everyOperationHasATrueExample() throws IOException {
		var exampleStory = new ExampleStory(port());
		tell(exampleStory);
		var told = exampleStory.recording();
		var description = new ApiDescription(exampleStory.document());
		assertThat(description.missingIn(told))
			.as("operations without an example: each wants a line in the story, or a reason in without()")
			.containsExactlyInAnyOrderElementsOf(without().keySet());
		assertThat(description.deniedBy(told)).as("what is done and answered, but not described, or shows nothing")
			.isEmpty();
		var recording = Path.of("src/main/resources/openapi/examples.json");
		var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		if (Boolean.getBoolean("parley.contracts.update")) {
			Files.createDirectories(recording.getParent());
			Files.writeString(recording, json.writeValueAsString(told) + "\n");
			return;
		}
		assertThat(JsonDifferences.between(json.readTree(Files.readString(recording)), told))
			.as("what is answered differs from %s; if it is meant, repeat with -Dparley.contracts.update=true",
					recording)
			.isEmpty();
		assertThat(description.notShown(told)).as("examples that the document does not show").isEmpty();
	}

}
