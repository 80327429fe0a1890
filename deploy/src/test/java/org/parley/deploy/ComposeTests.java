package org.parley.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComposeTests {

	static final String PRODUCTION = "docker-compose.yml";

	private static final String SMALL = "docker-compose.small.yml";

	private static final String DEVELOPMENT = "docker-compose.dev.yml";

	private static final Pattern CHECKSUM = Pattern.compile("(\"(deploy/[a-z./]+)\": \")[0-9a-f]{64}");

	private static final Schema SCHEMA = composeSchema();

	private final JsonNode production = RepositoryFiles.yaml(PRODUCTION).path("services");

	@ParameterizedTest
	@ValueSource(strings = { PRODUCTION, SMALL, DEVELOPMENT })
	void composeFileIsValid(String file) {
		assertThat(SCHEMA.validate(RepositoryFiles.yaml(file))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { PRODUCTION, SMALL, DEVELOPMENT })
	void misspelledKeyIsInvalid(String file) {
		ObjectNode compose = RepositoryFiles.yaml(file).deepCopy();
		compose.withObject("/services/mongodb").put("restrat", "always");
		assertThat(SCHEMA.validate(compose)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("applications")
	void everyApplicationHasService(String application) {
		assertThat(service(application).at("/build/args/SERVICE").asText()).isEqualTo(application);
		assertThat(service(application).path("image").asText()).isEqualTo("parley/" + application);
	}

	@ParameterizedTest
	@MethodSource("applications")
	void applicationHasMinimalPrivileges(String application) {
		var service = service(application);
		assertThat(service.path("read_only").asBoolean()).isTrue();
		assertThat(service.path("cap_drop")).map(JsonNode::asText).containsExactly("ALL");
		assertThat(service.path("security_opt")).map(JsonNode::asText).containsExactly("no-new-privileges:true");
		assertThat(service.path("privileged").asBoolean()).isFalse();
		assertThat(service.at("/environment/SPRING_PROFILES_ACTIVE").asText()).isEqualTo("production");
	}

	@ParameterizedTest
	@MethodSource("servicesWithWorkers")
	void rolesOfServiceDifferInRoleOnly(String service) {
		var worker = service(service + "-worker");
		assertThat(worker.path("image")).isEqualTo(service(service).path("image"));
		assertThat(worker.has("ports") || worker.has("build")).isFalse();
		assertThat(worker.path("read_only").asBoolean()).isTrue();
		assertThat(worker.at("/environment/PARLEY_ROLE").asText()).isEqualTo("worker");
		ObjectNode answering = service(service).path("environment").deepCopy();
		assertThat(answering.path("PARLEY_ROLE").asText()).isEqualTo("api");
		assertThat(worker.path("environment")).isEqualTo(answering.put("PARLEY_ROLE", "worker"));
	}

	@Test
	void everyContainerHasALimit() {
		assertThat(this.production.properties())
			.allSatisfy((entry) -> assertThat(entry.getValue().at("/deploy/resources/limits/memory").asText())
				.as(entry.getKey())
				.endsWith("M"));
	}

	/** Services do not start after a server that was given up. */
	@ParameterizedTest
	@ValueSource(strings = { "mongodb", "rabbitmq", "redis" })
	void serversHaveTimeToRecoverAndToStop(String server) {
		assertThat(service(server).at("/healthcheck/start_period").asText()).isEqualTo("15m");
		assertThat(service(server).path("stop_grace_period").asText()).isEqualTo("60s");
	}

	/** Those of an empty forum would fill a disk in a year, by health checks alone. */
	@ParameterizedTest
	@ValueSource(strings = { PRODUCTION, SMALL })
	void logsRotate(String file) {
		assertThat(RepositoryFiles.yaml(file).path("services").properties())
			.filteredOn((entry) -> !entry.getValue().has("extends"))
			.allSatisfy((entry) -> assertThat(entry.getValue().at("/logging/driver").asText()).as(entry.getKey())
				.isEqualTo("local"));
	}

	@Test
	void smallInstallationReadsChangedSettingsAndNeedsOneProcessor() {
		var services = RepositoryFiles.yaml(SMALL).path("services");
		assertThat(services.at("/parley/volumes")).map(JsonNode::asText).contains("./config-repo:/config:ro");
		assertThat(services.findValuesAsText("cpus")).isNotEmpty().allMatch((cpus) -> Double.parseDouble(cpus) <= 1);
	}

	@Test
	void onlyGatewayAndStorageArePublishedByDefaultAndOnlyWhatCallsOthersHasOutboundAccess() {
		assertThat(names((service) -> isPartOfParley(service) && service.has("ports")))
			.containsExactlyInAnyOrder("gateway", "object-storage", "webhook-service");
		assertThat(service("webhook-service").path("ports")).as("loopback unless it is published")
			.singleElement()
			.matches((port) -> port.asText().startsWith("${PARLEY_INBOUND_SMTP_PUBLISHED:-127.0.0.1:}:"));
		assertThat(
				names((service) -> isPartOfParley(service) && service.path("networks").toString().contains("outside")))
			.containsExactlyInAnyOrder("gateway", "auth-service", "media-service-worker", "moderation-service-worker",
					"summary-service-worker", "notification-service-worker", "webhook-service",
					"webhook-service-worker", "object-storage");
		assertThat(RepositoryFiles.yaml(PRODUCTION).at("/networks/inside/internal").asBoolean()).isTrue();
	}

	@Test
	void observersArePublishedOnLoopbackOnly() {
		var observers = this.production.valueStream().filter((service) -> !isPartOfParley(service)).toList();
		assertThat(observers).hasSize(3)
			.allSatisfy(
					(service) -> assertThat(service.path("profiles")).map(JsonNode::asText).containsExactly("observe"))
			.allSatisfy((service) -> assertThat(service.path("ports"))
				.allMatch((port) -> port.asText().startsWith("127.0.0.1:")));
	}

	private static boolean isPartOfParley(JsonNode service) {
		return !service.has("profiles");
	}

	@Test
	void gatewayScrapersDefaultToInnerNetwork() {
		var scrapers = service("gateway").at("/environment/PARLEY_GATEWAY_SCRAPERS").asText();
		var inner = RepositoryFiles.yaml(PRODUCTION).at("/networks/inside/ipam/config/0/subnet").asText();
		assertThat(scrapers).isEqualTo("${PARLEY_GATEWAY_SCRAPERS:-172.30.250.0/24}");
		assertThat(inner).isEqualTo("${PARLEY_INSIDE_NETWORK:-172.30.250.0/24}");
	}

	/** The web client is in the inner network, which clients cannot join. */
	@Test
	void gatewayTrustsInnerNetworkOnly() {
		assertThat(service("gateway").at("/environment/PARLEY_GATEWAY_TRUSTED_PROXIES").asText())
			.isEqualTo("${PARLEY_GATEWAY_TRUSTED_PROXIES:-127.0.0.1/32},${PARLEY_INSIDE_NETWORK:-172.30.250.0/24}");
		assertThat(RepositoryFiles.yaml(PRODUCTION).at("/networks/inside/internal").asBoolean()).isTrue();
	}

	@Test
	void developmentServersListenOnLoopbackOnly() {
		assertThat(RepositoryFiles.yaml(DEVELOPMENT).path("services"))
			.allSatisfy((service) -> assertThat(service.path("ports")).isNotEmpty()
				.allSatisfy((port) -> assertThat(port.asText()).startsWith("127.0.0.1:")));
	}

	@Test
	void everyDependencyExistsAndHasHealthCheck() {
		this.production.forEach((service) -> service.path("depends_on").properties().forEach((needed) -> {
			var other = service(needed.getKey());
			var tellsItsHealth = other.path("image").asText().startsWith("parley/") || other.has("healthcheck");
			assertThat(needed.getValue().path("condition").asText()).as(needed.getKey())
				.isEqualTo(tellsItsHealth ? "service_healthy" : "service_completed_successfully");
		}));
	}

	@Test
	void bothFilesRunTheSameServers() {
		for (var server : List.of("mongodb", "rabbitmq", "redis")) {
			assertThat(service(server).path("image"))
				.isEqualTo(RepositoryFiles.yaml(DEVELOPMENT).path("services").path(server).path("image"));
		}
	}

	/** Servers elsewhere cannot be reached from the inner network. */
	@Test
	void exampleOfTlsConnectsToOutside() {
		var page = RepositoryFiles.text("docs/operations/tls.md");
		assertThat(page.substring(page.indexOf("# docker-compose.override.yml")))
			.containsSubsequence("  forum-service:\n", "    networks: [inside, outside]\n", "mongo.example.org", "```");
	}

	/** {@code BrokerRightsTests} checks them, because it writes one of the files. */
	@Test
	void serversHaveChecksumsOfTheirUsers() {
		assertThat(service("rabbitmq").path("labels").has("deploy/rabbitmq/definitions.json")).isTrue();
		assertThat(service("redis").path("labels").has("deploy/redis/users.acl")).isTrue();
	}

	/** Replaces the checksum of each file that a label names by the current one. */
	static String withChecksums(String compose) {
		return CHECKSUM.matcher(compose)
			.replaceAll((label) -> label.group(1) + checksum(RepositoryFiles.text(label.group(2))));
	}

	private static String checksum(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode service(String name) {
		return this.production.required(name);
	}

	private List<String> names(Predicate<JsonNode> condition) {
		return this.production.properties()
			.stream()
			.filter((entry) -> condition.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	static Stream<String> servicesWithWorkers() {
		return RepositoryFiles.yaml(PRODUCTION)
			.path("services")
			.properties()
			.stream()
			.map(Map.Entry::getKey)
			.filter((name) -> name.endsWith("-worker"))
			.map((name) -> name.replace("-worker", ""));
	}

	static Stream<String> applications() {
		return RepositoryFiles.applications().stream();
	}

	private static Schema composeSchema() {
		ObjectNode schema = RepositoryFiles.json("deploy/src/test/resources/compose-spec/compose-spec.json").deepCopy();
		// Its dialect, by an address that never was the dialect's, knows no "id".
		schema.remove("$schema");
		schema.findParents("id").forEach((parent) -> ((ObjectNode) parent).remove("id"));
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09).getSchema(schema);
	}

}
