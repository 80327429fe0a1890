package org.parley.forum.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.post.Post;
import org.parley.forum.search.LuceneSearch.SearchMatch;
import org.parley.forum.search.index.FilledIndex;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Tests which posts of an index the words of a search find, and in which order. */
class WordSearchTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	private static final Duration YEAR = Duration.ofDays(365);

	private static final String LETTERS = "xyzkmbtqorabcdefghlp";

	@TempDir
	private Path directory;

	private ForumThread thread = thread("A title", NOW);

	private final List<Post> posts = new ArrayList<>();

	private @Nullable FilledIndex filled;

	@AfterEach
	void close() throws IOException {
		if (this.filled != null) {
			this.filled.close();
		}
	}

	/** The rules of words are tested with the analyzer. */
	@ParameterizedTest
	@CsvSource({ "שָׁלוֹם, שלום", "ещё, еще", "ภาษาไทยง่ายนิดเดียว, ไทย", "“don’t”, don't", "C#, c#", "今天天气很好, 天气",
			"Café, cafe", "ｻｰﾊﾞｰ, サーバー", "한국어를, 한국어", "Straße, strasse", "今天天氣很好, 天气", "דובר צה״ל, צה\"ל",
			"می‌خواهم بروم, می خواهم", "میخواهم بروم, می‌خواهم", "សាលារៀន, រៀន", "မြန်မာနိုင်ငံ, နိုင်ငံ",
			"자연어 처리, 자연어처리", "größe, groesse", "🎉 Party, 🎉", "v1.2.3 is out, 1.2.3", "node.js 24, node.js",
			"at 10:30, 10:30", "WLAN mit 2.4GHz, 2.4GHz", "um 10:30Uhr, 10:30Uhr", "'kostet 9,99EUR', '9,99EUR'",
			"802.11ac, 802.11", "我们去了台北101大樓, 台北101", "이 아이폰15프로, 아이폰15", "192.168.1.10, 192.168",
			"my e-mail, '\"my e-mail\"'" })
	void wordsOfAnyScriptAreFound(String text, String query) {
		var post = post(text);
		post("C and C++, 🎈, 1.2.4, code and js, 10 of 30");
		assertThat(find(query)).containsExactly(post);
	}

	@Test
	void textIsFoundAsReadersSeeIt() {
		var post = post("Read [the *guide*](https://harbour.example/media) says ||lantern|| :tada:");
		assertThat(find("\"the guide says\"")).containsExactly(post);
		assertThat(find("🎉")).containsExactly(post);
		assertThat(find("lantern")).containsExactly(post);
		for (var unseen : List.of("media", "harbour", "tada")) {
			assertThat(find(unseen)).as(unseen).isEmpty();
		}
	}

	@Test
	void phrasesAreRequiredAndExclusionsApply() {
		var together = post("harbour alpha beta");
		var apart = post("harbour beta alpha");
		assertThat(find("harbour")).containsExactlyInAnyOrder(together, apart);
		assertThat(find("\"harbour alpha\"")).containsExactly(together);
		assertThat(find("harbour -\"beta alpha\"")).containsExactly(together);
		assertThat(find("harbour lantern")).containsExactlyInAnyOrder(together, apart);
	}

	@Test
	void titlesWeighMoreThanFreshPosts() {
		this.thread = thread("About the harbour", NOW.minus(YEAR));
		var post = post("The harbour in the text");
		assertThat(find("harbour")).containsExactly(this.thread.id(), post);
	}

	@Test
	void fresherHitComesFirstAmongEquals() {
		var fresh = post("Some harbour");
		var old = post("Some harbour", NOW.minus(YEAR));
		assertThat(find("harbour")).containsExactly(fresh, old);
	}

	@Test
	void newerHitComesFirstAmongEquallyFreshOnes() {
		var first = post("Some harbour");
		var second = post("Some harbour");
		assertThat(find("harbour")).containsExactly(second, first);
	}

	@Test
	void betterOldPostComesBeforeFreshPost() {
		var old = post("harbour ".repeat(6), NOW.minus(YEAR));
		var fresh = post("Only once harbour in rather many other words "
				+ "about tomatoes peppers balconies sunshine watering fertilizer");
		assertThat(find("harbour")).containsExactly(old, fresh);
	}

	@Test
	void typingErrorsAreForgiven() {
		var wrongLetters = LETTERS.replace("xyz", "xzy");
		var right = post(LETTERS + " and some other words");
		var wrong = post(wrongLetters + " " + wrongLetters);
		assertThat(find(LETTERS)).containsExactly(right, wrong);
		assertThat(find(LETTERS.substring(0, 10) + LETTERS.substring(12))).containsExactly(right);
		assertThat(find("\"" + LETTERS + "\"")).containsExactly(right);
		assertThat(find(LETTERS + " -" + wrongLetters)).containsExactly(right);
	}

	@Test
	void unfinishedLastWordIsCompleted() {
		var post = post("Some " + LETTERS + "ending");
		assertThat(find(LETTERS + "ending")).containsExactly(post);
		assertThat(find(LETTERS)).containsExactly(post);
		assertThat(find("harbour " + LETTERS)).containsExactly(post);
		assertThat(find(LETTERS + " harbour")).isEmpty();
	}

	@Test
	void numbersHaveNoTypingErrors() {
		var post = post("harbour1234567");
		assertThat(find("harbour1234567")).containsExactly(post);
		assertThat(find("harbour1234568")).isEmpty();
	}

	@Test
	void rareWordsWeighMoreThanCommonOnes() {
		IntStream.range(0, 30).forEach((_) -> post("common"));
		var rare = post("harbour in rather many other words of a text about something");
		assertThat(find("common harbour")).hasSize(31).startsWith(rare);
	}

	@ParameterizedTest
	@ValueSource(strings = { "_", "\"_\"", "x*y?", "a~9 b^99", "content:x title:x", "AND OR NOT", "x TO y", "北京",
			"aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm nnnn oooo pppp qqqq rrrr ssss",
			"a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9", "x -_", "\uD83D\uDE00 x" })
	void anyTextIsSearched(String text) {
		assertThatCode(() -> find(text)).doesNotThrowAnyException();
	}

	private static ForumThread thread(String title, Instant createdAt) {
		return ForumThread.start("general", "alice", title, List.of(), "", createdAt);
	}

	private String post(String content) {
		return post(content, NOW);
	}

	private String post(String content, Instant createdAt) {
		var post = Post.reply(this.thread.id(), this.posts.size() + 2, "alice", null, content, "", createdAt);
		this.posts.add(post);
		return post.id();
	}

	/** Indexes all posts at the first search. */
	private List<String> find(String text) {
		var query = SearchQuery.parse(text);
		var index = filled().index();
		var weights = index.read((searcher) -> WordWeights.of(query, searcher.getIndexReader()));
		var readers = new ListAudience(Rights.of(Audience.EVERYONE), Map.of("general", "general"), "everyone");
		var indexQuery = new IndexQuery(query, SearchCursor.first(SearchRanking.RELEVANCE, NOW, weights, 100), readers,
				null);
		return SearchMatch.of(index.find(indexQuery.build(), indexQuery.order(), null, 100))
			.stream()
			.map(SearchMatch::id)
			.toList();
	}

	private FilledIndex filled() {
		if (this.filled == null) {
			IntStream.range(0, 100).forEach((number) -> post("Nothing to find " + "here ".repeat(number % 9)));
			try {
				this.filled = new FilledIndex(this.directory, this.thread, this.posts);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return this.filled;
	}

}
