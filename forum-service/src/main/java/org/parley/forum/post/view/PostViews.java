package org.parley.forum.post.view;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.media.PostPictures;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.relation.PersonRelations;

import org.springframework.stereotype.Component;

/** Builds views of posts with names, votes and bookmarks, as a caller may see them. */
@Component
public class PostViews {

	private final PostAccess access;

	private final CategoryAccess categories;

	private final Members members;

	private final ReaderMarks marks;

	private final PersonRelations relations;

	private final PostPictures pictures;

	PostViews(PostAccess access, CategoryAccess categories, Members members, ReaderMarks marks,
			PersonRelations relations, PostPictures pictures) {
		this.access = access;
		this.categories = categories;
		this.members = members;
		this.marks = marks;
		this.relations = relations;
		this.pictures = pictures;
	}

	public PostView find(String id, @Nullable Caller caller) {
		var reader = (caller != null) ? caller.id() : null;
		return of(this.access.visible(id, this.categories.rights(caller), reader).post(), caller);
	}

	public PostView of(Post post, @Nullable Caller caller) {
		var author = this.members.author(post.authorId()).person();
		if (caller == null) {
			return shown(PostView.of(post, author, false), post);
		}
		var full = post.isFullyVisibleTo(caller.id(), this.access.audience(post, this.categories.rights(caller)));
		var marks = this.marks.of(caller.id(), List.of(post.id()));
		var view = shown(PostView.of(post, author, full).markedBy(marks), post);
		return isAuthorBlocked(post, caller) ? view.ofBlockedAuthor() : view;
	}

	/** A post that the caller has just written. */
	public PostView ofNew(Post post, PersonView author) {
		return shown(PostView.of(post, author, true), post);
	}

	private PostView shown(PostView view, Post post) {
		return (view.html() != null) ? view.withHtml(this.pictures.show(view.html(), post)) : view;
	}

	private boolean isAuthorBlocked(Post post, Caller caller) {
		return !caller.id().equals(post.authorId())
				&& !this.relations.blockedBy(caller.id(), List.of(post.authorId())).isEmpty();
	}

}
