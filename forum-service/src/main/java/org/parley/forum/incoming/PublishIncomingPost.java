package org.parley.forum.incoming;

import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.incoming.template.IncomingText;
import org.parley.forum.post.edit.NewPost;
import org.parley.forum.post.edit.ReplyToThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.threadstart.NewThreadRequest;
import org.parley.forum.threadstart.StartThread;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Posts in the name of the creator of an address, by the rules of every post. */
@Component
class PublishIncomingPost {

	private final CategoryAccess categories;

	private final ThreadAccess threads;

	private final StartThread startThread;

	private final ReplyToThread replyToThread;

	private final Validator validator;

	PublishIncomingPost(CategoryAccess categories, ThreadAccess threads, StartThread startThread,
			ReplyToThread replyToThread, Validator validator) {
		this.categories = categories;
		this.threads = threads;
		this.startThread = startThread;
		this.replyToThread = replyToThread;
		this.validator = validator;
	}

	/**
	 * Requires that a thread to reply to is one of the category.
	 * @throws RefusalException 400 otherwise
	 */
	void requireThread(String threadId, Category category, AuthorizedWriter writer) {
		if (!this.threads.postable(threadId, writer.rights()).categoryId().equals(category.id())) {
			throw RefusalException.field("threadId", "thread.not-found", "is not a thread of this category");
		}
	}

	/**
	 * Posts a text.
	 * @throws RefusalException if the creator does not moderate the category any more, or
	 * their own request would be refused
	 */
	IncomingPostView publish(IncomingAddress address, IncomingText text, AuthorizedWriter writer) {
		var category = this.categories.byId(address.categoryId())
			.orElseThrow(ManageIncomingAddresses.IncomingAddressNotFoundException::new);
		writer.rights().requireModerating(category);
		if (address.threadId() == null) {
			var thread = new NewThreadRequest(category.slug(), text.title(), text.content(), List.of());
			return new IncomingPostView(this.startThread.start(valid(thread), writer).id(), null, false);
		}
		var threadId = this.threads.holderOf(address.threadId());
		requireThread(threadId, category, writer);
		var content = "**" + IncomingText.plain(text.title()) + "**\n\n" + text.content();
		var reply = this.replyToThread.reply(valid(new NewPost(threadId, content, null)), writer);
		return new IncomingPostView(threadId, reply.id(), false);
	}

	private <T> T valid(T request) {
		RefusalException.checkAll(this.validator.validate(request)
			.stream()
			.<Runnable>map((violation) -> () -> refuse(violation))
			.toArray(Runnable[]::new));
		return request;
	}

	/** {@code StorableText} has the code {@code storable-text}, as in other requests. */
	private static void refuse(ConstraintViolation<?> violation) {
		var rule = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
		throw RefusalException.field(violation.getPropertyPath().toString(),
				rule.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT), violation.getMessage());
	}

}
