package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The workflows of {@code .github}, which run on GitHub only. */
class WorkflowTests {

	private static final Pattern SCRIPT = Pattern
		.compile("(?m)(?:^|[ (])((?:\\./)?(?:parley|mvnw|deploy/[a-z-]+\\.sh))\\b");

	static Stream<String> workflows() throws IOException {
		try (var files = Files.list(RepositoryFiles.ROOT.resolve(".github/workflows"))) {
			return files.map((file) -> ".github/workflows/" + file.getFileName()).toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void everyStepIsAnActionOrValidScript(String file) {
		assertThat(steps(file)).isNotEmpty().allSatisfy((step) -> {
			assertThat(step.has("uses")).as("%s", step).isNotEqualTo(step.has("run"));
			assertThat(bash("-nc", step.path("run").asText())).as("%s", step).isEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void everyScriptOfWorkflowExists(String file) {
		assertThat(steps(file).flatMap((step) -> RepositoryFiles.find(SCRIPT, step.path("run").asText()))
			.map((script) -> RepositoryFiles.ROOT.resolve(script.group(1)))).isNotEmpty().allMatch(Files::isExecutable);
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void workflowMayReadOnlyByDefault(String file) {
		assertThat(RepositoryFiles.yaml(file).path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
	}

	@Test
	void releaseContainsImageOfEachApplication() {
		var script = steps(".github/workflows/release.yml").map((step) -> step.path("run").asText())
			.flatMap(String::lines)
			.filter((line) -> line.startsWith("applications="))
			.findFirst()
			.orElseThrow();
		assertThat(bash("-c", script + "; echo $applications").strip().split(" ")).containsExactlyInAnyOrderElementsOf(
				RepositoryFiles.yaml("docker-compose.yml").path("services").findValuesAsText("SERVICE"));
	}

	private static Stream<JsonNode> steps(String file) {
		return StreamSupport.stream(RepositoryFiles.yaml(file).path("jobs").spliterator(), false)
			.flatMap((job) -> StreamSupport.stream(job.path("steps").spliterator(), false));
	}

	private static String bash(String option, String script) {
		try {
			var process = new ProcessBuilder("bash", option, script).directory(RepositoryFiles.ROOT.toFile())
				.redirectErrorStream(true)
				.start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
