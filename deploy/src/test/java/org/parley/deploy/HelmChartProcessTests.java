package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chart runs the processes of {@code docker-compose.yml}, with the same settings and
 * connections.
 */
class HelmChartProcessTests {

	private static final Pattern ADDRESS = Pattern
		.compile("://(?:[^@/]*@)?parley-([a-z-]+?)(?:-\\d)?(?:\\.[a-z-]+)?:(\\d+)");

	private static final Map<String, String> PORTS = Map.of("8080", "http", "8090", "sockets");

	private static final HelmChart CHART = HelmChart.render("keda: {enabled: true, prometheus: 'http://p:9090'}");

	private static final JsonNode COMPOSE = RepositoryFiles.yaml("docker-compose.yml").path("services");

	@Test
	void chartRunsProcessesOfCompose() {
		assertThat(CHART.processes().map((process) -> HelmChart.name(process).replaceFirst("parley-", "")))
			.containsExactlyInAnyOrderElementsOf(processes().toList())
			.containsAll(RepositoryFiles.applications());
	}

	@ParameterizedTest
	@MethodSource("processes")
	void processHasVariablesOfCompose(String process) {
		var expected = new TreeSet<String>();
		COMPOSE.path(process).path("environment").fieldNames().forEachRemaining(expected::add);
		var environment = environment(process);
		// In Compose, passwords are parts of addresses.
		var passwords = environment.keySet()
			.stream()
			.filter((name) -> name.endsWith("_PASSWORD") && COMPOSE.toString().contains("${" + name + ":?"));
		var others = Stream.of("PARLEY_REALTIME_SOCKET_OTHERS").filter((name) -> process.equals("gateway"));
		Stream.concat(passwords, others).forEach(expected::add);
		assertThat(environment.keySet()).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("processes")
	void processHasLimitsOfCompose(String process) {
		var limit = COMPOSE.path(process).at("/deploy/resources/limits/memory").asText();
		assertThat(container(process).at("/resources/limits/memory").asText()).isEqualTo(limit + "i");
		assertThat(container(process).at("/resources/requests/memory").asText()).endsWith("Mi");
	}

	/** A variable can refer only to those before it. */
	@ParameterizedTest
	@MethodSource("processes")
	void variablesReferToEarlierOnes(String process) {
		var earlier = new ArrayList<String>();
		for (var variable : container(process).path("env")) {
			RepositoryFiles.find(Pattern.compile("\\$\\(([A-Z_]+)\\)"), variable.path("value").asText())
				.forEach((reference) -> assertThat(earlier).contains(reference.group(1)));
			earlier.add(variable.path("name").asText());
		}
		assertThat(earlier).doesNotHaveDuplicates();
	}

	@Test
	void scriptGeneratesRequiredSecrets() throws IOException {
		var script = new ProcessBuilder("bash", "make-env.sh", "https://forum.example.org").start();
		var made = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.map((line) -> line.replaceFirst("=.*", ""))
			.collect(Collectors.toSet());
		assertThat(secrets(false)).isNotEmpty().isSubsetOf(made);
		assertThat(secrets(true)).allMatch((name) -> COMPOSE.toString().contains("${" + name + ":-"));
	}

	@ParameterizedTest
	@MethodSource("processes")
	void processHasMinimalPrivileges(String process) {
		var pod = pod(process);
		assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
		assertThat(RepositoryFiles.text("Dockerfile"))
			.contains("USER " + pod.at("/securityContext/runAsUser").asText());
		assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
		assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
		assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
		var security = container(process).path("securityContext");
		assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
		assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
		assertThat(security.at("/capabilities/drop")).map(JsonNode::asText).containsExactly("ALL");
	}

	@ParameterizedTest
	@MethodSource("processes")
	void processHasTimeToComplete(String process) {
		var phase = RepositoryFiles.yaml("config-repo/application.yml")
			.at("/spring/lifecycle.timeout-per-shutdown-phase")
			.asText();
		var wait = container(process).at("/lifecycle/preStop/sleep/seconds").asInt();
		assertThat(wait).isPositive();
		assertThat(pod(process).path("terminationGracePeriodSeconds").asInt())
			.isGreaterThanOrEqualTo(wait + Integer.parseInt(phase.replace("s", "")) + 5);
	}

	@ParameterizedTest
	@MethodSource("processes")
	void probesUseHealthEndpoints(String process) {
		var health = RepositoryFiles.yaml("config-repo/application.yml").at("/management/endpoint.health/group");
		var container = container(process);
		assertThat("server:" + container.at("/livenessProbe/httpGet/path").asText())
			.isEqualTo(health.at("/live/additional-path").asText());
		assertThat("server:" + container.at("/readinessProbe/httpGet/path").asText())
			.isEqualTo(health.at("/ready/additional-path").asText());
		assertThat(container.path("startupProbe").isMissingNode()).isFalse();
		assertThat(pod(process).path("topologySpreadConstraints")).hasSize(2);
		assertThat(CHART.find("PodDisruptionBudget", "parley-" + process)).isPresent();
	}

	@Test
	void configurationIsConfigRepo() throws IOException {
		var config = CHART.get("ConfigMap", "parley-config").path("data");
		try (var files = Files.list(RepositoryFiles.ROOT.resolve("config-repo"))) {
			var names = files.map((file) -> file.getFileName().toString()).toList();
			assertThat(config.properties()).map(Map.Entry::getKey).containsExactlyInAnyOrderElementsOf(names);
			names.forEach((name) -> assertThat(config.path(name).asText())
				.isEqualTo(RepositoryFiles.text("config-repo/" + name)));
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void networkPolicyAllowsConfiguredConnectionsOnly(String process) {
		var policy = CHART.get("NetworkPolicy", "parley-" + process).path("spec");
		assertThat(policy.path("policyTypes")).map(JsonNode::asText).containsExactly("Ingress", "Egress");
		assertThat(connections(policy.path("egress"), "to")).isEqualTo(configured(process));
		var callers = processes().filter((caller) -> !process.endsWith("-worker"))
			.flatMap((caller) -> configured(caller).stream()
				.filter((connection) -> connection.startsWith(process + ":"))
				.map((connection) -> caller + ":" + connection.split(":", 2)[1]))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(connections(policy.path("ingress"), "from")).isEqualTo(callers);
	}

	@Test
	void tracedProcessesReachCollector() {
		var chart = HelmChart.render("traces: {uri: 'http://collector:4318/v1/traces', sampled: '0.2'}");
		var traced = processes().filter((process) -> COMPOSE.path(process).path("environment").has("PARLEY_TRACES_URI"))
			.toList();
		assertThat(traced).contains("gateway", "forum-service", "notification-service-worker");
		assertThat(processes().filter((process) -> reachesCollector(chart, process)))
			.containsExactlyInAnyOrderElementsOf(traced);
		assertThat(processes().filter((process) -> reachesCollector(CHART, process))).isEmpty();
	}

	@Test
	void springProcessesTrustAuthorityOfServers() {
		var chart = HelmChart.render("tls: {authoritySecret: servers-ca}");
		assertThat(chart.processes().filter((process) -> process.toString().contains("SPRING_PROFILES_ACTIVE")))
			.hasSizeGreaterThan(15)
			.allSatisfy((process) -> assertThat(process.toString()).contains("\"production,tls\"",
					"\"file:/run/secrets/servers/ca.crt\"", "\"secretName\":\"servers-ca\"",
					"\"mountPath\":\"/run/secrets/servers\""));
		assertThat(CHART.processes()).noneMatch((process) -> process.toString().contains("/run/secrets/servers"));
	}

	private static boolean reachesCollector(HelmChart chart, String process) {
		return chart.get("NetworkPolicy", "parley-" + process)
			.at("/spec/egress")
			.valueStream()
			.anyMatch((rule) -> rule.at("/ports/0/port").asInt() == 4318);
	}

	/**
	 * As in Compose, where the gateway has the network of its published port, and the
	 * storage is inside.
	 */
	@Test
	void onlyWhatCallsOthersConnectsToOutside() {
		assertThat(processes().filter(HelmChartProcessTests::connectsToOutside))
			.containsExactlyInAnyOrderElementsOf(processes().filter((name) -> !name.equals("gateway"))
				.filter((name) -> name.startsWith("media-service")
						|| COMPOSE.path(name).path("networks").toString().contains("outside"))
				.toList());
	}

	@Test
	void onlyGatewayAcceptsAllClients() {
		assertThat(processes().filter((process) -> CHART.get("NetworkPolicy", "parley-" + process)
			.at("/spec/ingress")
			.valueStream()
			.anyMatch((rule) -> !rule.has("from")))).containsExactly("gateway");
		assertThat(CHART.all("HTTPRoute").flatMap((route) -> route.findValuesAsText("name").stream()).distinct())
			.containsExactlyInAnyOrder("parley-gateway", "parley-media-files", "gateway");
	}

	@Test
	void apisScaleByLoadAndWorkersByQueue() {
		var catalogue = RepositoryFiles.yaml("contracts/src/main/resources/catalogue.yml").path("queues");
		for (var process : processes().filter((name) -> !name.equals("config-server")).toList()) {
			var name = "parley-" + process;
			if (process.endsWith("-worker")) {
				var scaler = CHART.get("ScaledObject", name);
				var queue = scaler.at("/spec/triggers/0/metadata/queueName").asText();
				assertThat(catalogue.path(queue).path("listener").asText() + "-worker").isEqualTo(process);
				assertThat(range(scaler, "ReplicaCount")).isEqualTo("1-10");
			}
			else {
				assertThat(range(CHART.get("HorizontalPodAutoscaler", name), "Replicas"))
					.isIn(process.equals("realtime-service") ? List.of("2-10") : List.of("2-20"));
			}
			var workload = CHART.processes().filter((object) -> HelmChart.name(object).equals(name)).findFirst();
			assertThat(workload.orElseThrow().path("spec").has("replicas")).as("set by the scaler").isFalse();
		}
	}

	@Test
	void gatewayKnowsEverySocketServer() {
		var environment = environment("gateway");
		var addresses = environment.get("PARLEY_REALTIME_SOCKET_URI") + ","
				+ environment.get("PARLEY_REALTIME_SOCKET_OTHERS");
		assertThat(addresses.split(",", -1)).hasSize(10)
			.doesNotHaveDuplicates()
			.allMatch((address) -> address
				.matches("http://parley-realtime-service-\\d\\.parley-realtime-service-sockets:8090"));
		var workload = CHART.get("StatefulSet", "parley-realtime-service").path("spec");
		assertThat(workload.path("serviceName").asText()).isEqualTo("parley-realtime-service-sockets");
		assertThat(CHART.get("Service", "parley-realtime-service-sockets").at("/spec/clusterIP").asText())
			.isEqualTo("None");
	}

	@ParameterizedTest
	@CsvSource({ "false, parley-webhook-service", "true, parley-gateway" })
	void ownMailServerIsThereIfItHasAPort(boolean single, String process) {
		var chart = HelmChart.render(
				"{single: %s, settings: {PARLEY_INBOUND_SMTP_PORT: '2525'}, keda: {enabled: false}}".formatted(single));
		assertThat(chart.get("Service", process + "-smtp").at("/spec/ports/0/port").asInt()).isEqualTo(25);
		assertThat(chart.get("NetworkPolicy", process).at("/spec/ingress").valueStream())
			.anyMatch((rule) -> !rule.has("from") && rule.at("/ports/0/port").asText().equals("smtp"));
		var workload = chart.processes().filter((object) -> HelmChart.name(object).equals(process)).findFirst();
		assertThat(workload.orElseThrow().at("/spec/template/spec/containers/0/ports").valueStream()).anyMatch(
				(port) -> port.path("name").asText().equals("smtp") && port.path("containerPort").asInt() == 2525);
		assertThat(CHART.all("Service").map(HelmChart::name)).noneMatch((name) -> name.endsWith("-smtp"));
	}

	@Test
	void serversHaveUsersAndVersionsOfCompose() {
		var mongodb = CHART.get("MongoDBCommunity", "parley-mongodb").path("spec");
		assertThat(COMPOSE.at("/mongodb/image").asText()).isEqualTo("mongo:" + minor(mongodb.path("version").asText()));
		var owners = RepositoryFiles.applications()
			.stream()
			.filter((name) -> COMPOSE.path(name).path("environment").has("PARLEY_MONGODB_URI"));
		assertThat(mongodb.path("users").valueStream().map((user) -> user.path("name").asText()))
			.containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("admin"), owners).toList());
		var rabbitmq = CHART.get("RabbitmqCluster", "parley-rabbitmq").path("spec");
		assertThat(rabbitmq.path("image")).isEqualTo(COMPOSE.at("/rabbitmq/image"));
		assertThat(CHART.get("ConfigMap", "parley-rabbitmq-users").at("/data/definitions.json").asText().strip())
			.isEqualTo(RepositoryFiles.text("deploy/rabbitmq/definitions.json").strip());
		assertThat(CHART.get("ConfigMap", "parley-redis-users").at("/data/users.acl").asText().strip())
			.isEqualTo(RepositoryFiles.text("deploy/redis/users.acl").strip());
	}

	@Test
	void serversRestartWhenTheirUsersChange(@TempDir Path changed) throws IOException {
		HelmChart.copyTo(changed);
		for (var users : List.of("rabbitmq/definitions.json", "redis/users.acl")) {
			Files.writeString(changed.resolve("files").resolve(users), "\n", StandardOpenOption.APPEND);
		}
		var others = HelmChart.renderRelease(HelmChart.RELEASE, changed, "");
		assertThat(podOfBroker(others)).isNotEqualTo(podOfBroker(CHART));
		assertThat(podOfRedis(others)).isNotEqualTo(podOfRedis(CHART));
		var otherSecrets = HelmChart.render("secrets: {env: GATEWAY_PASSWORD=x}");
		assertThat(podOfBroker(otherSecrets)).isNotEqualTo(podOfBroker(CHART));
		assertThat(podOfRedis(otherSecrets)).isNotEqualTo(podOfRedis(CHART));
	}

	private static JsonNode podOfBroker(HelmChart chart) {
		return chart.get("RabbitmqCluster", "parley-rabbitmq").at("/spec/override/statefulSet/spec/template");
	}

	private static JsonNode podOfRedis(HelmChart chart) {
		return chart.get("StatefulSet", "parley-redis").at("/spec/template");
	}

	private static String minor(String version) {
		return version.replaceFirst("\\.\\d+$", "");
	}

	private static String range(JsonNode scaler, String suffix) {
		return scaler.at("/spec/min" + suffix).asText() + "-" + scaler.at("/spec/max" + suffix).asText();
	}

	private static boolean connectsToOutside(String process) {
		return CHART.get("NetworkPolicy", "parley-" + process)
			.path("spec")
			.path("egress")
			.toString()
			.contains("ipBlock");
	}

	/** Returns what the variables of a process name: targets with their ports. */
	private static Set<String> configured(String process) {
		return environment(process).values()
			.stream()
			.flatMap((value) -> RepositoryFiles.find(ADDRESS, value))
			.map((address) -> address.group(1).replace("mongodb-svc", "mongodb") + ":"
					+ PORTS.getOrDefault(address.group(2), address.group(2)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Returns the pods and ports of a policy, without those of DNS and Prometheus. */
	private static Set<String> connections(JsonNode rules, String side) {
		var connections = new TreeSet<String>();
		for (var rule : rules) {
			var labels = rule.path(side).path(0).at("/podSelector/matchLabels");
			if (rule.path(side).path(0).has("namespaceSelector") || labels.isMissingNode()) {
				continue;
			}
			assertThat(rule.path(side)).hasSize(1);
			rule.path("ports").forEach((port) -> connections.add(target(labels) + ":" + port.path("port").asText()));
		}
		return connections;
	}

	private static String target(JsonNode labels) {
		if (labels.has("app")) {
			return labels.path("app").asText().replaceFirst("^parley-", "").replaceFirst("-svc$", "");
		}
		var worker = labels.path("app.kubernetes.io/component").asText().equals("worker") ? "-worker" : "";
		return labels.path("app.kubernetes.io/name").asText().replaceFirst("^parley-", "") + worker;
	}

	private static Set<String> secrets(boolean optional) {
		return CHART.objects()
			.stream()
			.flatMap((object) -> object.findValues("secretKeyRef").stream())
			.filter((reference) -> reference.path("optional").asBoolean() == optional)
			.map((reference) -> reference.path("key").asText())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, String> environment(String process) {
		var environment = new TreeMap<String, String>();
		container(process).path("env")
			.forEach((variable) -> environment.put(variable.path("name").asText(), variable.path("value").asText()));
		return environment;
	}

	private static JsonNode container(String process) {
		return pod(process).at("/containers/0");
	}

	private static JsonNode pod(String process) {
		return CHART.processes()
			.filter((object) -> HelmChart.name(object).equals("parley-" + process))
			.findFirst()
			.orElseThrow()
			.at("/spec/template/spec");
	}

	/** Without the storage, which is outside of the cluster. */
	static Stream<String> processes() {
		return COMPOSE.properties()
			.stream()
			.filter((service) -> service.getValue().path("image").asText().startsWith("parley/"))
			.map(Map.Entry::getKey)
			.filter((name) -> !name.equals("object-storage"));
	}

}
