package org.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.scaffold.ServiceName;
import org.parley.launcher.scaffold.ServiceTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The deployment of a service that {@code ./parley new-service} generates. The other
 * tests of this module check it again in the tree of the service.
 */
class NewServiceTests {

	@TempDir
	private static Path root;

	@BeforeAll
	static void generate() throws IOException {
		copy(RepositoryFiles.ROOT.resolve("dev/templates"));
		copy(RepositoryFiles.ROOT.resolve("config-repo"));
		for (var insertion : RepositoryFiles.yaml("dev/templates/service/insertions.yml")) {
			copy(RepositoryFiles.ROOT.resolve(insertion.path("file").asText()));
		}
		new ServiceTemplate(root).generate(new ServiceName("imaginary"));
	}

	private static void copy(Path path) throws IOException {
		try (var files = Files.walk(path)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				var target = root.resolve(RepositoryFiles.ROOT.relativize(file));
				Files.createDirectories(target.getParent());
				Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	@Test
	void chartRunsServiceWithVariablesOfCompose() throws IOException {
		var environment = new TreeSet<String>();
		compose().path("environment").fieldNames().forEachRemaining(environment::add);
		environment.add("IMAGINARY_SERVICE_PASSWORD");
		var container = chart().get("Deployment", "parley-imaginary-service").at("/spec/template/spec/containers/0");
		assertThat(container.path("image").asText()).startsWith("parley/imaginary-service:");
		assertThat(container.path("env").valueStream().map((variable) -> variable.path("name").asText()))
			.containsExactlyInAnyOrderElementsOf(environment);
	}

	@Test
	void gatewayAndHealthCheckReachService() throws IOException {
		var chart = chart();
		for (var caller : List.of("gateway", "notification-service")) {
			assertThat(chart.get("Deployment", "parley-" + caller)
				.at("/spec/template/spec/containers/0/env")
				.valueStream()
				.filter((variable) -> variable.path("name").asText().equals("PARLEY_IMAGINARY_URI"))
				.map((variable) -> variable.path("value").asText()))
				.containsExactly("http://parley-imaginary-service:8080");
		}
		assertThat(chart.get("NetworkPolicy", "parley-gateway").toString()).contains("imaginary-service");
	}

	@Test
	void serviceHasUserOnlyForItself() {
		assertThat(compose().at("/environment/PARLEY_MONGODB_URI").asText())
			.startsWith("mongodb://imaginary-service:${IMAGINARY_SERVICE_PASSWORD");
		assertThat(RepositoryFiles.text(root, "deploy/redis/users.acl"))
			.contains("user imaginary-service on >${IMAGINARY_SERVICE_PASSWORD} ~imaginary-service:* ");
		assertThat(RepositoryFiles.yaml(root, "deploy/rabbitmq/definitions.json")
			.path("users")
			.valueStream()
			.map((user) -> user.path("name").asText())).contains("imaginary-service", "media-service");
		var permissions = new BrokerPermissions(
				RepositoryFiles.yaml(root, "contracts/src/main/resources/catalogue.yml"));
		assertThat(permissions.consumedQueues("imaginary-service")).containsExactly("imaginary_data");
		assertThat(permissions.published("imaginary-service")).containsExactly("imaginary.events");
	}

	private static HelmChart chart() throws IOException {
		var chart = HelmChart.copyTo(root.resolve("rendered/parley"));
		Files.copy(root.resolve("charts/parley/values.yaml"), chart.resolve("values.yaml"),
				StandardCopyOption.REPLACE_EXISTING);
		return HelmChart.renderRelease(HelmChart.RELEASE, chart, "keda: {enabled: true}");
	}

	private static JsonNode compose() {
		return RepositoryFiles.yaml(root, "docker-compose.yml").path("services").path("imaginary-service");
	}

}
