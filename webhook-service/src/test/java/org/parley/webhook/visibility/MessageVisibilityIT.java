package org.parley.webhook.visibility;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.readmodels.category.Audience;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.visibility.MessageVisibility.VisibilityQuery;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A guest receives what guests may read; someone unknown counts as a guest. */
class MessageVisibilityIT extends WebhookIT {

	@Autowired
	private MessageVisibility messageVisibility;

	private final String category = Ids.next();

	private final String thread = Ids.next();

	private final String post = Ids.next();

	@BeforeEach
	void open() {
		this.messageVisibility.saveCategory(this.category, "anyone", Set.of(), 1);
		this.messageVisibility.saveThread(this.thread, this.category, "open", Set.of(), 1);
		this.messageVisibility.saveItem(this.post, true, 1);
	}

	@Test
	void messageOfOpenCategoryIsPublic() {
		assertVisibility(Visibility.READABLE, Visibility.READABLE);
		assertThat(this.messageVisibility.of(new VisibilityQuery(MessageSubject.NOTHING, Ids.next(), Audience.ADMINS)))
			.isEqualTo(Visibility.READABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user", "moderator", "admin", "a role of later" })
	void messageOfClosedCategoryIsHidden(String readers) {
		this.messageVisibility.saveCategory(this.category, readers, Set.of(), 2);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
	}

	/** Events may come again and in any order. */
	@Test
	void readersBeforeAChangeAreKnown() {
		var id = Ids.next();
		var groups = Set.of(Ids.next());
		assertThat(this.messageVisibility.saveCategory(id, "moderator", groups, 1)).isEmpty();
		for (int time = 0; time < 2; time++) {
			assertThat(this.messageVisibility.saveCategory(id, "moderator", Set.of(), 2))
				.contains(Readership.of(Audience.MODERATORS, groups));
		}
		assertThat(this.messageVisibility.saveCategory(id, "moderator", groups, 1)).isEmpty();
		assertThat(this.messageVisibility.saveCategory(id, "anyone", Set.of(), 3))
			.contains(Readership.of(Audience.MODERATORS, Set.of()));
	}

	@Test
	void messageOfRemovedCategoryStaysHidden() {
		this.messageVisibility.removeCategory(this.category);
		this.messageVisibility.saveCategory(this.category, "anyone", Set.of(), 2);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hidden", "removed", "a status of later" })
	void contentOfHiddenThreadIsHidden(String status) {
		this.messageVisibility.saveThread(this.thread, this.category, status, Set.of(), 2);
		assertVisibility(Visibility.HIDDEN, Visibility.READABLE);
	}

	@Test
	void contentOfInvisiblePostIsHidden() {
		this.messageVisibility.saveItem(this.post, false, 2);
		assertVisibility(Visibility.HIDDEN, Visibility.READABLE);
		this.messageVisibility.saveItem(this.post, true, 1);
		assertVisibility(Visibility.HIDDEN, Visibility.READABLE);
	}

	@Test
	void messageOfThreadMovedToClosedCategoryIsHidden() {
		var closed = Ids.next();
		this.messageVisibility.saveCategory(closed, "moderator", Set.of(), 1);
		this.messageVisibility.saveThread(this.thread, closed, "open", Set.of(), 2);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
	}

	@Test
	void messageOfPostMovedToClosedCategoryIsHidden() {
		var closed = Ids.next();
		this.messageVisibility.saveCategory(closed, "moderator", Set.of(), 1);
		this.messageVisibility.saveMoved(this.post, Ids.next(), closed, true, 2);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
		this.messageVisibility.saveItem(this.post, true, 3);
		assertVisibility(Visibility.HIDDEN, Visibility.HIDDEN);
		this.messageVisibility.saveMoved(this.post, this.thread, this.category, true, 4);
		assertVisibility(Visibility.READABLE, Visibility.READABLE);
	}

	@Test
	void messageOfUnknownCategoryIsUnknown() {
		this.messageVisibility.saveThread(this.thread, Ids.next(), "open", Set.of(), 2);
		assertVisibility(Visibility.UNKNOWN, Visibility.UNKNOWN);
	}

	@Test
	void replacedTextIsHidden() {
		this.messageVisibility.saveEdited(this.post, true, true, 1);
		this.messageVisibility.saveItem(this.post, true, 2);
		assertVisibility(Visibility.READABLE, Visibility.READABLE);
		this.messageVisibility.saveEdited(this.post, true, true, 3);
		assertVisibility(Visibility.HIDDEN, Visibility.READABLE);
	}

	/** The account of the comment's author decides nothing. */
	@Test
	void commentsAreForTheReadersOfTheirPost() {
		var open = Ids.next();
		var closed = Ids.next();
		this.messageVisibility.saveItem(open, true, 1);
		this.messageVisibility.saveItem(closed, false, 1);
		assertThat(ofComment(open, closed)).isEqualTo(Visibility.READABLE);
		assertThat(ofComment(closed, open)).isEqualTo(Visibility.HIDDEN);
	}

	private Visibility ofComment(String author, String commenter) {
		var subject = new MessageSubject(MessageSource.SOCIAL, null, this.post, Ids.next(), true,
				List.of(author, commenter), Set.of(), 1L);
		return this.messageVisibility.of(new VisibilityQuery(subject, Ids.next(), Audience.ADMINS));
	}

	private void assertVisibility(Visibility content, Visibility reference) {
		assertThat(of(true)).as("message with content").isEqualTo(content);
		assertThat(of(false)).as("message without content").isEqualTo(reference);
	}

	private Visibility of(boolean content) {
		var subject = new MessageSubject(MessageSource.FORUM, this.category, this.thread, this.post, content, Set.of(),
				Set.of(), 1L);
		return this.messageVisibility.of(new VisibilityQuery(subject, Ids.next(), Audience.ADMINS));
	}

}
