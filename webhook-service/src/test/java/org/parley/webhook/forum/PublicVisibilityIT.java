package org.parley.webhook.forum;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.webhook.WebhookIT;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Only messages that the public may read are visible. */
class PublicVisibilityIT extends WebhookIT {

	@Autowired
	private PublicVisibility publicVisibility;

	private final String category = Ids.next();

	private final String thread = Ids.next();

	private final String post = Ids.next();

	@BeforeEach
	void open() {
		this.publicVisibility.saveCategory(this.category, "anyone", 1);
		this.publicVisibility.saveThread(this.thread, this.category, "open", 1);
		this.publicVisibility.savePost(this.post, true, 1);
	}

	@Test
	void messageOfOpenCategoryIsPublic() {
		assertVisibility(Visibility.PUBLIC, Visibility.PUBLIC);
		assertThat(this.publicVisibility.of(MessageSubject.NOTHING)).isEqualTo(Visibility.PUBLIC);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user", "moderator", "admin", "a role of later" })
	void messageOfClosedCategoryIsHidden(String readers) {
		this.publicVisibility.saveCategory(this.category, readers, 2);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
	}

	@Test
	void messageOfRemovedCategoryStaysHidden() {
		this.publicVisibility.removeCategory(this.category);
		this.publicVisibility.saveCategory(this.category, "anyone", 2);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hidden", "removed", "a status of later" })
	void contentOfHiddenThreadIsHidden(String status) {
		this.publicVisibility.saveThread(this.thread, this.category, status, 2);
		assertVisibility(Visibility.HIDDEN, Visibility.PUBLIC);
	}

	@Test
	void contentOfInvisiblePostIsHidden() {
		this.publicVisibility.savePost(this.post, false, 2);
		assertVisibility(Visibility.HIDDEN, Visibility.PUBLIC);
		this.publicVisibility.savePost(this.post, true, 1);
		assertVisibility(Visibility.HIDDEN, Visibility.PUBLIC);
	}

	@Test
	void messageOfThreadMovedToClosedCategoryIsHidden() {
		var closed = Ids.next();
		this.publicVisibility.saveCategory(closed, "moderator", 1);
		this.publicVisibility.saveThread(this.thread, closed, "open", 2);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
	}

	@Test
	void messageOfUnknownCategoryIsUnknown() {
		this.publicVisibility.saveThread(this.thread, Ids.next(), "open", 2);
		assertVisibility(Visibility.UNKNOWN, Visibility.UNKNOWN);
	}

	private void assertVisibility(Visibility content, Visibility reference) {
		assertThat(this.publicVisibility.of(new MessageSubject(this.category, this.thread, this.post, true)))
			.as("message with content")
			.isEqualTo(content);
		assertThat(this.publicVisibility.of(new MessageSubject(this.category, this.thread, this.post, false)))
			.as("message without content")
			.isEqualTo(reference);
	}

}
