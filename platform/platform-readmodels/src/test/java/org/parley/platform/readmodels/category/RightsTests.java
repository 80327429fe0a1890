package org.parley.platform.readmodels.category;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.platform.readmodels.category.Rights.NotModeratingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RightsTests {

	private final ProtectedCategory theirs = new Known("theirs", Audience.EVERYONE);

	private final ProtectedCategory another = new Known("another", Audience.EVERYONE);

	private final Rights local = new Rights(Audience.MEMBERS, Set.of(), Set.of(this.theirs.id()));

	@Test
	void categoryModeratorIsMemberElsewhere() {
		assertThat(this.local.in(this.theirs)).isEqualTo(Audience.MODERATORS);
		assertThat(this.local.in(this.another)).isEqualTo(Audience.MEMBERS);
		assertThat(this.local.mayModerate(this.theirs)).isTrue();
		assertThat(this.local.mayModerate(this.another)).isFalse();
	}

	@Test
	void moderatingCategoryGrantsNoReadAccess() {
		var closed = new Known("closed", Audience.MODERATORS);
		var rights = new Rights(Audience.MEMBERS, Set.of(), Set.of(closed.id()));
		assertThat(rights.in(closed)).isEqualTo(Audience.MEMBERS);
		assertThat(rights.mayModerate(closed)).isFalse();
	}

	@Test
	void unreadableCategoryCannotBeModerated() {
		assertThat(Rights.of(Audience.MODERATORS).mayModerate(this.another)).isTrue();
		assertThat(Rights.of(Audience.MODERATORS).mayModerate(new Known("closed", Audience.ADMINS))).isFalse();
	}

	@Test
	void requireModeratingAcceptsAnyModerator() {
		assertThatCode(this.local::requireModerating).doesNotThrowAnyException();
		assertThatCode(Rights.of(Audience.ADMINS)::requireModerating).doesNotThrowAnyException();
		assertThatThrownBy(Rights.of(Audience.MEMBERS)::requireModerating).isInstanceOf(NotModeratingException.class)
			.hasFieldOrPropertyWithValue("code", "auth.forbidden");
	}

	@Test
	void requireModeratingAcceptsModeratorOfCategory() {
		assertThatCode(() -> this.local.requireModerating(this.theirs)).doesNotThrowAnyException();
		assertThatThrownBy(() -> this.local.requireModerating(this.another)).isInstanceOf(NotModeratingException.class);
	}

	@Test
	void equalRightsWithinCategoryAreEqual() {
		var both = new Rights(Audience.MEMBERS, Set.of(), Set.of(this.theirs.id(), this.another.id()));
		assertThat(both.within(this.theirs)).isEqualTo(this.local.within(this.theirs));
		assertThat(both.within(this.theirs).mayModerate(this.another)).isFalse();
		assertThat(this.local.within(this.another)).isEqualTo(Rights.of(Audience.MEMBERS));
		assertThat(Rights.of(Audience.MODERATORS).within(this.theirs)).isEqualTo(Rights.of(Audience.MODERATORS));
	}

	@Test
	void highestAudienceIsModerators() {
		assertThat(this.local.highest()).isEqualTo(Audience.MODERATORS);
		assertThat(this.local.within(this.another).highest()).isEqualTo(Audience.MEMBERS);
		assertThat(Rights.of(Audience.ADMINS).highest()).isEqualTo(Audience.ADMINS);
	}

	@ParameterizedTest
	@EnumSource(Audience.class)
	void rightsWithoutCategoriesAreEqualEverywhere(Audience audience) {
		var rights = Rights.of(audience);
		assertThat(rights.differByCategory()).isFalse();
		assertThat(rights.in(this.theirs)).isEqualTo(audience);
	}

	@ParameterizedTest
	@CsvSource({ "EVERYONE, '', EVERYONE, a, true", "EVERYONE, '', ADMINS, a, false", "MEMBERS, a, ADMINS, a, true",
			"MEMBERS, b, ADMINS, a, false", "MEMBERS, a b, ADMINS, b c, true", "MEMBERS, a, MEMBERS, '', true",
			"MEMBERS, a, ADMINS, '', false", "MODERATORS, '', ADMINS, a, false", "MODERATORS, '', MODERATORS, a, true",
			"ADMINS, '', ADMINS, a, true" })
	void roleOrGroupGrantsReading(Audience audience, String own, Audience least, String groups, boolean mayRead) {
		var rights = new Rights(audience, set(own), Set.of());
		var category = new GroupsOnly(least, set(groups));
		assertThat(rights.mayRead(category)).isEqualTo(mayRead);
		assertThat(rights.within(category).mayRead(category)).isEqualTo(mayRead);
		assertThat(rights.moderating(Set.of("groups")).mayModerate(category)).isEqualTo(mayRead);
	}

	@Test
	void readersOfCategoryAreReadersByRoleAndMembersOfEachGroup() {
		var category = new GroupsOnly(Audience.ADMINS, Set.of("a", "b"));
		assertThat(Rights.ofReaders(category)).containsExactlyInAnyOrder(Rights.of(Audience.ADMINS),
				new Rights(Audience.MEMBERS, Set.of("a"), Set.of()),
				new Rights(Audience.MEMBERS, Set.of("b"), Set.of()));
		assertThat(Rights.ofReaders(this.theirs)).containsExactly(Rights.of(Audience.EVERYONE));
	}

	private static Set<String> set(String names) {
		return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
	}

	private record GroupsOnly(Audience readers, Set<String> readerGroups) implements ProtectedCategory {

		@Override
		public String id() {
			return "groups";
		}

	}

	private record Known(String id, Audience readers) implements ProtectedCategory {
	}

}
