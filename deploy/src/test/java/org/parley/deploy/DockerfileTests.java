package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DockerfileTests {

	private final String dockerfile = RepositoryFiles.text("Dockerfile");

	@Test
	void entrypointRunsJavaDirectly() {
		assertThat(this.dockerfile).contains("--application-filename app.jar")
			.endsWith(
					"ENTRYPOINT [\"java\", \"-XX:AOTCache=/app/app.aot\", \"@/app/jvm.options\", \"-jar\", \"/app/app.jar\"]\n");
	}

	@Test
	void everyJvmOptionIsValid() throws IOException, InterruptedException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var process = new ProcessBuilder(java, "@jvm.options", "@together/together.options", "-version")
			.redirectErrorStream(true)
			.start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

	@Test
	void imageUsesUnprivilegedUserAndBuildJava() {
		assertThat(
				RepositoryFiles.find(Pattern.compile("(?m)^USER (.+)$"), this.dockerfile).map((user) -> user.group(1)))
			.containsExactly("10001", "10001", "10001");
		var java = RepositoryFiles.find(Pattern.compile("<java.version>(\\d+)<"), RepositoryFiles.text("pom.xml"))
			.findFirst()
			.orElseThrow();
		assertThat(RepositoryFiles.find(Pattern.compile("FROM eclipse-temurin:(\\d+)"), this.dockerfile)
			.map((image) -> image.group(1))).hasSize(3).containsOnly(java.group(1));
	}

	/** The training needs all files and the environment, and writes as root. */
	@Test
	void cacheIsTrainedWhenEverythingIsInItsPlace() {
		assertThat(this.dockerfile).containsSubsequence("COPY deploy/jvm.options /app/", "COPY config-repo /config",
				"SPRING_PROFILES_ACTIVE=production",
				"RUN --mount=type=bind,from=build,source=/src/deploy,target=/deploy",
				"image-training-*.jar /app /deploy/make-env.sh", "USER 10001");
	}

	/** While a service builds an index, nothing that needs it may give up. */
	@Test
	void containersAndPodsWaitForIndexes() {
		assertThat(this.dockerfile.substring(this.dockerfile.indexOf("AS layers"))).contains("--start-period=15m ");
		assertThat(HelmChart.render("").processes()).isNotEmpty().allSatisfy((process) -> {
			var probe = process.at("/spec/template/spec/containers/0/startupProbe");
			assertThat(probe.path("periodSeconds").asInt() * probe.path("failureThreshold").asInt()).isEqualTo(15 * 60);
		});
	}

	@Test
	void healthCheckUsesReadinessEndpoint() {
		assertThat(this.dockerfile).contains("/dev/tcp/127.0.0.1/$PORT", "GET /readyz HTTP/1.1");
		assertThat(RepositoryFiles.yaml("config-repo/application.yml")
			.at("/management/endpoint.health/group/ready/additional-path")
			.asText()).isEqualTo("server:/readyz");
	}

}
