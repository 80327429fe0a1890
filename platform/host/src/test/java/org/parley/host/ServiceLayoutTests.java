package org.parley.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceLayoutTests {

	private static final String BOOT = "spring-boot-4.0.7.jar";

	private final Path jars;

	private final Path folder;

	private final ServiceLayout layout;

	ServiceLayoutTests(@TempDir Path jars, @TempDir Path folder) {
		this.jars = jars;
		this.folder = folder;
		this.layout = new ServiceLayout(folder);
	}

	private Path jar(String name, Map<String, String> libraries) throws IOException {
		var manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Start-Class", "org.example." + name);
		var jar = this.jars.resolve(name + "-0.1.0.jar");
		try (var output = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			output.putNextEntry(new JarEntry("BOOT-INF/classes/application.yml"));
			output.write(name.getBytes(StandardCharsets.UTF_8));
			for (var library : libraries.entrySet()) {
				output.putNextEntry(new JarEntry("BOOT-INF/lib/" + library.getKey()));
				output.write(library.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return jar;
	}

	@Test
	void librariesOfAllServicesAreShared() throws IOException {
		var forum = this.layout.add(jar("forum", Map.of(BOOT, "boot", "lucene.jar", "lucene")), "forum");
		var chat = this.layout.add(jar("chat", Map.of(BOOT, "boot")), "chat");
		assertThat(this.folder.resolve("lib")).isDirectoryContaining("glob:**/lucene.jar")
			.isDirectoryContaining("glob:**/" + BOOT);
		assertThat(ServiceLayout.read(forum).libraryNames()).containsExactlyInAnyOrder(BOOT, "lucene.jar");
		assertThat(ServiceLayout.read(chat)).matches((part) -> part.libraryNames().contains(BOOT) && !part.isIsolated())
			.returns("org.example.chat", ServiceLayout.Part::main);
		try (var own = new JarFile(chat.toFile())) {
			assertThat(own.getInputStream(own.getJarEntry("application.yml"))).hasContent("chat");
		}
		assertThat(this.layout.classPath(Path.of("host.jar"))).startsWith("host.jar:").contains("lucene.jar");
	}

	@Test
	void programWithoutSpringBootSharesNothing() throws IOException {
		var mailbox = this.layout.add(jar("mailbox", Map.of("greenmail.jar", "mail", "spring-core-7.jar", "tools")),
				"mailbox");
		assertThat(ServiceLayout.read(mailbox)).matches(ServiceLayout.Part::isIsolated)
			.satisfies((part) -> assertThat(part.libraries()).allMatch(Files::exists));
		assertThat(this.folder.resolve("lib")).doesNotExist();
	}

	@Test
	void unchangedLibraryKeepsItsTimeAndChangedOneIsReplaced() throws IOException {
		this.layout.add(jar("forum", Map.of(BOOT, "boot", "platform.jar", "old")), "forum");
		var boot = this.folder.resolve("lib").resolve(BOOT);
		Files.setLastModifiedTime(boot, FileTime.fromMillis(0));
		var newer = jar("forum", Map.of(BOOT, "boot", "platform.jar", "new"));
		assertThat(this.layout.isCurrent(newer)).isFalse();
		this.layout.add(newer, "forum");
		assertThat(this.layout.isCurrent(newer)).isTrue();
		assertThat(Files.getLastModifiedTime(boot)).isEqualTo(FileTime.fromMillis(0));
		assertThat(this.folder.resolve("lib/platform.jar")).hasContent("new");
	}

}
