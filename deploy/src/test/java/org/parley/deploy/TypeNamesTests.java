package org.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One simple type name has one meaning in a module. */
class TypeNamesTests {

	@Test
	void noSimpleNameHasTwoMeanings() throws IOException {
		assertThat(duplicates(RepositoryFiles.ROOT)).isEmpty();
	}

	@Test
	void nameInTwoPackagesOfOneModuleIsFound(@TempDir Path root) throws IOException {
		write(root.resolve("platform/one/src/main/java/one/Thread.java"));
		write(root.resolve("platform/one/src/main/java/one/event/Thread.java"));
		write(root.resolve("platform/one/src/main/java/one/Post.java"));
		write(root.resolve("platform/one/src/test/java/one/Post.java"));
		assertThat(duplicates(root)).containsOnlyKeys("platform/one: Thread.java");
	}

	@Test
	void nameInTwoModulesIsAccepted(@TempDir Path root) throws IOException {
		write(root.resolve("one/src/main/java/one/Thread.java"));
		write(root.resolve("two/src/main/java/two/Thread.java"));
		assertThat(duplicates(root)).isEmpty();
	}

	private static void write(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		Files.createFile(file);
	}

	/**
	 * The names of a module's main sources that stand in several packages, with these.
	 */
	private static Map<String, Set<String>> duplicates(Path root) throws IOException {
		try (var files = Files.find(root, 20, (file, _) -> isMainSource(root.relativize(file)))) {
			return files
				.collect(Collectors.groupingBy((file) -> moduleOf(root, file) + ": " + file.getFileName(), TreeMap::new,
						Collectors.mapping((file) -> root.relativize(file.getParent()).toString(),
								Collectors.toCollection(TreeSet::new))))
				.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().size() > 1)
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		}
	}

	private static String moduleOf(Path root, Path file) {
		return root.relativize(file).toString().replace('\\', '/').replaceFirst("/src/main/java/.*", "");
	}

	private static boolean isMainSource(Path file) {
		var path = "/" + file.toString().replace('\\', '/');
		return path.endsWith(".java") && path.contains("/src/main/java/") && !path.contains("/target/")
				&& !path.endsWith("/package-info.java");
	}

}
