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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.forum.ForumIT;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.search.SearchHit.Highlight;
import org.parley.forum.search.Search.UsedTag;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.domain.Ids;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of every {@link Search}. Tests write through the API and wait for results,
 * because an implementation may index with a delay. {@link WordSearchTests} has the words
 * and the order of hits.
 */
@ExtendWith(FollowedIndex.class)
abstract class SearchContract extends ForumIT {

	@Autowired
	private CategoryAccess categories;

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	/** A word that occurs in no other test. */
	private final String word = "w" + Ids.next().toLowerCase(Locale.ROOT);

	/** A tag of few characters that occurs in no other test. */
	private final String tag = this.word.substring(this.word.length() - 16);

	private String category = "";

	/** The implementation under test. */
	abstract Search search();

	@BeforeEach
	void createCategory() {
		this.category = this.forum.category();
	}

	@Test
	void findsTitlesTagsAndPostsWithHighlights() {
		var thread = thread("About " + this.word, "Some **bold** text");
		var post = reply(this.bob, thread, "I know List<" + this.word + "> & more");
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactlyInAnyOrder(thread, post));
		assertThat(page(this.word, SearchRanking.RELEVANCE, 1)).hasSize(1);
		var hits = find(this.word).stream().collect(Collectors.toMap(SearchHit::id, (hit) -> hit));
		assertThat(hits.get(thread)).satisfies((hit) -> {
			assertThat(hit.kind()).isEqualTo(SearchHit.Kind.THREAD);
			assertThat(hit.number()).isOne();
			assertThat(hit.author().username()).isEqualTo(this.alice.username());
			assertThat(hit.category()).isEqualTo(this.category);
			assertThat(hit.highlights())
				.containsExactly(new Highlight("title", "About <mark>" + this.word + "</mark>"));
		});
		assertThat(hits.get(post)).satisfies((hit) -> {
			assertThat(hit.kind()).isEqualTo(SearchHit.Kind.POST);
			assertThat(hit.threadId()).isEqualTo(thread);
			assertThat(hit.number()).isEqualTo(2);
			assertThat(hit.author().username()).isEqualTo(this.bob.username());
			assertThat(hit.highlights()).extracting(Highlight::html)
				.contains("I know List&lt;<mark>" + this.word + "</mark>&gt; &amp; more");
		});
	}

	@Test
	void postOfOtherSpellingIsHighlighted() {
		var post = reply(this.alice, thread("A title", "Text"), "Köln" + this.word + " is *on* the Rhine");
		soon().untilAsserted(() -> assertThat(ids("koeln" + this.word)).containsExactly(post));
		assertThat(find("koeln" + this.word).getFirst().highlights())
			.containsExactly(new Highlight("content", "<mark>Köln" + this.word + "</mark> is on the Rhine"));
	}

	@Test
	void followsChangesOfPosts() {
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
	void followsChangesOfThreads() {
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
	void followsChangesOfReadAccess() {
		var inside = this.forum.category("members", "members");
		var moved = thread("Moved " + this.word, "Text");
		var closed = thread("Closed " + this.word, "Text");
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactlyInAnyOrder(moved, closed));
		this.forum.post(this.forum.moderator(), "/threads/" + moved + "/move", Map.of("category", inside));
		soon().untilAsserted(() -> assertThat(ids(this.word)).containsExactly(closed));
		this.forum.patch(this.forum.admin(), "/categories/" + this.category, Map.of("read", "moderators"));
		soon().untilAsserted(() -> assertThat(ids(this.word)).isEmpty());
		soon().untilAsserted(() -> assertThat(find(this.word, readers(Audience.MEMBERS))).extracting(SearchHit::id)
			.containsExactly(moved));
		assertThat(find(this.word, readers(Audience.MODERATORS))).extracting(SearchHit::id)
			.containsExactlyInAnyOrder(moved, closed);
	}

	@Test
	void unreadableContentDoesNotShortenPages() {
		var inside = this.forum.category("moderators", "moderators");
		var open = reply(this.alice, thread("A title", "Text"), this.word);
		IntStream.range(0, 5)
			.forEach((_) -> this.forum.post(this.forum.moderator(), "/threads",
					Map.of("category", inside, "title", "Secret " + this.word, "content", this.word)));
		soon().untilAsserted(() -> assertThat(find(this.word, readers(Audience.MODERATORS))).hasSize(11));
		for (var ranking : SearchRanking.values()) {
			assertThat(page(this.word, ranking, 1)).extracting(SearchHit::id).containsExactly(open);
			assertThat(page(this.word, ranking, 2)).hasSize(1);
		}
		for (var operators : List.of("category:" + inside, "author:" + this.forum.moderator().username())) {
			assertThat(find(operators)).isEmpty();
		}
	}

	@Test
	void everyOperatorFilters() {
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
	void operatorsAloneSortNewestFirst() {
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
		assertThat(find(by)).allSatisfy((hit) -> assertThat(hit.highlights()).isEmpty());
		assertThat(ids(by + " category:" + this.category)).containsExactly(late, early);
		assertThat(ids("category:" + this.category)).containsExactly(second, first);
		soon().untilAsserted(() -> assertThat(ids("is:unanswered category:" + this.category)).isEmpty());
		assertThat(readAll(by, SearchRanking.NEWEST, 1, () -> {
		})).isEqualTo(ids(by));
		assertThat(page(by, SearchRanking.NEWEST, 2)).hasSize(2);
		assertThat(page("category:" + this.category, SearchRanking.NEWEST, 1)).hasSize(1);
	}

	@Test
	void tagsAreSuggestedByBeginningWithTheirUses() {
		tagged(this.category, this.tag + "-soil");
		tagged(this.category, this.tag.toUpperCase(Locale.ROOT) + "-Soil", this.tag + "seeds");
		tagged(this.category, this.tag + "-soil", this.tag);
		soon().untilAsserted(() -> assertThat(tags(this.tag)).containsExactly(new UsedTag(this.tag + "-soil", 3),
				new UsedTag(this.tag, 1), new UsedTag(this.tag + "seeds", 1)));
		assertThat(tags(this.tag.toUpperCase(Locale.ROOT) + "-S")).extracting(UsedTag::tag)
			.containsExactly(this.tag + "-soil");
		assertThat(tags(this.tag + "x")).isEmpty();
		assertThat(search().tags(this.tag, readers(Audience.EVERYONE), 1)).hasSize(1);
		assertThat(search().tags("", readers(Audience.EVERYONE), 50)).isNotEmpty();
	}

	@Test
	void tagsOfUnreadableThreadsAreNotSuggested() {
		var inside = this.forum.category("members", "members");
		tagged(inside, this.tag + "inside");
		var hidden = tagged(this.category, this.tag + "hidden");
		var retagged = tagged(this.category, this.tag + "before");
		soon().untilAsserted(() -> assertThat(tags(this.tag)).extracting(UsedTag::tag)
			.containsExactlyInAnyOrder(this.tag + "hidden", this.tag + "before"));
		assertThat(search().tags(this.tag, readers(Audience.MEMBERS), 5)).hasSize(3);
		this.forum.post(this.forum.moderator(), "/threads/" + hidden + "/hide", null);
		this.forum.patch(this.alice, "/threads/" + retagged, Map.of("tags", List.of(this.tag + "after")));
		soon().untilAsserted(
				() -> assertThat(tags(this.tag)).extracting(UsedTag::tag).containsExactly(this.tag + "after"));
		this.forum.patch(this.forum.admin(), "/categories/" + this.category, Map.of("read", "moderators"));
		soon().untilAsserted(() -> assertThat(tags(this.tag)).isEmpty());
	}

	private String tagged(String where, String... tags) {
		var started = this.forum.post(this.alice, "/threads",
				Map.of("category", where, "title", "A title", "content", "Text", "tags", List.of(tags)));
		assertThat(started.status()).as(started.toString()).isEqualTo(201);
		return started.id();
	}

	private List<UsedTag> tags(String beginning) {
		return search().tags(beginning, readers(Audience.EVERYONE), 5);
	}

	@ParameterizedTest
	@EnumSource
	void cursorsReturnEachHitOnceDuringWrites(SearchRanking ranking) {
		var thread = thread("About " + this.word, "Text " + this.word);
		var before = IntStream.range(0, 7)
			.mapToObj((number) -> reply(this.alice, thread, this.word + " and more".repeat(number % 3)))
			.collect(Collectors.toSet());
		soon().untilAsserted(() -> assertThat(ids(this.word)).hasSize(9));
		var later = new ArrayList<String>();
		var found = readAll(this.word, ranking, 2, () -> later.add(reply(this.bob, thread, "Later " + this.word)));
		assertThat(found).doesNotHaveDuplicates().containsAll(before).contains(thread);
		assertThat(later).isNotEmpty();
	}

	private String thread(String title, String content) {
		return this.forum
			.post(this.alice, "/threads", Map.of("category", this.category, "title", title, "content", content))
			.id();
	}

	private String reply(TestUser author, String thread, String content) {
		return this.forum.post(author, "/posts", Map.of("threadId", thread, "content", content)).id();
	}

	private ListAudience readers(Audience audience) {
		return new ListAudience(Rights.of(audience),
				this.categories.visible(Rights.of(audience))
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
		var ranking = query.isForWords() ? SearchRanking.RELEVANCE : SearchRanking.NEWEST;
		return search().find(query, SearchCursor.first(ranking, Instant.now(), search().weigh(query), 100), readers);
	}

	private List<SearchHit> page(String text, SearchRanking ranking, int max) {
		var query = SearchQuery.parse(text);
		return search().find(query, SearchCursor.first(ranking, Instant.now(), search().weigh(query), max),
				readers(Audience.EVERYONE));
	}

	/** Reads all pages and runs a task between them. */
	private List<String> readAll(String text, SearchRanking ranking, int limit, Runnable betweenPages) {
		var query = SearchQuery.parse(text);
		var cursor = SearchCursor.first(ranking, Instant.now(), search().weigh(query), limit);
		var found = new ArrayList<String>();
		var page = search().find(query, cursor, readers(Audience.EVERYONE));
		while (!page.isEmpty()) {
			found.addAll(page.stream().map(SearchHit::id).toList());
			betweenPages.run();
			cursor = SearchCursor.of(ranking, query, cursor.after(page.getLast()).encoded(),
					Instant.now().plus(Duration.ofDays(365)), limit);
			page = search().find(query, cursor, readers(Audience.EVERYONE));
		}
		return found;
	}

}
