package org.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HelmChartTests {

	/** All optional objects. */
	private static final String EVERYTHING = """
			keda: {enabled: true, prometheus: "http://prometheus:9090"}
			monitoring: {enabled: true}
			route: {gatewayClass: envoy, sessionPersistence: {sessionName: parley}}
			secrets: {env: "PARLEY_SECRET=a=b"}
			""";

	@Test
	void chartPassesStrictLint() {
		var result = new Helm(HelmChart.DIRECTORY).lint().strict().call();
		assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "values.yaml, 40", "values-small.yaml, 15", "values-medium.yaml, 40", "values-large.yaml, 40" })
	void everyValuesFileRendersValidObjects(String file, int objects) {
		var chart = HelmChart.renderFile(file);
		assertThat(chart.objects()).hasSizeGreaterThan(objects).allSatisfy(KubernetesObjects::check);
		assertThat(
				chart.objects().stream().map((object) -> object.path("kind").asText() + "/" + HelmChart.name(object)))
			.doesNotHaveDuplicates();
	}

	/** No process trusts a network that the operator has not named. */
	@ParameterizedTest
	@ValueSource(strings = { "values.yaml", "values-small.yaml", "values-medium.yaml", "values-large.yaml" })
	void noNetworkIsTrustedByDefault(String file) {
		var variables = HelmChart.renderFile(file)
			.processes()
			.flatMap((process) -> process.findValues("env").stream())
			.flatMap((env) -> StreamSupport.stream(env.spliterator(), false))
			.toList();
		assertThat(variables)
			.filteredOn((variable) -> variable.path("name").asText().matches(".*(TRUSTED|PROXIES|SCRAPERS).*"))
			.hasSize(2)
			.allSatisfy((variable) -> assertThat(variable.path("value").asText()).isEmpty());
		assertThat(variables).noneMatch((variable) -> variable.path("value").asText().matches(".*\\d/\\d+.*"));
	}

	@Test
	void namedNetworksAreTrusted() {
		var chart = HelmChart.render("""
				settings: {PARLEY_GATEWAY_TRUSTED_PROXIES: '10.1.0.0/16,10.2.0.0/16'}
				networkPolicies: {clients: [{podSelector: {matchLabels: {app: ingress}}}]}
				""");
		assertThat(chart.get("Deployment", "parley-gateway").findValues("env").getFirst())
			.anyMatch((variable) -> variable.path("name").asText().equals("PARLEY_GATEWAY_TRUSTED_PROXIES")
					&& variable.path("value").asText().equals("10.1.0.0/16,10.2.0.0/16"));
		assertThat(chart.get("NetworkPolicy", "parley-gateway").path("spec").toString())
			.contains("\"app\":\"ingress\"");
	}

	@Test
	void optionalObjectsAreValid() {
		var chart = HelmChart.render(EVERYTHING);
		assertThat(chart.objects()).allSatisfy(KubernetesObjects::check);
		assertThat(kinds(chart)).contains("ScaledObject", "TriggerAuthentication", "PodMonitor", "PrometheusRule",
				"Gateway", "Secret");
	}

	@ParameterizedTest
	@CsvSource({ "Deployment, parley-gateway, /spec/template/spec/containers/0/readinessProbe",
			"Deployment, parley-gateway, /spec/template/spec/securityContext",
			"StatefulSet, parley-redis, /spec/template/spec", "Service, parley-gateway, /spec",
			"NetworkPolicy, parley-gateway, /spec/ingress/0", "PodDisruptionBudget, parley-gateway, /spec",
			"HorizontalPodAutoscaler, parley-gateway, /spec/behavior/scaleDown",
			"Gateway, parley, /spec/listeners/1/tls", "HTTPRoute, parley-gateway, /spec/rules/0/timeouts",
			"ConfigMap, parley-config, ''", "ScaledObject, parley-webhook-service-worker, /spec/triggers/0/metadata",
			"TriggerAuthentication, parley-rabbitmq, /spec", "MongoDBCommunity, parley-mongodb, /spec/users/0",
			"RabbitmqCluster, parley-rabbitmq, /spec/override/statefulSet/spec/template/spec",
			"PodMonitor, parley, /spec/podMetricsEndpoints/0", "PrometheusRule, parley, /spec/groups/0/rules/0" })
	void misspelledPropertyIsInvalid(String kind, String name, String path) {
		var object = HelmChart.render(EVERYTHING).get(kind, name);
		((ObjectNode) object.at(path)).put("misspeled", "a");
		assertThatThrownBy(() -> KubernetesObjects.check(object)).hasMessageContaining("misspeled");
	}

	@Test
	void valueOfWrongTypeIsInvalid() {
		var deployment = HelmChart.render("").get("Deployment", "parley-gateway");
		((ObjectNode) deployment.path("spec")).put("revisionHistoryLimit", "five");
		assertThatThrownBy(() -> KubernetesObjects.check(deployment)).hasMessageContaining("revisionHistoryLimit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "replicaz: 1", "applications: {gateway: {uses: [mysql]}}", "publicUrl: forum",
			"route: {enabled: perhaps}", "settings: {PARLEY_ERASURE_DELAY: 14}", "mongodb: {create: false}",
			"keda: {enabled: true}\nrabbitmq: {create: false, hosts: r}" })
	void invalidValuesAreRefused(String values) {
		assertThatThrownBy(() -> HelmChart.render(values)).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void optionalObjectsDependOnValuesOnly() throws IOException {
		assertThat(kinds(HelmChart.render("route: {enabled: false}"))).doesNotContain("HTTPRoute", "Gateway",
				"ScaledObject", "TriggerAuthentication", "PodMonitor", "PrometheusRule");
		try (var templates = Files.list(HelmChart.DIRECTORY.resolve("templates"))) {
			assertThat(templates).isNotEmpty()
				.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContain(".Capabilities", "lookup"));
		}
	}

	@Test
	void objectNamesBeginWithRelease() {
		assertThat(HelmChart.render("").objects()).map(HelmChart::name).allMatch((name) -> name.startsWith("parley-"));
		var blue = HelmChart.renderRelease("blue", HelmChart.DIRECTORY, EVERYTHING);
		assertThat(blue.objects()).map(HelmChart::name)
			.contains("blue-parley-gateway", "blue-parley-webhook-service-worker")
			.allMatch((name) -> name.startsWith("blue-parley") && name.length() <= 63);
		assertThatThrownBy(() -> HelmChart.renderRelease("a".repeat(31), HelmChart.DIRECTORY, ""))
			.hasMessageContaining("30 characters");
	}

	@Test
	void newApplicationNeedsValuesOnly() {
		var chart = HelmChart.render("""
				keda: {enabled: true}
				applications:
				  web: {port: 3000, calls: [gateway], address: PARLEY_WEB_URI, probes: {live: /health, ready: /health}}
				  chat-service:
				    uses: [mongodb, rabbitmq]
				    calls: [auth-service]
				    worker: {queue: message_save, depth: 100, replicas: {min: 0, max: 3}}
				""");
		assertThat(chart.objects()).allSatisfy(KubernetesObjects::check);
		for (var kind : List.of("Deployment", "Service", "NetworkPolicy", "PodDisruptionBudget",
				"HorizontalPodAutoscaler")) {
			assertThat(chart.find(kind, "parley-web")).as(kind).isPresent();
		}
		var worker = chart.get("ScaledObject", "parley-chat-service-worker");
		assertThat(worker.at("/spec/minReplicaCount").asInt()).isZero();
		assertThat(worker.at("/spec/triggers/0/metadata/queueName").asText()).isEqualTo("message_save");
		assertThat(chart.get("NetworkPolicy", "parley-gateway").toString()).contains("\"web\"");
	}

	@Test
	void environmentFileBecomesSecret() {
		var secret = HelmChart.render("""
				secrets:
				  env: |
				    # A comment.
				    PARLEY_SECRET=aGVsbG8=
				    GATEWAY_PASSWORD=x
				""").get("Secret", "parley-env");
		assertThat(secret.path("stringData")).isEqualTo(
				RepositoryFiles.JSON.createObjectNode().put("PARLEY_SECRET", "aGVsbG8=").put("GATEWAY_PASSWORD", "x"));
		assertThat(HelmChart.render("").all("Secret")).isEmpty();
		assertThat(HelmChart.render("secrets: {name: own}").get("Deployment", "parley-gateway").toString())
			.contains("\"secretKeyRef\":{\"name\":\"own\"")
			.doesNotContain("parley-env");
	}

	/** A field that cannot be changed would make the upgrade fail. */
	@Test
	void upgradeChangesNoImmutableField(@TempDir Path previous) throws IOException {
		HelmChart.copyTo(previous);
		var chart = previous.resolve("Chart.yaml");
		Files.writeString(chart,
				Files.readString(chart)
					.replaceFirst("(?m)^version: .*$", "version: 0.0.1")
					.replaceFirst("(?m)^appVersion: .*$", "appVersion: 0.0.1"));
		var before = HelmChart.renderRelease(HelmChart.RELEASE, previous, "");
		var after = HelmChart.render("");
		assertThat(before.get("Deployment", "parley-gateway").toString()).contains("parley/gateway:0.0.1");
		assertThat(immutableFields(after)).isEqualTo(immutableFields(before)).hasSizeGreaterThan(20);
	}

	private static Set<String> immutableFields(HelmChart chart) {
		return chart.all("Deployment", "StatefulSet", "Service", "PodDisruptionBudget")
			.map((object) -> object.path("kind").asText() + " " + HelmChart.name(object) + " "
					+ object.at("/spec/selector") + object.at("/spec/serviceName")
					+ object.at("/spec/volumeClaimTemplates") + object.at("/spec/clusterIP"))
			.collect(Collectors.toSet());
	}

	private static List<String> kinds(HelmChart chart) {
		return chart.objects().stream().map((object) -> object.path("kind").asText()).distinct().toList();
	}

}
