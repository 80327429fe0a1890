package org.parley.launcher.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceClassesTests {

	@TempDir
	private Path root;

	/** A folder that is renamed is gone without an event for its files. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void folderOfResourcesGoesWithItsFiles(boolean filesAreNamed) throws IOException {
		var module = this.root.resolve("module");
		Files.createDirectories(module.resolve("target/classes/pages"));
		Files.writeString(module.resolve("target/classes/pages/page.html"), "x");
		var classes = this.root.resolve("classes");
		var serviceClasses = new ServiceClasses(module, classes, "");
		assertThat(classes.resolve("pages/page.html")).exists();
		var pages = module.resolve("src/main/resources/pages");
		serviceClasses.update(filesAreNamed ? List.of(pages, pages.resolve("page.html")) : List.of(pages));
		assertThat(classes.resolve("pages")).doesNotExist();
	}

	@Test
	void newFilesAreCopiedAndCompiled() throws IOException {
		var module = this.root.resolve("module");
		Files.createDirectories(module.resolve("target/classes"));
		var page = module.resolve("src/main/resources/pages/page.html");
		var type = module.resolve("src/main/java/garden/Bed.java");
		for (var file : List.of(page, type)) {
			Files.createDirectories(file.getParent());
		}
		Files.writeString(page, "x");
		Files.writeString(type, "package garden; class Bed { }");
		var classes = this.root.resolve("classes");
		new ServiceClasses(module, classes, "").update(List.of(type, page));
		assertThat(classes.resolve("pages/page.html")).exists();
		assertThat(classes.resolve("garden/Bed.class")).exists();
	}

}
