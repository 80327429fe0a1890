package org.parley.forum.category;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.forum.category.CategoryMother.ADMIN;

class CategoryTests {

	private final Category category = CategoryMother.open("gardening");

	@Test
	void newCategoryHasNoModerators() {
		assertThat(this.category.moderators()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Gardening, gardening", "हिन्दी, hindi", "サーバー, saba", "日本語 フォーラム, ri-ben-yu-foramu",
			"Straßen & Plätze, strassen-platze", "Объявления, obavlenia", "محادثة, mhadtht", "한국어, hangugeo", "C++, c",
			"🎉, category", "l’été, lete", "Объект № 1, obekt-no-1" })
	void slugIsMadeOfTheWordsOfTheName(String name, String slug) {
		var request = new CategoryRequest(null, name, null, null, null, null, null, null, null);
		assertThat(request.newSlug(List.of())).isEqualTo(slug);
	}

	@ParameterizedTest
	@CsvSource({ "C, C++, c-2", "🎉, 🎈, category-2", "食, 時, shi-2", "🎉, 🎉, category",
			"Gardening, gardening, gardening" })
	void slugOfAnotherNameIsNumbered(String first, String second, String slug) {
		var other = aNamed(first, List.of());
		assertThat(aNamed(second, List.of(other)).slug()).isEqualTo(slug);
	}

	@Test
	void changeOfNothingChangesNothing() {
		assertThat(this.category.change(aChange(null, null), ADMIN)).isFalse();
		assertThat(this.category.change(aChange("gardening", Audience.EVERYONE), ADMIN)).isFalse();
		assertThat(this.category.change(aChange("Garden", null), ADMIN)).isTrue();
		assertThat(this.category.change(aChange(null, Audience.MEMBERS), ADMIN)).isTrue();
	}

	private static CategoryRequest aChange(@Nullable String name, @Nullable Audience read) {
		return new CategoryRequest(null, name, null, null, null, read, null, null, null);
	}

	private static Category aNamed(String name, List<Category> others) {
		var request = new CategoryRequest(null, name, null, null, null, null, null, null, null);
		return Category.create(request.newSlug(others), request, ADMIN);
	}

	@Test
	void moderatorsAreListedInOrderOfAppointment() {
		assertThat(this.category.appoint("bob", ADMIN)).isTrue();
		assertThat(this.category.appoint("anna", ADMIN)).isTrue();
		assertThat(this.category.moderators()).containsExactly("bob", "anna");
	}

	@Test
	void repeatedAppointmentChangesNothing() {
		this.category.appoint("bob", ADMIN);
		assertThat(this.category.appoint("bob", ADMIN)).isFalse();
		assertThat(this.category.moderators()).containsExactly("bob");
	}

	@Test
	void dismissalRemovesModerator() {
		this.category.appoint("bob", ADMIN);
		this.category.appoint("anna", ADMIN);
		assertThat(this.category.dismiss("bob", ADMIN)).isTrue();
		assertThat(this.category.dismiss("bob", ADMIN)).isFalse();
		assertThat(this.category.moderators()).containsExactly("anna");
	}

	@Test
	void fiftyFirstModeratorIsRefused() {
		IntStream.range(0, 50).forEach((number) -> this.category.appoint("m" + number, ADMIN));
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> this.category.appoint("one more", ADMIN))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("category.too-many-moderators"));
		assertThat(this.category.appoint("m7", ADMIN)).isFalse();
		this.category.dismiss("m7", ADMIN);
		assertThat(this.category.appoint("one more", ADMIN)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "MEMBERS, false, ", "MEMBERS, true, MEMBERS", "MODERATORS, false, MODERATORS",
			"MODERATORS, true, MODERATORS", "ADMINS, false, ADMINS", "EVERYONE, false, ", "EVERYONE, true, " })
	void appointmentAddsModerationForReaders(Audience audience, boolean appointed, @Nullable Audience highestReaders) {
		for (var read : Audience.values()) {
			var here = CategoryMother.category("here", read, Audience.ADMINS);
			if (appointed) {
				here.appoint("bob", ADMIN);
			}
			assertThat(here.rightsOf("bob", Rights.of(audience)).mayModerate(here)).as(read.name())
				.isEqualTo(highestReaders != null && highestReaders.includes(read));
		}
	}

	@ParameterizedTest
	@CsvSource({ "EVERYONE, '', false, false", "MEMBERS, '', false, false", "MEMBERS, other, false, false",
			"MEMBERS, readers, true, false", "MEMBERS, writers, false, false", "MEMBERS, readers writers, true, true",
			"MODERATORS, '', false, false", "MODERATORS, readers writers, true, true", "ADMINS, '', true, true" })
	void groupsAddReadersAndWriters(Audience audience, String groups, boolean reads, boolean posts) {
		var rights = new Rights(audience, groups.isEmpty() ? Set.of() : Set.of(groups.split(" ", -1)), Set.of());
		var closed = CategoryMother.ofGroups("readers", "writers");
		assertThat(rights.mayRead(closed)).isEqualTo(reads);
		assertThat(closed.isPostableBy(rights)).isEqualTo(posts);
	}

	@ParameterizedTest
	@CsvSource({ "EVERYONE, MEMBERS, readGroups", "MEMBERS, ADMINS, readGroups", "ADMINS, MEMBERS, postGroups" })
	void groupsWithoutEffectAreRefused(Audience read, Audience post, String field) {
		var open = CategoryMother.category("open", read, post);
		var groups = List.of("readers");
		var request = new CategoryRequest(null, null, null, null, null, null, null,
				field.equals("readGroups") ? groups : null, field.equals("postGroups") ? groups : null);
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> open.change(request, ADMIN))
			.satisfies((refusal) -> assertThat(refusal.errors()).singleElement().satisfies((error) -> {
				assertThat(error.code()).isEqualTo("category.groups-without-effect");
				assertThat(error.field()).isEqualTo(field);
			}));
	}

	@Test
	void changeOfCategoryKeepsModerators() {
		this.category.appoint("bob", ADMIN);
		this.category.change(new CategoryRequest(null, "Renamed", null, null, null, null, null, null, null), ADMIN);
		assertThat(this.category.moderators()).containsExactly("bob");
	}

}
