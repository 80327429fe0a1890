package org.parley.notification.category;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationCategoryTests {

	@ParameterizedTest
	@CsvSource({ "anyone, EVERYONE", "user, MEMBERS", "moderator, MODERATORS", "admin, ADMINS", "owner, ADMINS" })
	void unknownRoleRestrictsReadersToAdministrators(String role, Audience readers) {
		assertThat(NotificationCategory.of("category", role, List.of(), List.of(), 1).readers()).isEqualTo(readers);
	}

	@Test
	void categoryIsReadableFromItsLeastRoleOn() {
		var category = NotificationCategory.of("category", "moderator", List.of(), List.of(), 1);
		assertThat(List.of(Audience.values())).filteredOn((audience) -> category.isReadableBy(Rights.of(audience)))
			.containsExactly(Audience.MODERATORS, Audience.ADMINS);
	}

	@ParameterizedTest
	@CsvSource({ "staff, true", "others, false" })
	void membersOfItsGroupsMayRead(String group, boolean mayRead) {
		var category = NotificationCategory.of("category", "admin", List.of("staff"), List.of(), 1);
		var rights = new Rights(Audience.MEMBERS, Set.of(group), Set.of());
		assertThat(category.isReadableBy(rights)).isEqualTo(mayRead);
		assertThat(NotificationCategory.removed("category").isReadableBy(rights)).isFalse();
	}

	@Test
	void removedCategoryIsUnreadable() {
		assertThat(NotificationCategory.removed("category").isReadableBy(Rights.of(Audience.ADMINS))).isFalse();
	}

}
