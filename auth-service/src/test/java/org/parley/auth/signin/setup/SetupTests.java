package org.parley.auth.signin.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.UserProfile;
import org.parley.contracts.account.SetupCompleted;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SetupTests {

	private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

	private static final List<FirstCategory> CATEGORIES = List
		.of(new FirstCategory("gardening", "Gardening", null, null));

	private final OpaqueSecret token = OpaqueSecret.generate("parley_setup_", new Random(1));

	private final OpaqueSecret other = OpaqueSecret.generate("parley_setup_", new Random(2));

	private final Setup setup = Setup.begin();

	@Test
	void noTokenIsValidBeforeOneIsIssued() {
		assertRefused(this.token, "setup.token-invalid");
	}

	@Test
	void onlyTheIssuedTokenIsValid() {
		assertThat(this.setup.issue(this.token, NOW)).isTrue();
		assertThatNoException().isThrownBy(() -> this.setup.require(this.token));
		assertRefused(this.other, "setup.token-invalid");
	}

	@Test
	void concurrentStartKeepsTheToken() {
		this.setup.issue(this.token, NOW);
		assertThat(this.setup.issue(this.other, NOW.plus(Setup.STARTING_TOGETHER).minusMillis(1))).isFalse();
		assertRefused(this.other, "setup.token-invalid");
	}

	@Test
	void laterStartReplacesTheToken() {
		this.setup.issue(this.token, NOW);
		assertThat(this.setup.issue(this.other, NOW.plus(Setup.STARTING_TOGETHER))).isTrue();
		assertRefused(this.token, "setup.token-invalid");
		assertThatNoException().isThrownBy(() -> this.setup.require(this.other));
	}

	@Test
	void operatorsTokenReplacesAnyOther() {
		this.setup.issue(this.token, NOW);
		assertThat(this.setup.accept(this.other, NOW)).isTrue();
		assertThat(this.setup.accept(this.other, NOW)).isFalse();
		assertRefused(this.token, "setup.token-invalid");
		assertThatNoException().isThrownBy(() -> this.setup.require(this.other));
	}

	@Test
	void completedSetupAcceptsNoToken() {
		this.setup.issue(this.token, NOW);
		this.setup.complete(" The Tea Party ", "de", CATEGORIES, admin());
		assertThat(this.setup.isDone()).isTrue();
		assertThat(this.setup.forumName()).isEqualTo("The Tea Party");
		assertRefused(this.token, "setup.done");
		assertThat(this.setup.issue(this.other, NOW.plus(Duration.ofDays(1)))).isFalse();
		assertThat(this.setup.accept(this.other, NOW.plus(Duration.ofDays(1)))).isFalse();
		assertThat(this.setup.adopt(NOW)).isFalse();
		assertRefused(this.other, "setup.done");
	}

	@Test
	void completionPublishesForumAndCategories() {
		var admin = admin();
		this.setup.complete("The Tea Party", "de", CATEGORIES, admin);
		assertThat(this.setup.domainEvents())
			.containsExactly(new SetupCompleted(new SetupCompleted.Forum("The Tea Party", "de"),
					CATEGORIES.stream().map(FirstCategory::planned).toList(), admin.reference()));
	}

	@ParameterizedTest
	@CsvSource({ "Gardening, gardening", "Über uns, uber-uns", "日本, ri-ben", "Новости, novosti", "الأخبار, alakhbar",
			"🦊, category" })
	void slugOfCategoryIsMadeOfItsName(String name, String slug) {
		assertThat(new FirstCategory(null, name, null, null).withSlug(Set.of())).extracting(FirstCategory::slug)
			.isEqualTo(slug);
	}

	@Test
	void slugsOfCategoriesAreDistinct() {
		var request = requestFor(new FirstCategory(null, "Talk", null, null),
				new FirstCategory(null, "talk", null, null), new FirstCategory("talk-2", "Gossip", null, null),
				new FirstCategory(null, "a".repeat(60), null, null),
				new FirstCategory(null, "a".repeat(70), null, null));
		assertThat(request.plannedCategories()).extracting(FirstCategory::slug)
			.containsExactly("talk", "talk-3", "talk-2", "a".repeat(50), "a".repeat(40) + "-2");
	}

	@Test
	void secondOfEqualSlugsIsRefused() {
		var request = requestFor(new FirstCategory("talk", "Talk", null, null),
				new FirstCategory("talk", "Gossip", null, null));
		assertThatExceptionOfType(RefusalException.class).isThrownBy(request::plannedCategories)
			.satisfies((problem) -> assertThat(problem.errors()).extracting(FieldProblem::field)
				.containsExactly("categories[1].slug"));
	}

	@Test
	void adoptionCompletesWithoutEvent() {
		this.setup.issue(this.token, NOW);
		assertThat(this.setup.adopt(NOW)).isTrue();
		assertRefused(this.token, "setup.done");
		assertThat(this.setup.forumName()).isEqualTo("Parley");
		assertThat(this.setup.domainEvents()).isEmpty();
	}

	@Test
	void tokenIsNotPrinted() {
		this.setup.issue(this.token, NOW);
		assertThat(this.token.text()).matches("parley_setup_[A-Za-z0-9_-]{43}");
		assertThat(this.token + " " + this.setup).doesNotContain(this.token.text(), this.token.hash());
	}

	private void assertRefused(OpaqueSecret refused, String code) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> this.setup.require(refused))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
	}

	private static User admin() {
		return User.register(Ids.next(), new Username("admin"), "admin@example.org",
				UserProfile.of("Admin", Locale.ENGLISH), "hash", Role.ADMIN, NOW);
	}

	private static SetupRequest requestFor(FirstCategory... categories) {
		return new SetupRequest("token", new SetupRequest.Administrator("alice", "alice@example.org", "secret", null),
				new SetupRequest.ForumName("The Tea Party", null), List.of(categories));
	}

}
