package org.parley.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every collection with a text that a person may have written is exported and erased, or
 * {@code docs/platform/personal-data.md} says why not.
 */
class PersonalTextTests {

	private static final String PAGE = "docs/platform/personal-data.md";

	/** A kind of data in the code, up to the next one. */
	private static final Pattern DECLARED = Pattern.compile(
			"(?s)(?:data\\.(?:of|indexed|withIdPrefix|one)\\(|(anonymize)\\(data, )\\s*\"[\\w-]+\",\\s*\"(\\w+)\"(.*?)(?=\\bdata\\.|anonymize\\(data|return data)");

	private static final Pattern EXPORTED = Pattern.compile("\\.exporting\\(");

	private static final Pattern ERASED = Pattern.compile("\\.deleting\\(|\\.changed\\(|\\.erasedBy\\(");

	/** A row with a module, a collection and a reason. */
	private static final Pattern EXPLAINED = Pattern.compile("(?m)^\\| ([\\w-]+) \\| `(\\w+)` \\| [^|]{15,} \\|$");

	static Stream<String> modules() {
		return RepositoryFiles.modules()
			.stream()
			.filter((module) -> module.startsWith("platform/") || RepositoryFiles.deployedModules().contains(module))
			.filter((module) -> !StoredTypes.of(RepositoryFiles.ROOT.resolve(module)).texts().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("modules")
	void everyCollectionWithTextsIsExportedAndErasedOrExplained(String module) {
		var texts = StoredTypes.of(RepositoryFiles.ROOT.resolve(module)).texts();
		var known = new TreeSet<>(declared(module));
		known.addAll(explained(module));
		assertThat(texts.keySet()).as("with %s; neither exported and erased nor listed in %s", texts, PAGE)
			.isSubsetOf(known);
	}

	@ParameterizedTest
	@MethodSource("modules")
	void noExplainedCollectionIsDeclaredOrGone(String module) {
		var texts = StoredTypes.of(RepositoryFiles.ROOT.resolve(module)).texts().keySet();
		assertThat(explained(module)).isSubsetOf(texts).noneMatch(declared(module)::contains);
	}

	@Test
	void earlierTextsAreFound() {
		assertThat(StoredTypes.of(RepositoryFiles.ROOT.resolve("chat-service")).texts()).containsKeys("messages",
				"message_revisions", "reports");
		assertThat(StoredTypes.of(RepositoryFiles.ROOT.resolve("forum-service")).texts())
			.containsKeys("posts", "post_history", "drafts", "threads")
			.doesNotContainKey("votes");
		assertThat(StoredTypes.of(RepositoryFiles.ROOT.resolve("moderation-service")).texts())
			.containsKeys("case_notes", "statements", "cases");
	}

	@Test
	void textOfInnerTypeIsFound() {
		var source = """
				@Document("letters")
				record Letter(@Id String id, List<Page> pages, Map<String, Integer> counts) {
				}
				record Page(int number, @Nullable String text) {
				}
				""";
		assertThat(StoredTypes.of(List.of(source)).texts()).isEqualTo(Map.of("letters", Set.of("pages.text")));
	}

	/** The collections that are both exported and erased. */
	private static Set<String> declared(String module) {
		var declared = RepositoryFiles.sources(RepositoryFiles.ROOT.resolve(module))
			.flatMap((source) -> RepositoryFiles.find(DECLARED, source))
			.toList();
		var erased = collections(declared, (match) -> match.group(1) != null || has(ERASED, match));
		erased.retainAll(collections(declared, (match) -> has(EXPORTED, match)));
		return erased;
	}

	private static Set<String> collections(List<MatchResult> declared, Predicate<MatchResult> condition) {
		return declared.stream().filter(condition).map((match) -> match.group(2)).collect(Collectors.toSet());
	}

	private static boolean has(Pattern pattern, MatchResult match) {
		return pattern.matcher(match.group(3)).find();
	}

	private static Set<String> explained(String module) {
		return RepositoryFiles.find(EXPLAINED, RepositoryFiles.text(PAGE))
			.filter((match) -> match.group(1).equals(module.substring(module.indexOf('/') + 1)))
			.map((match) -> match.group(2))
			.collect(Collectors.toSet());
	}

}
