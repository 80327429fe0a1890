package org.parley.forum.category.moderator;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Appointment and dismissal of moderators. */
class ModeratorIT extends ForumIT {

	private String category = "";

	private TestUser member = GUEST;

	@BeforeEach
	void createCategoryAndMember() {
		this.category = this.forum.category();
		this.member = known();
	}

	@Test
	void moderatorAppointedByAdminIsListed() {
		assertThat(appoint(this.forum.admin(), this.member).status()).isEqualTo(204);
		var seen = this.forum.get(GUEST, moderators());
		assertThat(seen.status()).isEqualTo(200);
		assertThat(seen.data()).singleElement().satisfies((person) -> {
			assertThat(person.path("id").asString()).isEqualTo(this.member.id());
			assertThat(person.path("username").asString()).isEqualTo(this.member.username());
		});
		assertThat(this.forum.get(GUEST, moderators(), "If-None-Match", seen.header("ETag")).status()).isEqualTo(304);
	}

	@Test
	void moderatedCategoriesAreListed() {
		assertThat(moderatedBy(this.member)).isEmpty();
		assertThat(moderatedBy(GUEST)).isEmpty();
		appoint(this.forum.admin(), this.member);
		assertThat(moderatedBy(this.member)).containsExactly(this.category);
		assertThat(moderatedBy(TestUser.with("moderator"))).contains(this.category);
		assertThat(this.forum.get(this.member, "/categories?moderated=perhaps").status()).isEqualTo(400);
	}

	private List<String> moderatedBy(TestUser person) {
		return this.forum.get(person, "/categories?moderated=true").data().findValuesAsString("slug");
	}

	@Test
	void usernamesMatchIgnoringCaseAndAreSorted() {
		var people = List.of(this.member, known(), known());
		people.forEach((member) -> this.forum.put(this.forum.admin(),
				moderators() + "/" + member.username().toUpperCase(Locale.ROOT), null));
		assertThat(this.forum.get(GUEST, moderators()).data().findValuesAsString("username"))
			.containsExactlyElementsOf(people.stream().map(TestUser::username).sorted().toList());
	}

	@Test
	void repeatedAppointmentAndDismissalChangeNothing() {
		appoint(this.forum.admin(), this.member);
		var version = version();
		assertThat(appoint(this.forum.admin(), this.member).status()).isEqualTo(204);
		assertThat(version()).isEqualTo(version);
		assertThat(dismiss(this.forum.admin(), this.member).status()).isEqualTo(204);
		assertThat(version()).isEqualTo(version + 1);
		assertThat(dismiss(this.forum.admin(), this.member).status()).isEqualTo(204);
		assertThat(version()).isEqualTo(version + 1);
		assertThat(this.forum.get(GUEST, moderators()).data()).isEmpty();
	}

	@Test
	void appointmentByNonAdminIsRefused() {
		this.forum.appoint(this.member, this.category);
		refused(GUEST, 401, "auth.required");
		for (var user : List.of(TestUser.with(), this.member, this.forum.moderator(), limited("user", "admin"))) {
			refused(user, 403, "auth.forbidden");
		}
		for (var scope : List.of("threads:write", "moderation")) {
			refused(limited("admin", scope), 403, "auth.scope-missing");
		}
		assertThat(this.forum.get(GUEST, moderators()).data()).hasSize(1);
	}

	@Test
	void clientWithAdminScopeMayAppoint() {
		assertThat(appoint(limited("admin", "admin"), this.member).status()).isEqualTo(204);
	}

	@Test
	void unknownMemberCannotBeAppointed() {
		for (var username : List.of("no-one", "deleted", "$ne", "%D0%B0")) {
			for (var method : List.of("PUT", "DELETE")) {
				var reply = this.forum.call(this.forum.admin(), method, moderators() + "/" + username, null);
				assertThat(reply.status()).isEqualTo(404);
				assertThat(reply.code()).isEqualTo("member.not-found");
			}
		}
	}

	@Test
	void moderatorsOfUnknownCategoryAreNotFound() {
		var nowhere = "/categories/nowhere/moderators";
		for (var reply : List.of(this.forum.get(GUEST, nowhere),
				this.forum.put(this.forum.admin(), nowhere + "/" + this.member.username(), null),
				this.forum.delete(this.forum.admin(), nowhere + "/no-one"))) {
			assertThat(reply.status()).isEqualTo(404);
			assertThat(reply.code()).isEqualTo("category.not-found");
		}
	}

	@Test
	void appointmentGrantsNoReadAccess() {
		this.category = this.forum.category("moderators", "moderators");
		var thread = this.forum.thread(this.forum.moderator(), this.category);
		this.forum.appoint(this.member, this.category);
		for (var user : List.of(GUEST, TestUser.with(), this.member)) {
			assertThat(this.forum.get(user, moderators()).code()).isEqualTo("category.not-found");
			assertThat(this.forum.get(user, "/threads/" + thread).code()).isEqualTo("thread.not-found");
		}
		assertThat(this.forum.get(this.forum.moderator(), moderators()).data()).hasSize(1);
		assertThat(this.forum.post(this.member, "/threads/" + thread + "/lock", null).status()).isEqualTo(404);
	}

	@Test
	void concurrentAppointmentsAllSucceed() throws Exception {
		var people = Stream.generate(this::known).limit(8).toList();
		var together = new CyclicBarrier(people.size());
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var appointed = threads.invokeAll(people.stream().<Callable<Integer>>map((member) -> () -> {
				together.await(20, TimeUnit.SECONDS);
				return appoint(this.forum.admin(), member).status();
			}).toList());
			for (var status : appointed) {
				assertThat(status.get()).isEqualTo(204);
			}
		}
		assertThat(this.forum.get(GUEST, moderators()).data().findValuesAsString("id"))
			.containsExactlyInAnyOrderElementsOf(people.stream().map(TestUser::id).toList());
	}

	/** A member who has written, so that the forum has stored them. */
	private TestUser known() {
		var user = TestUser.with();
		this.forum.reply(user, this.forum.thread(user, this.category));
		return user;
	}

	private static TestUser limited(String role, String scope) {
		var id = Ids.next();
		var username = "p" + id.substring(12).toLowerCase(Locale.ROOT);
		return new TestUser(id, username, TestTokens.claims(id, username, role).claim("scope", scope).sign());
	}

	private void refused(TestUser caller, int status, String code) {
		for (var reply : List.of(appoint(caller, this.member), dismiss(caller, this.member))) {
			assertThat(reply.status()).isEqualTo(status);
			assertThat(reply.code()).isEqualTo(code);
		}
	}

	private TestResponse appoint(TestUser caller, TestUser member) {
		return this.forum.put(caller, moderators() + "/" + member.username(), null);
	}

	private TestResponse dismiss(TestUser caller, TestUser member) {
		return this.forum.delete(caller, moderators() + "/" + member.username());
	}

	private String moderators() {
		return "/categories/" + this.category + "/moderators";
	}

	private long version() {
		return this.forum.get(GUEST, "/categories/" + this.category).data().path("version").asLong();
	}

}
