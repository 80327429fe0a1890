package org.parley.notification.category;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.security.category.Audience;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationCategoryTests {

	@ParameterizedTest
	@CsvSource({ "anyone, ANYONE", "user, USER", "moderator, MODERATOR", "admin, ADMIN", "owner, ADMIN" })
	void roleIsStoredInUpperCase(String role, String stored) {
		assertThat(NotificationCategory.of("category", role, 1).readers()).isEqualTo(stored);
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
