package org.parley.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.parley.launcher.checkout.Checkout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The jar of each image contains a list of its libraries, where Boot's manifest says.
 * Builds without the profile {@code sbom} make none, nor do builds offline; a build for
 * tests makes only those that this class reads.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
class SbomIT {

	private static final Path ROOT = Path.of(System.getProperty("parley.root"));

	private static final Pattern SERVICE = Pattern.compile("SERVICE: ([a-z-]+)");

	private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+\\.jar)");

	/** Boot adds it to the jar after the list has been made. */
	private static final String EXTRACTOR = "spring-boot-jarmode-tools-";

	/** Images whose modules have no parent in common, and one of those that have. */
	private static final List<String> LISTED = List.of("config-server", "gateway", "object-storage", "webhook-service");

	@Test
	void eachOtherImageHasParentOfWebhookService() throws IOException {
		var others = matches(SERVICE, Files.readString(ROOT.resolve("docker-compose.yml"))).distinct()
			.filter((service) -> !LISTED.contains(service))
			.toList();
		assertThat(others).isNotEmpty()
			.allSatisfy((service) -> assertThat(new Checkout(ROOT).folder(service).resolve("pom.xml")).content()
				.contains("<artifactId>service-parent</artifactId>")
				.doesNotContain("cyclonedx"));
	}

	@ParameterizedTest
	@FieldSource("LISTED")
	void listOfJarContainsEachLibrary(String service) throws IOException {
		try (var jar = new JarFile(new Checkout(ROOT).jar(service).toFile())) {
			var location = Optional.ofNullable(jar.getManifest().getMainAttributes().getValue("Sbom-Location"));
			assumeTrue(location.isPresent(), "Only -Psbom makes the list, and not offline");
			var list = JsonMapper.shared().readTree(jar.getInputStream(jar.getEntry(location.get())));
			assertThat(list.at("/metadata/component/name").asString("")).isEqualTo(service);
			assertThat(files(list)).containsAll(libraries(jar));
		}
	}

	private static Iterable<String> libraries(JarFile jar) {
		return jar.stream()
			.map(ZipEntry::getName)
			.flatMap((name) -> matches(LIBRARY, name))
			.filter((name) -> !name.startsWith(EXTRACTOR))
			.toList();
	}

	private static Stream<String> files(JsonNode list) {
		return StreamSupport.stream(list.at("/components").spliterator(), false).map(SbomIT::file);
	}

	/** A file has its classifier in the address of the package only. */
	private static String file(JsonNode component) {
		var classifier = matches(Pattern.compile("classifier=([^&]+)"), component.path("purl").asString(""));
		return component.path("name").asString("") + "-" + component.path("version").asString("")
				+ classifier.findFirst().map((one) -> "-" + one).orElse("") + ".jar";
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((match) -> match.group(1));
	}

}
