package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DockerfileTests {

	private final String dockerfile = House.text("Dockerfile");

	@Test
	void javaStartsTheExtractedJarItself() {
		assertThat(this.dockerfile).contains("--application-filename app.jar")
			.endsWith("ENTRYPOINT [\"java\", \"@/app/jvm.options\", \"-jar\", \"/app/app.jar\"]\n");
	}

	@Test
	void javaKnowsEveryOption() throws IOException, InterruptedException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var process = new ProcessBuilder(java, "@jvm.options", "-version").redirectErrorStream(true).start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

	@Test
	void itRunsAsNobodyInParticularAndOnTheJavaOfTheBuild() {
		assertThat(House.find(Pattern.compile("(?m)^USER (.+)$"), this.dockerfile).map((user) -> user.group(1)))
			.containsExactly("10001");
		var java = House.find(Pattern.compile("<java.version>(\\d+)<"), House.text("pom.xml"))
			.findFirst()
			.orElseThrow();
		assertThat(House.find(Pattern.compile("FROM eclipse-temurin:(\\d+)"), this.dockerfile)
			.map((image) -> image.group(1))).hasSize(2).containsOnly(java.group(1));
	}

	@Test
	void theHealthCheckAsksWhatEveryServiceAnswers() {
		assertThat(this.dockerfile).contains("/dev/tcp/127.0.0.1/$PORT", "GET /readyz HTTP/1.1");
		assertThat(House.yaml("config-repo/application.yml")
			.at("/management/endpoint.health/group/ready/additional-path")
			.asText()).isEqualTo("server:/readyz");
	}

}
