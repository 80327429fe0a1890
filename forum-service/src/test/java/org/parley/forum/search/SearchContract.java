package org.parley.forum.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.forum.ForumIT;
import org.parley.forum.Somebody;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.search.SearchHit.Highlight;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.security.category.Audience;
import org.parley.platform.web.Ids;
import org.parley.platform.web.paging.Cursor;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every engine behind {@link Search} does. The forum is written to as clients do; an
 * engine may follow a moment later, so what is expected comes soon.
 */
abstract class SearchContract extends ForumIT {

	@Autowired
	private CategoryAccess categories;

	private final Somebody alice = Somebody.with();

	private final Somebody bob = Somebody.with();

	/** A word that nothing else has. */
	private final String word = "w" + Ids.next().toLowerCase(Locale.ROOT);

	private String category = "";

	/** The engine. */
	abstract Search search();

	/** Makes the engine believe that a post or a thread is older than it is. */
	abstract void age(SearchHit searchHit, Duration by);

	@BeforeEach
	void aCategory() {
		this.category = this.forum.category();
	}

	@Test
	void findsTitlesTagsAndPostsAndSaysWhere() {
		var thread = thread("About " + this.word, "Some **bold** text");
		var post = reply(this.bob, thread, "I know <b>" + this.word + "</b> & more");
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactlyInAnyOrder(thread, post));
		var hits = find(this.word).stream().collect(Collectors.toMap(SearchHit::id, (searchHit) -> searchHit));
		assertThat(hits.get(thread)).satisfies((searchHit) -> {
			assertThat(searchHit.kind()).isEqualTo(SearchHit.Kind.THREAD);
			assertThat(searchHit.number()).isNull();
			assertThat(searchHit.author().username()).isEqualTo(this.alice.username());
			assertThat(searchHit.category()).isEqualTo(this.category);
			assertThat(searchHit.highlights())
				.containsExactly(new Highlight("title", "About <mark>" + this.word + "</mark>"));
		});
		assertThat(hits.get(post)).satisfies((searchHit) -> {
			assertThat(searchHit.kind()).isEqualTo(SearchHit.Kind.POST);
			assertThat(searchHit.threadId()).isEqualTo(thread);
			assertThat(searchHit.number()).isEqualTo(2);
			assertThat(searchHit.author().username()).isEqualTo(this.bob.username());
			assertThat(searchHit.highlights()).extracting(Highlight::html)
				.contains("I know &lt;b&gt;<mark>" + this.word + "</mark>&lt;/b&gt; &amp; more");
		});
	}

	@Test
	void followsWhatIsWrittenEditedRemovedAndRestored() {
		var post = reply(this.alice, thread("A title", "Text"), "Some " + this.word);
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(post));
		this.forum.patch(this.alice, "/posts/" + post, Map.of("content", "Something else"));
		soon().untilAsserted(() -> assertThat(ids(this.word)).isEmpty());
		this.forum.patch(this.alice, "/posts/" + post, Map.of("content", "Again " + this.word));
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(post));
		this.forum.delete(this.alice, "/posts/" + post);
		soon().untilAsserted(() -> assertThat(ids(this.word)).isEmpty());
		this.forum.post(this.alice, "/posts/" + post + "/restore", null);
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(post));
	}

	@Test
	void followsThreadsThatAreRenamedHiddenAndRemoved() {
		var thread = thread("About " + this.word, "Also " + this.word);
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(2));
		this.forum.patch(this.alice, "/threads/" + thread, Map.of("title", "Another title"));
		soon().untilAsserted(
				() -> assertThat(find(this.word)).extracting(SearchHit::kind).containsExactly(SearchHit.Kind.POST));
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/hide", null);
		soon().untilAsserted(() -> assertThat(ids(this.word)).isEmpty());
		assertThat(find(this.word, readers(Audience.ADMINS))).isEmpty();
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/unhide", null);
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(1));
		this.forum.delete(this.alice, "/threads/" + thread);
		soon().untilAsserted(() -> assertThat(find(this.word, readers(Audience.ADMINS))).isEmpty());
	}

	@Test
	void followsThreadsAndCategoriesThatClose() {
		var inside = this.forum.category("members", "members");
		var moved = thread("Moved " + this.word, "Text");
		var closed = thread("Closed " + this.word, "Text");
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactlyInAnyOrder(moved, closed));
		this.forum.post(this.forum.moderator(), "/threads/" + moved + "/move", Map.of("category", inside));
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(closed));
		this.forum.patch(this.forum.admin(), "/categories/" + this.category, Map.of("read", "moderators"));
		soon().untilAsserted(() -> assertThat(ids(this.word)).isEmpty());
		assertThat(find(this.word, readers(Audience.MEMBERS))).extracting(SearchHit::id).containsExactly(moved);
		assertThat(find(this.word, readers(Audience.MODERATORS))).extracting(SearchHit::id)
			.containsExactlyInAnyOrder(moved, closed);
	}

	@Test
	void whatMayNotBeReadTakesNoPlace() {
		var inside = this.forum.category("moderators", "moderators");
		var open = reply(this.alice, thread("A title", "Text"), this.word);
		IntStream.range(0, 5)
			.forEach((_) -> this.forum.post(this.forum.moderator(), "/threads",
					Map.of("category", inside, "title", "Secret " + this.word, "content", this.word)));
		soon().untilAsserted(() -> assertThat(find(this.word, readers(Audience.MODERATORS))).hasSize(11));
		for (var searchRanking : SearchRanking.values()) {
			assertThat(page(this.word, searchRanking, null, 1, Instant.now())).extracting(SearchHit::id)
				.containsExactly(open);
			assertThat(page(this.word, searchRanking, null, 2, Instant.now())).hasSize(1);
		}
		for (var operators : List.of("category:" + inside, "author:" + this.forum.moderator().username())) {
			assertThat(find(operators)).isEmpty();
		}
	}

	@Test
	void phrasesMustOccurAndWhatIsUnwantedMustNot() {
		var thread = thread("A title", "Text");
		var together = reply(this.alice, thread, this.word + " alpha beta");
		var apart = reply(this.alice, thread, this.word + " beta alpha");
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactlyInAnyOrder(together, apart));
		assertThat(ids("\"" + this.word + " alpha\"")).containsExactly(together);
		assertThat(ids(this.word + " -\"beta alpha\"")).containsExactly(together);
		assertThat(ids(this.word + " no" + this.word)).containsExactlyInAnyOrder(together, apart);
	}

	@Test
	void everyOperatorNarrows() {
		var thread = thread("A title", "First " + this.word);
		var his = reply(this.bob, thread, "His " + this.word);
		var other = this.forum
			.post(this.alice, "/threads", Map.of("category", this.forum.category(), "title", "Other " + this.word,
					"content", "Text", "tags", List.of("soil")))
			.id();
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(3));
		assertThat(ids(this.word + " author:" + this.bob.username())).containsExactly(his);
		assertThat(ids(this.word + " Author:@" + this.bob.username().toUpperCase(Locale.ROOT))).containsExactly(his);
		assertThat(ids(this.word + " tag:soil")).containsExactly(other);
		assertThat(ids(this.word + " category:" + this.category)).hasSize(2).contains(his).doesNotContain(other);
		assertThat(ids(this.word + " category:no-such-category")).isEmpty();
		assertThat(ids(this.word + " author:nobody-at-all")).isEmpty();
		soon().untilAsserted(() -> assertThat(ids(this.word + " is:unanswered")).containsExactly(other));
		this.forum.put(this.alice, "/threads/" + thread + "/answer", Map.of("postId", his));
		soon().untilAsserted(() -> assertThat(ids(this.word + " is:solved")).hasSize(2).contains(his));
		var today = LocalDate.now(ZoneOffset.UTC);
		assertThat(ids(this.word + " after:" + today.minusDays(1))).hasSize(3);
		assertThat(ids(this.word + " before:" + today.minusDays(1))).isEmpty();
		assertThat(ids(this.word + " before:" + today.plusDays(1) + " author:" + this.bob.username()))
			.containsExactly(his);
	}

	@Test
	void operatorsAloneGiveTheYoungestFirst() {
		var first = thread("First", "Text");
		var second = thread("Second", "Text");
		var early = reply(this.bob, second, "Early");
		var late = reply(this.bob, first, "Late");
		var elsewhere = this.forum
			.post(this.bob, "/threads",
					Map.of("category", this.forum.category(), "title", "Elsewhere", "content", "Text"))
			.id();
		var by = "author:" + this.bob.username();
		soon().untilAsserted(() -> assertThat(find(by)).hasSize(3));
		assertThat(find(by)).extracting(SearchHit::threadId).containsExactly(elsewhere, first, second);
		assertThat(find(by)).allSatisfy((searchHit) -> assertThat(searchHit.highlights()).isEmpty());
		assertThat(ids(by + " category:" + this.category)).containsExactly(late, early);
		assertThat(ids("category:" + this.category)).containsExactly(second, first);
		soon().untilAsserted(() -> assertThat(ids("is:unanswered category:" + this.category)).isEmpty());
		assertThat(walk(by, SearchRanking.NEWEST, 1, () -> {
		})).isEqualTo(ids(by));
	}

	@Test
	void titlesWeighMoreThanTextsHoweverFreshTheseAre() {
		var inText = thread("Something", this.word + " in the text");
		var inTitle = thread("About " + this.word, "Text");
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(2));
		find(this.word).stream()
			.filter((searchHit) -> searchHit.id().equals(inTitle))
			.forEach((searchHit) -> age(searchHit, years(1)));
		soon().untilAsserted(() -> assertThat(page(this.word, SearchRanking.RELEVANCE, null, 10, Instant.now()))
			.extracting(SearchHit::threadId)
			.containsExactly(inTitle, inText));
	}

	@Test
	void ofWhatFitsEquallyTheFresherComesFirst() {
		var thread = thread("A title", "Text");
		var fresh = reply(this.alice, thread, "Some " + this.word);
		var old = reply(this.alice, thread, "Some " + this.word);
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(old, fresh));
		find(this.word).stream()
			.filter((searchHit) -> searchHit.id().equals(old))
			.forEach((searchHit) -> age(searchHit, years(1)));
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(fresh, old));
	}

	@Test
	void anOldPostThatFitsMuchBetterComesBeforeAFreshOne() {
		var thread = thread("A title", "Text");
		var old = reply(this.alice, thread, (this.word + " ").repeat(6));
		var fresh = reply(this.alice, thread, "Only once " + this.word + " in rather many other words "
				+ "about tomatoes peppers balconies sunshine watering fertilizer");
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(2));
		find(this.word).stream()
			.filter((searchHit) -> searchHit.id().equals(old))
			.forEach((searchHit) -> age(searchHit, years(1)));
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(old, fresh));
	}

	@ParameterizedTest
	@EnumSource
	void aWalkMeetsEveryHitOnceWhileOthersWrite(SearchRanking searchRanking) {
		var thread = thread("About " + this.word, "Text " + this.word);
		var before = IntStream.range(0, 7)
			.mapToObj((number) -> reply(this.alice, thread, this.word + " and more".repeat(number % 3)))
			.collect(Collectors.toSet());
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(9));
		var later = new ArrayList<String>();
		var met = walk(this.word, searchRanking, 2, () -> later.add(reply(this.bob, thread, "Later " + this.word)));
		assertThat(met).doesNotHaveDuplicates().containsAll(before).contains(thread);
		assertThat(later).isNotEmpty();
	}

	@Test
	void noMoreIsGivenThanIsAskedFor() {
		var thread = thread("A title", "Text");
		IntStream.range(0, 5).forEach((_) -> reply(this.alice, thread, this.word));
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(5));
		assertThat(page(this.word, SearchRanking.RELEVANCE, null, 3, Instant.now())).hasSize(3);
		assertThat(page("author:" + this.alice.username(), SearchRanking.NEWEST, null, 3, Instant.now())).hasSize(3);
		assertThat(page("category:" + this.category, SearchRanking.NEWEST, null, 1, Instant.now())).hasSize(1);
	}

	private static Duration years(int years) {
		return Duration.ofDays(365L * years);
	}

	private String thread(String title, String content) {
		return this.forum
			.post(this.alice, "/threads", Map.of("category", this.category, "title", title, "content", content))
			.id();
	}

	private String reply(Somebody author, String thread, String content) {
		return this.forum.post(author, "/posts", Map.of("threadId", thread, "content", content)).id();
	}

	private ListAudience readers(Audience audience) {
		return new ListAudience(audience,
				this.categories.visible(audience)
					.stream()
					.collect(Collectors.toUnmodifiableMap(Category::id, Category::slug)),
				audience.name());
	}

	private List<String> ids(String query) {
		return find(query).stream().map(SearchHit::id).toList();
	}

	private List<SearchHit> find(String query) {
		return find(query, readers(Audience.EVERYONE));
	}

	private List<SearchHit> find(String text, ListAudience readers) {
		var query = SearchQuery.parse(text);
		var searchRanking = query.isForWords() ? SearchRanking.RELEVANCE : SearchRanking.NEWEST;
		return search().find(query, new SearchCursor(searchRanking, Instant.now(), null, 100), readers);
	}

	private List<SearchHit> page(String query, SearchRanking searchRanking, @Nullable Cursor from, int most,
			Instant began) {
		return search().find(SearchQuery.parse(query), new SearchCursor(searchRanking, began, from, most),
				readers(Audience.EVERYONE));
	}

	/** Page by page, while something happens between them. */
	private List<String> walk(String query, SearchRanking searchRanking, int limit, Runnable meanwhile) {
		var began = Instant.now();
		var met = new ArrayList<String>();
		var page = page(query, searchRanking, null, limit, began);
		while (!page.isEmpty()) {
			met.addAll(page.stream().map(SearchHit::id).toList());
			meanwhile.run();
			var walk = SearchCursor.of(searchRanking, null, began, limit);
			var further = SearchCursor.of(searchRanking, walk.after(page.getLast()).encoded(),
					Instant.now().plus(years(1)), limit);
			page = search().find(SearchQuery.parse(query), further, readers(Audience.EVERYONE));
		}
		return met;
	}

}
