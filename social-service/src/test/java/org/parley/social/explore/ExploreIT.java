package org.parley.social.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import org.parley.social.SocialServiceIT;

import static org.assertj.core.api.Assertions.assertThat;

class ExploreIT extends SocialServiceIT {

	@Test
	void newestPublicPostsComeFirst() {
		var alice = aPerson();
		var first = aPost(alice, "public");
		aPost(alice, "followers");
		aPost(alice, "private");
		var second = aPost(alice, "public");
		assertThat(ids(TestUser.GUEST, "/explore")).startsWith(second, first);
		assertThat(ids(TestUser.GUEST, "/explore?sort=new&window=day")).startsWith(second, first);
	}

	@Test
	void hashtagLeadsToItsPublicPosts() {
		var alice = aPerson();
		var tag = "tea" + alice.username();
		var first = aPost(alice, "public", "I like #%s and #Größe".formatted(tag.toUpperCase(Locale.ROOT)));
		var second = aPost(alice, "public", "More #%s!".formatted(tag));
		aPost(alice, "followers", "Mine: #" + tag);
		aPost(alice, "public", "No `#%s`".formatted(tag));
		assertThat(ids(TestUser.GUEST, "/explore?tag=" + tag)).containsExactly(second, first);
		assertThat(ids(alice, "/explore?tag=GR%C3%96%C3%9FE")).contains(first);
		assertThat(this.api.get(alice, "/posts/" + second).body().at("/data/html").asString())
			.contains("<a href=\"/explore?tag&#61;%s\" class=\"hashtag\">".formatted(tag));
		var edited = this.api.patch(alice, "/posts/" + second, Map.of("text", "No more"));
		assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
		assertThat(ids(TestUser.GUEST, "/explore?tag=" + tag)).containsExactly(first);
		assertThat(this.api.get(alice, "/explore?tag=").status()).isEqualTo(400);
	}

	@Test
	void reactionsAndCommentsLiftAPost() {
		var alice = aPerson();
		var bob = aPerson();
		var loved = aPost(alice, "public");
		var plain = aPost(alice, "public");
		for (int i = 0; i < 8; i++) {
			comment(bob, loved, null);
		}
		forgetTopPosts();
		assertThat(ids(TestUser.GUEST, "/explore?sort=top&window=day")).containsSubsequence(loved, plain);
		for (var window : List.of("day", "week", "month", "year", "all")) {
			var leaders = this.api.get(TestUser.GUEST, "/leaderboard?window=" + window).body().path("data");
			assertThat(leaders).isNotEmpty();
		}
		assertThat(this.api.get(alice, "/explore?sort=top&window=century").status()).isEqualTo(400);
		assertThat(this.api.get(alice, "/leaderboard?window=century").status()).isEqualTo(400);
	}

	@Test
	void topPagesRepeatNothingWhileScoresChange() {
		var alice = aPerson();
		var posts = IntStream.range(0, 6).mapToObj((_) -> aPost(alice, "public")).toList();
		posts.forEach((post) -> react(alice, "/posts/" + post, "like"));
		forgetTopPosts();
		var seen = new ArrayList<String>();
		for (var cursor = ""; cursor != null;) {
			var page = this.api.get(alice, "/explore?sort=top&window=day&limit=20" + cursor).body();
			page.path("data").forEach((item) -> seen.add(item.path("id").asString()));
			posts.forEach((post) -> comment(alice, post, null));
			var next = page.at("/meta/pagination/next");
			cursor = next.isNull() ? null : "&cursor=" + next.asString();
		}
		assertThat(seen).doesNotHaveDuplicates().containsAll(posts);
	}

	@Test
	void leaderboardOmitsPrivateAndBlockedPeople() {
		var alice = aPerson();
		var post = aPost(alice, "public");
		for (int i = 0; i < 30; i++) {
			comment(alice, post, null);
		}
		var bob = aPerson();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(leaders(bob)).contains(alice.id()));
		block(bob, alice);
		assertThat(leaders(bob)).doesNotContain(alice.id());
		assertThat(leaders(TestUser.GUEST)).contains(alice.id());
		setPrivate(alice, true);
		assertThat(leaders(TestUser.GUEST)).doesNotContain(alice.id());
	}

	private List<String> leaders(TestUser reader) {
		return this.api.get(reader, "/leaderboard?limit=100")
			.body()
			.path("data")
			.valueStream()
			.map((leader) -> leader.at("/person/id").asString())
			.toList();
	}

}
