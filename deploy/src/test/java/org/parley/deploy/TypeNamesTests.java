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

/** One simple type name has one meaning in the whole repository. */
class TypeNamesTests {

	@Test
	void noSimpleNameHasTwoMeanings() throws IOException {
		assertThat(duplicates(RepositoryFiles.ROOT)).isEmpty();
	}

	@Test
	void nameInTwoModulesIsFound(@TempDir Path root) throws IOException {
		write(root.resolve("one/src/main/java/one/Thread.java"));
		write(root.resolve("platform/two/src/main/java/two/Thread.java"));
		write(root.resolve("two/src/main/java/two/Post.java"));
		write(root.resolve("two/src/test/java/two/Thread.java"));
		assertThat(duplicates(root)).containsOnlyKeys("Thread.java");
	}

	private static void write(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		Files.createFile(file);
	}

	/** The names of main sources that stand in several places, with these places. */
	private static Map<String, Set<String>> duplicates(Path root) throws IOException {
		try (var files = Files.find(root, 20, (file, _) -> isMainSource(root.relativize(file)))) {
			return files
				.collect(Collectors.groupingBy((file) -> file.getFileName().toString(), TreeMap::new,
						Collectors.mapping((file) -> root.relativize(file.getParent()).toString(),
								Collectors.toCollection(TreeSet::new))))
				.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().size() > 1)
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		}
	}

	private static boolean isMainSource(Path file) {
		var path = "/" + file.toString().replace('\\', '/');
		return path.endsWith(".java") && path.contains("/src/main/java/") && !path.contains("/target/")
				&& !path.endsWith("/package-info.java");
	}

}
