package org.parley.forum.profile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestAccounts;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class MemberProfileIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void votesChangeReputation() {
		var thread = this.forum.thread(this.alice, this.forum.category());
		var post = this.forum.reply(this.alice, thread);
		assertThat(profile(this.alice).data().path("reputation").asInt(-1)).isZero();
		this.forum.vote(this.bob, "/threads/" + thread, 1);
		this.forum.vote(this.bob, "/posts/" + post, 1);
		this.forum.vote(TestUser.with(), "/posts/" + post, 1);
		soon().untilAsserted(() -> assertThat(reputation(this.alice)).isEqualTo(3));
		this.forum.vote(this.bob, "/posts/" + post, -1);
		soon().untilAsserted(() -> assertThat(reputation(this.alice)).isEqualTo(1));
		assertThat(reputation(this.bob)).isZero();
	}

	@Test
	void usernameMatchesIgnoringCase() {
		this.forum.thread(this.alice, this.forum.category());
		var found = this.forum.get(GUEST, "/members/" + this.alice.username().toUpperCase(Locale.ROOT));
		assertThat(found.data().path("id").asString()).isEqualTo(this.alice.id());
		assertThat(found.data().path("username").asString()).isEqualTo(this.alice.username());
		assertThat(found.data().propertyNames()).containsExactly("id", "username", "displayName", "avatarUrl",
				"reputation");
	}

	@Test
	void unknownMemberIsNotFound() {
		assertThat(profile(this.bob).code()).isEqualTo("member.not-found");
	}

	/** The events of their accounts have not arrived. */
	@Test
	void memberWhoHasJustRegisteredIsFound() {
		assertThat(profile(TestAccounts.register()).status()).isEqualTo(200);
		var searched = TestAccounts.register().username();
		assertThat(suggested("/members?q=" + searched)).containsExactly(searched);
		var admin = TestUser.with("moderator", "admin");
		var category = this.forum.get(admin, "/categories/" + this.forum.category()).data().path("slug").asString();
		var moderator = "/categories/" + category + "/moderators/" + TestAccounts.register().username();
		assertThat(this.forum.put(admin, moderator, null).status()).isLessThan(300);
	}

	@Test
	void membersAreSuggestedByTheBeginningOfTheirUsername() {
		var category = this.forum.category();
		this.forum.thread(this.alice, category);
		this.forum.thread(this.bob, category);
		var name = this.alice.username();
		assertThat(suggested("/members?q=" + name.toUpperCase(Locale.ROOT))).containsExactly(name);
		assertThat(suggested("/members?q=" + name.substring(0, name.length() - 1))).contains(name).isSorted();
		assertThat(suggested("/members?q=" + name + "-")).isEmpty();
		assertThat(suggested("/members?q=p&limit=1")).hasSize(1);
		assertThat(this.forum.call(TestUser.with(), "GET", "/members?q=p&cursor=x", null).toString())
			.contains("\"field\":\"cursor\"", "combination");
		assertThat(suggested("/members?q=deleted")).doesNotContain("deleted");
	}

	@ParameterizedTest
	@CsvSource({
			// displayed name, what is searched for, whether it is found
			"Zoë Ångström, zoe ang, true", "Zoë Ångström, ZOË, true", "Łucja, Łuc, true", "Дмитрий, дми, true",
			"王小明, 王小, true", "محمد, مح, true", "Zoë, Zoey, false", "Z.o%e, z.o%, true", "Z.o%e, .*, false",
			// words, in the spellings of other keyboards
			"Zoë Ångström, Ångström, true", "Zoë Ångström, angst, true", "Łukasz Żółć, lukasz, true",
			"Łukasz Żółć, zolc luk, true", "José, jose, true", "Jürgen Müller, muller, true",
			"Jürgen Müller, mueller, true", "Søren, soeren, true", "Søren, soren, true", "Åse, aase, true",
			"Фёдор, федор, true", "Федор, фёд, true", "שָׁלוֹם, שלום, true", "Đặng Thị, dang, true",
			"Strauß, strauss, true", "佐藤 花子, 花子, true", "مُحَمَّد, محمد, true", "Browning, brownin, true",
			"Mueller, muller, false", "Zoë Ångström, strom, false", "Łukasz, ukasz, false" })
	void membersAreSuggestedByTheBeginningOfTheirDisplayedName(String displayed, String text, boolean isFound) {
		var id = Ids.next();
		var username = "x" + id.substring(12).toLowerCase(Locale.ROOT);
		var named = new TestUser(id, username, TestTokens.claims(id, username).claim("name", displayed).sign());
		this.forum.post(named, "/drafts", Map.of("content", "I am here."));
		var query = "/members?limit=20&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
		assertThat(suggested(query).contains(username)).isEqualTo(isFound);
	}

	@Test
	void suggestionsNeedASignInAndTheBeginningOfAName() {
		assertThat(this.forum.get(GUEST, "/members?q=al").code()).isEqualTo("auth.required");
		for (var query : List.of("?q=", "?q=%20a", "?q=a%00", "?q=a%0A", "?q=" + "a".repeat(51), "?q=al&limit=21")) {
			assertThat(this.forum.get(this.alice, "/members" + query).status()).as(query).isEqualTo(400);
		}
	}

	@Test
	void membersAreListedNewestFirstToMembersOnly() {
		var category = this.forum.category();
		var people = List.of(TestUser.with(), TestUser.with(), TestUser.with());
		people.forEach((person) -> this.forum.thread(person, category));
		var newest = people.reversed().stream().map(TestUser::username).toList();
		var listed = suggested("/members?limit=20");
		assertThat(listed).containsSubsequence(newest).doesNotContain("deleted");
		var first = this.forum.get(this.bob, "/members?limit=1");
		assertThat(first.data().findValuesAsString("username")).isEqualTo(listed.subList(0, 1));
		var next = first.body().at("/meta/pagination/next").asString();
		assertThat(suggested("/members?limit=19&cursor=" + next)).isEqualTo(listed.subList(1, listed.size()));
		assertThat(this.forum.get(GUEST, "/members").code()).isEqualTo("auth.required");
		assertThat(this.forum.get(this.bob, "/members?cursor=x").status()).isEqualTo(400);
	}

	private List<String> suggested(String path) {
		return this.forum.get(this.bob, path).data().findValuesAsString("username");
	}

	private int reputation(TestUser user) {
		return profile(user).data().path("reputation").asInt(-1);
	}

	private TestResponse profile(TestUser user) {
		return this.forum.get(GUEST, "/members/" + user.username());
	}

}
