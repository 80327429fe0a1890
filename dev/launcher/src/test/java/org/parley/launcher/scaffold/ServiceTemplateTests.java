package org.parley.launcher.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.launcher.process.LauncherException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Generates services into a copy of the files that the template reads and changes. */
class ServiceTemplateTests {

	private static final Path CHECKOUT = Path.of("../..");

	private static final Pattern PLACEHOLDER = Pattern.compile("@(name|Name|NAME|port)@");

	@TempDir
	private Path root;

	@BeforeEach
	void copyCheckout() throws IOException {
		copy(Path.of("dev/templates"));
		copy(Path.of("config-repo"));
		for (var insertion : new ServiceTemplate(CHECKOUT).readInsertions()) {
			copy(Path.of(insertion.file()));
		}
	}

	private void copy(Path path) throws IOException {
		try (var files = Files.walk(CHECKOUT.resolve(path))) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				var target = this.root.resolve(CHECKOUT.relativize(file));
				Files.createDirectories(target.getParent());
				if (!Files.exists(target)) {
					Files.copy(file, target);
				}
			}
		}
	}

	@Test
	void generatedFilesHaveNoPlaceholders() throws IOException {
		generate("imaginary");
		var files = files();
		assertThat(files).map(Path::toString)
			.contains("imaginary-service/pom.xml", "docs/imaginary.md", "config-repo/imaginary-service.yml",
					"imaginary-service/src/main/java/org/parley/imaginary/ImaginaryApplication.java",
					"imaginary-service/src/test/java/org/parley/imaginary/note/ImaginaryNoteIT.java")
			.noneMatch((file) -> PLACEHOLDER.matcher(file).find());
		for (var file : files) {
			assertThat(PLACEHOLDER.matcher(text(file.toString())).find()).as(file.toString()).isFalse();
		}
	}

	@Test
	void changedFilesStayReadable() throws Exception {
		generate("imaginary");
		for (var file : files()) {
			if (file.toString().endsWith(".yml") || file.toString().endsWith(".yaml")) {
				assertThat(yaml(file.toString())).as(file.toString()).isNotNull();
			}
			if (file.endsWith("pom.xml")) {
				assertThat(DocumentBuilderFactory.newDefaultInstance()
					.newDocumentBuilder()
					.parse(this.root.resolve(file).toFile())
					.getDocumentElement()
					.getTagName()).isEqualTo("project");
			}
		}
	}

	@Test
	void serviceIsNamedEverywhere() throws IOException {
		generate("imaginary");
		assertThat(text("pom.xml")).contains("<module>imaginary-service</module>\n    <module>web</module>");
		assertThat(text("deploy/make-env.sh")).contains(" IMAGINARY_SERVICE; do");
		assertThat(text("contracts/src/main/resources/catalogue.yml").split("imaginary_data", -1)).hasSize(4);
		assertThat(text("charts/parley/values.yaml")).containsPattern("calls: .+, imaginary-service, web]");
		for (var insertion : new ServiceTemplate(CHECKOUT).readInsertions()) {
			assertThat(text(insertion.file())).as(insertion.file()).containsPattern("(?i)imaginary");
		}
	}

	@Test
	void twoServicesHavePortsOfTheirOwn() throws IOException {
		generate("imaginary");
		generate("fictitious");
		var imaginary = port("imaginary");
		assertThat(port("fictitious")).isNotEqualTo(imaginary);
		assertThat(text("config-repo/gateway.yml")).contains("${PARLEY_IMAGINARY_URI:http://127.0.0.1:" + imaginary,
				"${PARLEY_FICTITIOUS_URI:http://127.0.0.1:" + port("fictitious"));
		assertThat(yaml("docker-compose.yml").toString()).contains("imaginary-service={", "fictitious-service={");
	}

	@Test
	void missingPlaceOfInsertionIsRefusedBeforeAnythingIsWritten() throws IOException {
		var changelog = this.root.resolve("CHANGELOG.md");
		Files.writeString(changelog, "# Changelog\n");
		var before = files();
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> generate("imaginary"))
			.withMessageStartingWith("CHANGELOG.md has 0 places that match");
		assertThat(files()).isEqualTo(before);
		assertThat(text("pom.xml")).doesNotContain("imaginary");
	}

	@Test
	void sameServiceIsRefusedTheSecondTime() throws IOException {
		generate("imaginary");
		var pom = text("pom.xml");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> generate("imaginary"))
			.withMessage("'imaginary' is taken. Choose another name.");
		assertThat(text("pom.xml")).isEqualTo(pom);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "Bookshelf", "book-shelf", "book_shelf", "book shelf", "books2", "bücher",
			"../up", "abcdefghijklmnopqrstu" })
	void invalidNameIsRefused(String name) {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> new ServiceName(name))
			.withMessageContaining("cannot name a service");
	}

	@ParameterizedTest
	@ValueSource(strings = { "forum", "gateway", "platform", "storage", "threads", "users", "setup", "witness", "docs",
			"web", "class", "admin", "notes" })
	void takenNameIsRefused(String name) {
		assertThat(new ReservedNames(CHECKOUT).contains(name)).isTrue();
		assertThat(new ReservedNames(CHECKOUT).contains(name + "x")).isFalse();
	}

	private String port(String name) throws IOException {
		var settings = text("config-repo/" + name + "-service.yml");
		assertThat(settings).containsPattern("\\$\\{PORT:[0-9]{4}}");
		return settings.substring(settings.indexOf("PORT:") + 5, settings.indexOf('}'));
	}

	private void generate(String name) {
		new ServiceTemplate(this.root).generate(new ServiceName(name));
	}

	private List<Path> files() throws IOException {
		try (var files = Files.walk(this.root)) {
			return new ArrayList<>(files.filter(Files::isRegularFile)
				.map(this.root::relativize)
				.filter((file) -> !file.startsWith("dev/templates"))
				.sorted()
				.toList());
		}
	}

	private String text(String file) throws IOException {
		return Files.readString(this.root.resolve(file));
	}

	private Object yaml(String file) throws IOException {
		var options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(500);
		return new Yaml(new SafeConstructor(options)).load(text(file));
	}

}
