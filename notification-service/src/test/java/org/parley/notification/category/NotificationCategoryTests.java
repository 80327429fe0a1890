package org.parley.notification.category;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.readmodels.category.Audience;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationCategoryTests {

	@ParameterizedTest
	@CsvSource({ "anyone, EVERYONE", "user, MEMBERS", "moderator, MODERATORS", "admin, ADMINS", "owner, ADMINS" })
	void unknownRoleRestrictsReadersToAdministrators(String role, Audience readers) {
		assertThat(NotificationCategory.of("category", role, 1).readers()).isEqualTo(readers);
	}

	@Test
	void categoryIsReadableFromItsLeastRoleOn() {
		var category = NotificationCategory.of("category", "moderator", 1);
		assertThat(List.of(Audience.values())).filteredOn(category::isReadableBy)
			.containsExactly(Audience.MODERATORS, Audience.ADMINS);
	}

	@Test
	void removedCategoryIsUnreadable() {
		assertThat(NotificationCategory.removed("category").isReadableBy(Audience.ADMINS)).isFalse();
	}

}
