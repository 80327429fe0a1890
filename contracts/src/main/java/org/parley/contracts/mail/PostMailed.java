package org.parley.contracts.mail;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalList;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A person has written a post by mail: a reply to a thread, or a new thread in a
 * category.
 *
 * @param mailId the mail, by which a refusal is answered
 * @param roles of the author
 * @param groups the ids of the author's groups
 * @param threadId the thread of a reply; null for a new thread
 * @param postNumber the number of the post that is answered; null for the thread
 * @param category the slug of the category of a new thread; null for a reply
 * @param title the title of a new thread; null for a reply
 * @param content Markdown
 * @param pictures the pictures that the content shows, as soon as they are media
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Publishes("post.mailed")
public record PostMailed(String mailId, String authorId, Set<String> roles, @OptionalList List<String> groups,
		@Nullable String threadId, @Nullable Integer postNumber, @Nullable String category, @Nullable String title,
		String content, @OptionalList List<MailedPicture> pictures) implements ParleyEvent {

	/** A reply to a thread, or to a post in it. */
	public static PostMailed reply(String mailId, String authorId, Set<String> roles, List<String> groups,
			String threadId, @Nullable Integer postNumber, String content) {
		return new PostMailed(mailId, authorId, roles, groups, threadId, postNumber, null, null, content, List.of());
	}

	/** A new thread. */
	public static PostMailed thread(String mailId, String authorId, Set<String> roles, List<String> groups,
			String category, String title, String content) {
		return new PostMailed(mailId, authorId, roles, groups, null, null, category, title, content, List.of());
	}

	/** The same post with other pictures, or without them. */
	public PostMailed showing(String newContent, List<MailedPicture> newPictures) {
		return new PostMailed(this.mailId, this.authorId, this.roles, this.groups, this.threadId, this.postNumber,
				this.category, this.title, newContent, newPictures);
	}

	@Override
	public String subject() {
		return this.mailId;
	}

	@Override
	public String partitionKey() {
		return this.authorId;
	}

}
