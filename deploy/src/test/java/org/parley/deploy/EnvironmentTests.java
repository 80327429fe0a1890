package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentTests {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:?[-?][^}]*|:[^}]*)?}");

	private static final Pattern DOCUMENTED = Pattern.compile("`([A-Z][A-Z0-9_]*)`");

	private static final Pattern ASSIGNED = Pattern.compile("(?m)^([A-Z0-9_]+)=(.+)$");

	private static final Set<String> OPTIONAL = Set.of("PARLEY_PORT", "PARLEY_INSIDE_NETWORK", "PARLEY_OUTSIDE_NETWORK",
			"PARLEY_SETUP_TOKEN", "PARLEY_GATEWAY_SCRAPERS", "PARLEY_GATEWAY_TRUSTED_PROXIES",
			"PARLEY_GATEWAY_CORS_ALLOWED_ORIGINS", "PARLEY_REALTIME_GATE_ORIGINS", "PARLEY_VERIFICATION_REQUIRED",
			"PARLEY_ERASURE_DELAY", "PARLEY_IMAGE_HOSTS", "PARLEY_SMTP_HOST", "PARLEY_SMTP_PORT",
			"PARLEY_SMTP_USERNAME", "PARLEY_SMTP_PASSWORD", "PARLEY_SMTP_STARTTLS", "PARLEY_AI_URL", "PARLEY_AI_KEY",
			"PARLEY_AI_MODERATION_MODEL", "PARLEY_AI_CHAT_MODEL", "PARLEY_SUMMARIES_TOKENS_PER_DAY",
			"PARLEY_MEDIA_QUOTA", "PARLEY_S3_PORT", "PARLEY_S3_REGION", "PARLEY_S3_BUCKET", "PARLEY_TRACES_URI",
			"PARLEY_TRACES_SAMPLED", "PARLEY_GITHUB_WEBHOOK_SECRET", "PARLEY_STRIPE_WEBHOOK_SECRET",
			"PARLEY_STANDARD_WEBHOOK_SECRET", "PARLEY_SENDGRID_WEBHOOK_KEY", "PARLEY_MAILGUN_WEBHOOK_KEY",
			"PARLEY_SNS_TOPICS", "PARLEY_POSTMARK_WEBHOOK_LOGIN", "PARLEY_MAILJET_WEBHOOK_LOGIN",
			"PARLEY_SENDGRID_PARSE_LOGIN", "PARLEY_REPLY_ADDRESS", "PARLEY_MAILED_THREADS", "PARLEY_MAIL_SERVERS",
			"PARLEY_DKIM_KEY", "PARLEY_DKIM_SELECTOR", "PARLEY_INBOUND_SMTP_PORT", "PARLEY_INBOUND_SMTP_AUTHSERV_ID",
			"PARLEY_INBOUND_SMTP_PUBLISHED");

	private final String compose = RepositoryFiles.text("docker-compose.yml");

	@Test
	void everyVariableIsDocumented() {
		assertThat(documented()).containsAll(namesInCompose())
			.containsAll(names(REFERENCE, RepositoryFiles.text("docker-compose.small.yml")))
			.containsAll(names(REFERENCE, RepositoryFiles.text("deploy/together/host.yml")))
			.containsAll(namesGivenToContainers())
			.containsAll(namesInSettings());
	}

	@Test
	void requiredVariablesHaveNoDefault() {
		var lenient = RepositoryFiles.find(REFERENCE, this.compose)
			.filter((reference) -> !String.valueOf(reference.group(2)).startsWith(":?"))
			.map((reference) -> reference.group(1));
		assertThat(lenient.distinct()).containsExactlyInAnyOrderElementsOf(OPTIONAL);
	}

	@Test
	void scriptGeneratesRequiredVariables() throws IOException {
		var made = new TreeSet<>(namesGeneratedByScript());
		made.addAll(OPTIONAL);
		assertThat(namesInCompose()).isEqualTo(made);
	}

	@Test
	void scriptGeneratesDistinctSecrets() throws IOException {
		var values = RepositoryFiles.find(ASSIGNED, environment())
			.filter((line) -> !line.group(1).equals("PARLEY_SMTP_HOST"))
			.map((line) -> line.group(2))
			.toList();
		assertThat(values).doesNotHaveDuplicates().allMatch((value) -> value.length() >= 25);
	}

	@Test
	void scriptPrintsOnlyWhatOlderFileLacks(@TempDir Path folder) throws IOException {
		var older = environment().lines().filter((line) -> !line.startsWith("CHAT_SERVICE_PASSWORD=")).toList();
		var file = Files.write(folder.resolve(".env"), older);
		assertThat(names(ASSIGNED, environment(file.toString()))).containsExactly("CHAT_SERVICE_PASSWORD");
	}

	@Test
	void variablesBeginALine(@TempDir Path folder) throws IOException {
		var file = Files.writeString(folder.resolve(".env"), "PARLEY_AI_KEY=key");
		Files.writeString(file, environment(file.toString()), StandardOpenOption.APPEND);
		assertThat(file).content().startsWith("PARLEY_AI_KEY=key\nPARLEY_PUBLIC_URL=");
		assertThat(environment(file.toString())).isEmpty();
	}

	private static Set<String> documented() {
		return names(DOCUMENTED, RepositoryFiles.text("docs/configuration.md"));
	}

	private Set<String> namesInCompose() {
		return names(REFERENCE, this.compose);
	}

	private static Set<String> namesGivenToContainers() {
		var names = new TreeSet<String>();
		for (JsonNode service : RepositoryFiles.yaml("docker-compose.yml").path("services")) {
			service.path("environment").fieldNames().forEachRemaining(names::add);
		}
		return names;
	}

	private static Set<String> namesInSettings() {
		var shared = Stream.of("config-repo/application.yml");
		var own = RepositoryFiles.applications().stream().map((name) -> "config-repo/" + name + ".yml");
		var inJars = RepositoryFiles.deployedModules()
			.stream()
			.map((module) -> module + "/src/main/resources/application.yml");
		return Stream.of(shared, own, inJars)
			.flatMap(Function.identity())
			.flatMap((file) -> names(REFERENCE, RepositoryFiles.text(file)).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** As copied from a browser. */
	@Test
	void scriptIgnoresASlashBehindTheAddress() throws Exception {
		assertThat(new String(script("https://forum.example.org/").getInputStream().readAllBytes(),
				StandardCharsets.UTF_8))
			.contains("PARLEY_PUBLIC_URL=https://forum.example.org\n", "=https://media.forum.example.org\n",
					"=https://uploads.forum.example.org\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "forum.example.org", "https://", "https://forum.example.org/forum" })
	void scriptRefusesOtherAddresses(String address) throws Exception {
		var script = script(address);
		assertThat(script.waitFor()).isEqualTo(1);
		assertThat(script.getInputStream().readAllBytes()).isEmpty();
	}

	private static Process script(String address) throws IOException {
		return new ProcessBuilder("bash", "make-env.sh", address).start();
	}

	private static Set<String> namesGeneratedByScript() throws IOException {
		return names(ASSIGNED, environment());
	}

	private static String environment(String... older) throws IOException {
		var command = Stream.concat(Stream.of("bash", "make-env.sh", "https://forum.example.org"), Stream.of(older));
		var script = new ProcessBuilder(command.toList()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		return new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static Set<String> names(Pattern pattern, String text) {
		return RepositoryFiles.find(pattern, text)
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
