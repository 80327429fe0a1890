package org.parley.forum.post.edit;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.text.TextDifference;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Replaces the content of a post. */
@Component
class EditPost {

	private final PostAccess access;

	private final ReadContent readContent;

	private final SaveEdit saveEdit;

	private final UnitOfWork unitOfWork;

	EditPost(PostAccess access, ReadContent readContent, SaveEdit saveEdit, UnitOfWork unitOfWork) {
		this.access = access;
		this.readContent = readContent;
		this.saveEdit = saveEdit;
		this.unitOfWork = unitOfWork;
	}

	Post edit(String id, String content, IfMatch condition, AuthorizedWriter writer) {
		var rendered = this.readContent.readEdited(content, writer.id(), () -> editable(id, writer),
				() -> this.access.categoryOf(id, writer));
		return this.unitOfWork.run(() -> {
			var found = this.access.writable(id, writer);
			condition.require(found.post().version());
			if (TextDifference.isChange(found.post().content(), content)) {
				this.saveEdit.save(found, content, rendered, writer.signature());
			}
			return found.post();
		});
	}

	private Post editable(String id, AuthorizedWriter writer) {
		var found = this.access.writable(id, writer);
		found.post().requireOwnedBy(found.writer());
		return found.post();
	}

}
