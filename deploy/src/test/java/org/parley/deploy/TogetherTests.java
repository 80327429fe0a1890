package org.parley.deploy;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small installation gives each service the variables of {@code docker-compose.yml},
 * which its image, its container and {@code host.yml} share out.
 */
class TogetherTests {

	private static final JsonNode COMPOSE = RepositoryFiles.yaml("docker-compose.yml").path("services");

	private static final JsonNode SMALL = RepositoryFiles.yaml("docker-compose.small.yml").path("services");

	private static final JsonNode HOSTED = RepositoryFiles.yaml("deploy/together/host.yml").path("services");

	private static final Pattern STAGE = Pattern.compile("(?s) AS together\n.*?\nENV (.*?)\nUSER");

	private static final Pattern VARIABLE = Pattern.compile("([A-Z0-9_]+)=(\\S+)");

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::[^}]*)?}");

	private static final Pattern LOCAL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

	/** The process reads the files of settings itself. */
	private static final Set<String> OF_CONFIG_SERVER = Set.of("PARLEY_CONFIG_URI", "PARLEY_CONFIG_PASSWORD");

	/** What must differ in one process and one file system. */
	private static final Map<String, String> OTHERS = Map.of("PARLEY_ROLE", "all", "PARLEY_REALTIME_SOCKET_PORT",
			"8096", "PARLEY_S3_DIR", "/data/objects");

	/** The gateway is read at its own port, the others run elsewhere. */
	private static final Set<String> OTHER_METRICS = Set.of("gateway", "object-storage", "chat-service");

	private static final Set<String> ADDRESSES_OF_SERVERS = Set.of("PARLEY_MONGODB_HOSTS", "PARLEY_MONGODB_OPTIONS",
			"PARLEY_AMQP_SCHEME", "PARLEY_AMQP_HOSTS", "PARLEY_REDIS_SCHEME", "PARLEY_REDIS_HOSTS");

	private static final Map<String, String> CONTAINER = container();

	private static final Map<String, String> PORTS = ports();

	/** Spring Boot keeps for the whole process whether a name has a bundle. */
	@Test
	void onlyServicesWithTextsNameTheirBundle() {
		assertThat(bundle("application")).isEmpty();
		for (var module : RepositoryFiles.deployedModules()) {
			var texts = RepositoryFiles.ROOT.resolve(module).resolve("src/main/resources/messages.properties");
			assertThat(bundle(RepositoryFiles.name(module))).as(module)
				.isEqualTo(Files.exists(texts) ? "messages" : null);
		}
	}

	private static @Nullable String bundle(String settings) {
		return ConfiguredValues.of(settings).values().get("spring.messages.basename");
	}

	@Test
	void processRunsEveryServiceAndGatewayLast() {
		var expected = Stream
			.concat(Stream.of("object-storage"),
					RepositoryFiles.applications().stream().filter((name) -> !name.equals("config-server")))
			.toList();
		assertThat(services().toList()).containsExactlyInAnyOrderElementsOf(expected).endsWith("gateway");
		assertThat(HOSTED).allSatisfy((service) -> assertThat(service.path("jar").asText())
			.isEqualTo(service.path("name").asText() + ".jar"));
		assertThat(PORTS).hasSize(services().toList().size() + 2);
	}

	@ParameterizedTest
	@MethodSource("services")
	void serviceHasVariablesOfCompose(String service) {
		var own = hosted(service).path("environment");
		COMPOSE.required(service).path("environment").properties().forEach((variable) -> {
			var name = variable.getKey();
			if (!OF_CONFIG_SERVER.contains(name)) {
				var given = own.has(name) ? resolved(own.path(name).asText()) : CONTAINER.getOrDefault(name, "");
				assertThat(apart(given)).as(name).isEqualTo(OTHERS.getOrDefault(name, variable.getValue().asText()));
			}
		});
		assertThat(own.properties()).extracting(Map.Entry::getKey)
			.filteredOn((name) -> !name.equals("PORT"))
			.allMatch(COMPOSE.path(service).path("environment")::has);
	}

	@Test
	void containerHasNoVariableThatNoServiceReads() {
		var read = services().flatMap((service) -> names(COMPOSE.path(service))).collect(Collectors.toSet());
		var passwords = RepositoryFiles.find(REFERENCE, RepositoryFiles.text("deploy/together/host.yml"))
			.map((reference) -> reference.group(1));
		passwords.forEach(read::add);
		assertThat(names(SMALL.path("parley"))).isSubsetOf(read).doesNotHaveDuplicates();
	}

	@Test
	void fiveContainersFitSmallMachine() {
		assertThat(SMALL.properties()).extracting(Map.Entry::getKey)
			.containsExactlyInAnyOrder("parley", "web", "mongodb", "mongodb-init", "rabbitmq", "redis");
		var limits = SMALL.properties()
			.stream()
			.filter((service) -> !service.getKey().equals("mongodb-init"))
			.mapToInt((service) -> Integer
				.parseInt(service.getValue().at("/deploy/resources/limits/memory").asText().replace("M", "")))
			.toArray();
		assertThat(limits).hasSize(5);
		assertThat(Arrays.stream(limits).sum()).isLessThanOrEqualTo(2048);
	}

	/** Users, secrets, volumes and privileges are those of {@code docker-compose.yml}. */
	@Test
	void othersExtendContainersOfCompose() {
		var others = List.of("web", "mongodb", "mongodb-init", "rabbitmq", "redis");
		assertThat(others).allSatisfy((name) -> {
			assertThat(SMALL.path(name).at("/extends/file").asText()).isEqualTo("docker-compose.yml");
			assertThat(SMALL.path(name).at("/extends/service").asText()).isEqualTo(name);
			assertThat(SMALL.path(name).properties()).extracting(Map.Entry::getKey)
				.isSubsetOf("extends", "environment", "command", "deploy");
		});
		var parley = SMALL.path("parley");
		for (var property : List.of("restart", "read_only", "tmpfs", "cap_drop", "security_opt")) {
			assertThat(parley.path(property)).as(property).isEqualTo(COMPOSE.path("gateway").path(property));
		}
		assertThat(parley.path("ports").valueStream().map(JsonNode::asText))
			.containsExactlyElementsOf(Stream.of("gateway", "object-storage", "webhook-service")
				.map((name) -> COMPOSE.path(name).at("/ports/0").asText())
				.toList());
	}

	@Test
	void chartRunsSameProcess() {
		var chart = HelmChart.renderFile("values-small.yaml");
		assertThat(chart.processes().map(HelmChart::name)).containsExactlyInAnyOrder("parley-gateway", "parley-web");
		var container = chart.get("Deployment", "parley-gateway").at("/spec/template/spec/containers/0");
		assertThat(container.path("image").asText()).startsWith("parley/together:");
		assertThat(container.at("/resources/limits/memory").asText())
			.isEqualTo(SMALL.path("parley").at("/deploy/resources/limits/memory").asText() + "i");
		var expected = names(SMALL.path("parley")).collect(Collectors.toCollection(LinkedHashSet::new));
		expected.addAll(ADDRESSES_OF_SERVERS);
		expected.addAll(Set.of("PARLEY_WEB_URI", "PARLEY_S3_URI", "SPRING_PROFILES_ACTIVE"));
		assertThat(container.path("env").valueStream().map((variable) -> variable.path("name").asText()))
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	/** Each service in the process signs in as itself. */
	@Test
	void databaseOfChartHasUserOfEachService() {
		var users = HelmChart.renderFile("values-small.yaml")
			.get("MongoDBCommunity", "parley-mongodb")
			.at("/spec/users");
		assertThat(users).isEqualTo(HelmChart.render("").get("MongoDBCommunity", "parley-mongodb").at("/spec/users"));
		var named = users.valueStream().map((user) -> user.path("name").asText()).toList();
		assertThat(named)
			.containsAll(services()
				.filter((service) -> hosted(service).at("/environment/PARLEY_MONGODB_URI").asText().contains(service))
				.toList())
			.hasSizeGreaterThan(9);
	}

	@Test
	void processOfChartIsReachedAndReachesAsItsServices() {
		var chart = HelmChart.renderFile("values-small.yaml");
		var policy = chart.get("NetworkPolicy", "parley-gateway").path("spec").toString();
		assertThat(policy).contains("parley-mongodb-svc", "parley-rabbitmq", "redis", "0.0.0.0/0", "\"web\"")
			.doesNotContain("auth-service");
		for (var kind : List.of("Service", "PodDisruptionBudget", "HTTPRoute")) {
			assertThat(chart.find(kind, "parley-gateway")).as(kind).isPresent();
		}
		assertThat(chart.all("HorizontalPodAutoscaler", "ScaledObject")).isEmpty();
		assertThat(chart.get("Deployment", "parley-gateway").at("/spec/strategy/type").asText()).isEqualTo("Recreate");
		var many = HelmChart.render("");
		assertThat(chart.get("Deployment", "parley-gateway").at("/spec/selector")).as("an upgrade cannot change it")
			.isEqualTo(many.get("Deployment", "parley-gateway").at("/spec/selector"));
	}

	@Test
	void prometheusReadsEachServiceOfProcess() {
		var chart = HelmChart.render("""
				single: true
				monitoring: {enabled: true}
				together: {env: {PARLEY_APART: "object-storage,chat-service"}}
				""");
		var ports = new TreeMap<String, String>();
		chart.get("Deployment", "parley-gateway")
			.at("/spec/template/spec/containers/0/ports")
			.forEach((port) -> ports.put(port.path("name").asText(), port.path("containerPort").asText()));
		var scraped = chart.get("PodMonitor", "parley").at("/spec/podMetricsEndpoints");
		var admitted = chart.get("NetworkPolicy", "parley-gateway").at("/spec/ingress/0/ports");
		assertThat(admitted.valueStream().map((port) -> port.path("port").asText()))
			.containsExactlyElementsOf(scraped.findValuesAsText("port"));
		var found = new TreeMap<String, String>();
		scraped.valueStream()
			.skip(1)
			.forEach((endpoint) -> found.put(endpoint.at("/relabelings/0/replacement").asText(),
					ports.get(endpoint.path("port").asText())));
		assertThat(found).isEqualTo(services().filter((name) -> !OTHER_METRICS.contains(name))
			.collect(Collectors.toMap((name) -> name, (name) -> hosted(name).at("/environment/PORT").asText())));
		assertThat(HelmChart.render("monitoring: {enabled: true}")
			.get("PodMonitor", "parley")
			.at("/spec/podMetricsEndpoints")).hasSize(1);
	}

	@Test
	void optionalObjectsOfOneProcessAreValid() {
		var chart = HelmChart.render("""
				single: true
				keda: {enabled: true}
				monitoring: {enabled: true}
				tls: {authoritySecret: servers-ca}
				traces: {uri: "http://collector:4318/v1/traces"}
				mongodb: {create: false, hosts: "db-0:27017,db-1:27017"}
				""");
		assertThat(chart.objects()).allSatisfy(KubernetesObjects::check);
		assertThat(chart.get("Deployment", "parley-gateway").toString()).contains("production,tls",
				"db-0:27017,db-1:27017", "http://collector:4318/v1/traces", "file:/run/secrets/servers/ca.crt");
		assertThat(chart.get("NetworkPolicy", "parley-gateway").toString()).contains("4318");
	}

	static Stream<String> services() {
		return HOSTED.valueStream().map((service) -> service.path("name").asText());
	}

	private static JsonNode hosted(String name) {
		return HOSTED.valueStream()
			.filter((service) -> service.path("name").asText().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Stream<String> names(JsonNode service) {
		return service.path("environment").properties().stream().map(Map.Entry::getKey);
	}

	/** Returns the variables of the image and of the container. */
	private static Map<String, String> container() {
		var variables = new HashMap<String, String>();
		var image = RepositoryFiles.find(STAGE, RepositoryFiles.text("Dockerfile")).findFirst().orElseThrow().group(1);
		RepositoryFiles.find(VARIABLE, image).forEach((found) -> variables.put(found.group(1), found.group(2)));
		SMALL.path("parley")
			.path("environment")
			.properties()
			.forEach((variable) -> variables.put(variable.getKey(), variable.getValue().asText()));
		return variables;
	}

	/** Returns where the services of Compose are, by their ports in the process. */
	private static Map<String, String> ports() {
		var ports = new HashMap<>(Map.of("8096", "realtime-service:8090", "9090", "object-storage:9090"));
		HOSTED.forEach((service) -> ports.put(service.at("/environment/PORT").asText(),
				service.path("name").asText() + ":8080"));
		return ports;
	}

	private static String resolved(String value) {
		return REFERENCE.matcher(value)
			.replaceAll((name) -> Matcher.quoteReplacement(CONTAINER.getOrDefault(name.group(1), "")));
	}

	private static String apart(String value) {
		return LOCAL.matcher(value).replaceAll((address) -> "http://" + PORTS.get(address.group(1)));
	}

}
