package org.parley.forum.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.post.Post;
import org.parley.forum.search.index.FilledIndex;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import static org.assertj.core.api.Assertions.assertThat;

/** Matches that cannot be among the best are skipped, and only those. */
class IndexQueryTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	private static final List<String> WORDS = List.of("harbour", "lantern", "meadow", "orchard", "pebble", "quarry");

	private static final int POSTS = 20_000;

	private static final int PAGE = 21;

	@TempDir
	private static Path directory;

	private static FilledIndex filled;

	@BeforeAll
	static void fill() throws IOException {
		var random = new Random(7);
		var thread = ForumThread.start("general", "alice", "A harbour with a lantern", List.of(), "", NOW);
		filled = new FilledIndex(directory, thread,
				IntStream.range(0, POSTS)
					.mapToObj((number) -> Post.reply(thread.id(), number + 2, "alice", null, text(random), "",
							NOW.minus(Duration.ofHours(random.nextInt(5_000)))))
					.toList());
	}

	@AfterAll
	static void close() throws IOException {
		filled.close();
	}

	/** Most words are common, and some posts say little else. */
	private static String text(Random random) {
		var words = WORDS.get(random.nextInt(WORDS.size())) + " ";
		return words.repeat(1 + random.nextInt(3)) + WORDS.get(random.nextInt(WORDS.size()))
				+ " and".repeat(random.nextInt(60));
	}

	@ParameterizedTest
	@ValueSource(strings = { "harbour", "harbour meadow", "lantern meadow quarry", "pebble -orchard",
			"harbour before:2026-10-01", "harbour lantern meadow orchard pebble quarry" })
	void skippingChangesNoHit(String query) {
		var all = search(query, 10, Integer.MAX_VALUE);
		var best = search(query, 10, PAGE);
		assertThat(best.totalHits.value()).isLessThan(all.totalHits.value() / 2);
		assertThat(numbers(best)).isEqualTo(numbers(all));
	}

	@Test
	void freshnessAloneIsNoMatch() {
		assertThat(search("absent", 10, Integer.MAX_VALUE).scoreDocs).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"harbour meadow\" quarry", "harbour meadow" })
	void phrasesAndRareWordsHaveTheSameHits(String query) {
		assertThat(numbers(search(query, -10, PAGE))).isEqualTo(numbers(search(query, -10, Integer.MAX_VALUE)));
	}

	private static TopDocs search(String text, int weight, int counted) {
		var query = SearchQuery.parse(text);
		var weights = new WordWeights(Collections.nCopies(query.required().size(), weight));
		var cursor = SearchCursor.first(SearchRanking.RELEVANCE, NOW, weights, PAGE);
		var readers = new ListAudience(Rights.of(Audience.EVERYONE), Map.of("general", "general"), "everyone");
		var indexQuery = new IndexQuery(query, cursor, readers, null);
		return filled.index()
			.read((searcher) -> searcher.search(indexQuery.build(),
					new TopFieldCollectorManager(indexQuery.order(), PAGE, null, counted)));
	}

	private static List<Integer> numbers(TopDocs found) {
		return Arrays.stream(found.scoreDocs).map((hit) -> hit.doc).toList();
	}

}
