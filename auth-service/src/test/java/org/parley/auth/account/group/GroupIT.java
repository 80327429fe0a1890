package org.parley.auth.account.group;

import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.nimbusds.jwt.SignedJWT;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.Scene;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class GroupIT extends Scene {

	private static final String GROUPS = "/api/v1/admin/groups";

	@Autowired
	private Race race;

	@Test
	void memberHasTheGroupInTheNextTokenAndLosesTheOldOne() throws ParseException {
		var group = create(name());
		var member = this.api.register();
		assertThat(groupsOf(member)).isEmpty();
		assertThat(add(group, member).status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").as(member).send().code()).isEqualTo("auth.token-invalid");
		var after = TestUser.of(this.api.refresh(member.refreshToken()).send());
		assertThat(groupsOf(after)).containsExactly(group);
		assertThat(remove(group, member).status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").as(after).send().code()).isEqualTo("auth.token-invalid");
		assertThat(groupsOf(TestUser.of(this.api.refresh(after.refreshToken()).send()))).isEmpty();
	}

	@Test
	void repeatedChangesLeaveTokensValid() {
		var group = create(name());
		var member = this.api.register();
		add(group, member);
		var after = TestUser.of(this.api.refresh(member.refreshToken()).send());
		assertThat(add(group, member).status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").as(after).send().status()).isEqualTo(200);
		remove(group, member);
		var outside = TestUser.of(this.api.refresh(after.refreshToken()).send());
		assertThat(remove(group, member).status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").as(outside).send().status()).isEqualTo(200);
	}

	@Test
	void membersAreListedByUsername() {
		var group = create(name());
		var people = Stream.generate(this.api::register).limit(3).toList();
		people.forEach((person) -> add(group, person));
		var first = get(GROUPS + "/" + group + "/members?limit=2");
		var cursor = first.body().at("/meta/pagination/next").asString();
		var second = get(GROUPS + "/" + group + "/members?limit=2&cursor=" + cursor);
		assertThat(Stream.concat(names(first), names(second))).containsExactlyElementsOf(
				people.stream().map((person) -> person.username().toLowerCase(Locale.ROOT)).sorted().toList());
		assertThat(get(GROUPS + "/" + group).data().path("members").asInt()).isEqualTo(3);
	}

	@Test
	void groupIsRenamedAndRemoved() throws ParseException {
		var group = create(name());
		var member = this.api.register();
		add(group, member);
		var read = get(GROUPS + "/" + group);
		var renamed = this.api.patch(GROUPS + "/" + group, "{\"name\": \"%s\"}".formatted(name()))
			.as(this.api.admin())
			.header("If-Match", read.header("ETag"))
			.send();
		assertThat(renamed.status()).isEqualTo(200);
		assertThat(this.api.patch(GROUPS + "/" + group, "{\"name\": \"Late\"}")
			.as(this.api.admin())
			.header("If-Match", read.header("ETag"))
			.send()
			.status()).isEqualTo(412);
		assertThat(this.api.delete(GROUPS + "/" + group).as(this.api.admin()).send().status()).isEqualTo(204);
		assertThat(get(GROUPS + "/" + group).code()).isEqualTo("group.not-found");
		assertThat(groupsOf(TestUser.of(this.api.refresh(member.refreshToken()).send()))).isEmpty();
	}

	@Test
	void personIsNotAddedToGroupThatIsRemovedMeanwhile() throws ParseException {
		var group = create(name());
		var person = this.api.register();
		var late = this.race.holding("update groups", () -> add(group, person),
				() -> assertThat(this.api.delete(GROUPS + "/" + group).as(this.api.admin()).send().status())
					.isEqualTo(204));
		assertThat(late.code()).isEqualTo("group.not-found");
		assertThat(groupsOf(TestUser.of(this.api.refresh(person.refreshToken()).send()))).isEmpty();
	}

	@Test
	void nameIsUniqueRegardlessOfCase() {
		var name = name();
		create(name);
		assertThat(post(name.toUpperCase(Locale.ROOT)).code()).isEqualTo("group.name-taken");
		var other = create(name());
		assertThat(this.api.patch(GROUPS + "/" + other, "{\"name\": \"%s\"}".formatted(name))
			.as(this.api.admin())
			.send()
			.code()).isEqualTo("group.name-taken");
	}

	@Test
	void personBelongsToFiftyGroupsAtMost() {
		var member = this.api.register();
		var many = IntStream.range(0, 50).mapToObj((_) -> Ids.next()).toList();
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(member.id())), Update.update("groups", many),
				"users");
		assertThat(add(create(name()), member).code()).isEqualTo("group.too-many-of-person");
	}

	@Test
	void groupHasTenThousandMembersAtMost() throws Exception {
		var group = create(name());
		var last = List.of(this.api.register(), this.api.register());
		var others = IntStream.range(0, 9_999)
			.mapToObj((number) -> new Document("_id", Ids.next()).append("usernameKey", group + number)
				.append("emailKey", group + number)
				.append("groups", List.of(group)))
			.toList();
		this.mongo.getCollection("users").insertMany(others);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = threads
				.invokeAll(last.stream().map((person) -> (Callable<TestResponse>) () -> add(group, person)).toList());
			assertThat(List.of(answers.getFirst().get().status(), answers.getLast().get().status()))
				.containsExactlyInAnyOrder(204, 409);
		}
		finally {
			this.mongo.remove(Query.query(Criteria.where("groups").is(group)), "users");
		}
	}

	@Test
	void invisibleNameIsRefused() {
		assertThat(post("a\u202eb").status()).isEqualTo(400);
	}

	private String create(String name) {
		var created = post(name);
		assertThat(created.status()).isEqualTo(201);
		return created.data().path("id").asString();
	}

	private TestResponse post(String name) {
		return this.api.post(GROUPS, "{\"name\": \"%s\"}".formatted(name)).as(this.api.admin()).send();
	}

	private TestResponse get(String path) {
		return this.api.get(path).as(this.api.admin()).send();
	}

	private TestResponse add(String group, TestUser person) {
		return this.api.put(member(group, person), "").as(this.api.admin()).send();
	}

	private TestResponse remove(String group, TestUser person) {
		return this.api.delete(member(group, person)).as(this.api.admin()).send();
	}

	private static String member(String group, TestUser person) {
		return GROUPS + "/" + group + "/members/" + person.username();
	}

	private static Stream<String> names(TestResponse page) {
		return page.data().valueStream().map((member) -> member.path("username").asString().toLowerCase(Locale.ROOT));
	}

	private static List<String> groupsOf(TestUser user) throws ParseException {
		return SignedJWT.parse(user.accessToken()).getJWTClaimsSet().getStringListClaim("groups");
	}

	private static String name() {
		return "Group " + Ids.next();
	}

}
