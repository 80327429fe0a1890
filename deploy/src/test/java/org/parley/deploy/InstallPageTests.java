package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The commands and values of {@code docs/operations/install.md}. */
class InstallPageTests {

	private static final String PAGE = RepositoryFiles.text("docs/operations/install.md");

	private static final Path OWN = Path.of("own.yaml");

	@TempDir
	static Path folder;

	@BeforeAll
	static void writeOwnValues() throws IOException {
		Files.writeString(folder.resolve(OWN), block("yaml"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "values-small.yaml", "values-medium.yaml", "values-large.yaml" })
	void ownValuesInstallEverySize(String size) {
		assertThat(PAGE).contains("helm install parley charts/parley -n forum", "`" + size + "`");
		var release = install(size).withValuesFile(folder.resolve(OWN)).call();
		assertThat(release.getOutput()).contains("https://forum.example.org/setup", "rollout status");
	}

	/** Shows that the values are read. */
	@Test
	void misspelledValueIsRefused() throws IOException {
		var misspelled = Files.writeString(folder.resolve("misspelled.yaml"),
				block("yaml").replace("gatewayClass", "gatewayClas"));
		assertThatThrownBy(() -> install("values-medium.yaml").withValuesFile(misspelled).call())
			.hasMessageContaining("gatewayClas");
	}

	/**
	 * Every variable of the Secret has the value that Compose reads: {@code kubectl}
	 * would keep quotes as a part of it.
	 */
	@Test
	void secretAndComposeReadSameValues() throws IOException {
		assertThat(PAGE).contains("deploy/make-env.sh https://forum.example.org >.env", "--from-env-file=.env");
		var script = new ProcessBuilder("bash", "make-env.sh", "https://forum.example.org").start();
		assertThat(new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()).isNotEmpty()
			.allSatisfy((line) -> assertThat(line).matches("[A-Z0-9_]+=[A-Za-z0-9+/=:.@_-]+"));
	}

	@Test
	void variablesOfPageExist() {
		var compose = RepositoryFiles.text("docker-compose.yml");
		var values = RepositoryFiles.text("charts/parley/values.yaml");
		assertThat(RepositoryFiles.find(Pattern.compile("\\b(?:PARLEY|GRAFANA)_[A-Z0-9_]+"), PAGE)
			.map((variable) -> variable.group())
			.distinct()).isNotEmpty().allSatisfy((variable) -> assertThat(compose + values).contains(variable));
	}

	/**
	 * Addresses of uploads are signed for their host, and the gateway believes what comes
	 * from a trusted proxy.
	 */
	@Test
	void proxyPassesOnHostUpgradesAndUploads() {
		assertThat(block("nginx")).contains("Host $http_host;", "X-Forwarded-Host $http_host;",
				"X-Forwarded-Proto $scheme;", "X-Forwarded-For $proxy_add_x_forwarded_for;", "Upgrade $http_upgrade;",
				"Connection $http_connection;", "client_max_body_size 60m;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "docker-compose.yml", "docker-compose.small.yml" })
	void proxyOnSameMachineHasKnownAddress(String file) {
		assertThat(RepositoryFiles.yaml(file).at("/networks/outside/ipam/config/0/subnet").asText())
			.isEqualTo("${PARLEY_OUTSIDE_NETWORK:-172.30.251.0/24}");
		assertThat(PAGE).contains("`172.30.251.1/32`");
	}

	@Test
	void everyImageOfChartIsBuilt() {
		var images = HelmChart.render("")
			.processes()
			.flatMap((process) -> process.findValues("image").stream())
			.map(JsonNode::asText)
			.map((image) -> image.replaceFirst("^parley/", "").replaceFirst(":.*", ""))
			.distinct();
		assertThat(PAGE).contains("for service in gateway config-server *-service; do", "--target web",
				"--target together");
		assertThat(images).allMatch((image) -> image.matches("gateway|config-server|[a-z]+-service|web"));
	}

	private static InstallCommand install(String size) {
		return new Helm(HelmChart.DIRECTORY).install()
			.clientOnly()
			.withName("parley")
			.withNamespace("forum")
			.withValuesFile(HelmChart.DIRECTORY.resolve(size));
	}

	/** Returns the page's block of code in a language, without its indentation. */
	private static String block(String language) {
		return RepositoryFiles.find(Pattern.compile("(?s)```" + language + "\\n(.*?)```"), PAGE)
			.findFirst()
			.orElseThrow()
			.group(1)
			.stripIndent();
	}

}
