package org.parley.forum.threadstart;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.edit.ReadContent;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Creates a thread with its opening post. */
@Component
public class StartThread {

	private final CategoryAccess categories;

	private final ReadContent readContent;

	private final SaveNewThread saveNewThread;

	private final UnitOfWork unitOfWork;

	StartThread(CategoryAccess categories, ReadContent readContent, SaveNewThread saveNewThread,
			UnitOfWork unitOfWork) {
		this.categories = categories;
		this.readContent = readContent;
		this.saveNewThread = saveNewThread;
		this.unitOfWork = unitOfWork;
	}

	public ForumThread start(NewThreadRequest request, AuthorizedWriter writer) {
		var category = this.categories.visible(request.category(), writer.rights());
		category.requirePosting(writer.rights());
		var content = this.readContent.read(request.content(), writer.id(), () -> category);
		return this.unitOfWork.run(() -> this.saveNewThread.save(category.id(), request, content, writer.signature()));
	}

}
