package org.parley.forum.post;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Audience;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.vote.Votes;
import org.parley.platform.security.Caller;

import org.springframework.stereotype.Component;

/** Posts with the names and votes that belong to them, as a caller may see them. */
@Component
class PostViews {

	private final PostAccess access;

	private final Posts posts;

	private final Members members;

	private final Votes votes;

	PostViews(PostAccess access, Posts posts, Members members, Votes votes) {
		this.access = access;
		this.posts = posts;
		this.members = members;
		this.votes = votes;
	}

	PostView find(String id, @Nullable Caller caller) {
		return of(this.access.visible(id, Audience.of(caller)).post(), caller);
	}

	PostView of(Post post, @Nullable Caller caller) {
		var author = this.members.author(post.authorId()).person();
		if (caller == null) {
			return PostView.of(post, author, 0, false);
		}
		var full = caller.id().equals(post.authorId()) || Audience.of(caller).includes(Audience.MODERATORS);
		return PostView.of(post, author, this.votes.of(caller.id(), post.id()), full);
	}

	/** What a post said before, oldest first, for its author and moderators. */
	List<RevisionView> history(String id, Caller caller) {
		var audience = Audience.of(caller);
		var post = this.access.visible(id, audience).post();
		if (!caller.id().equals(post.authorId()) && !audience.includes(Audience.MODERATORS)) {
			throw new PostForbiddenException();
		}
		var history = this.posts.history(id);
		var people = this.members.byId(history.stream().map(Revision::replacedBy).toList());
		return history.stream().map((revision) -> view(revision, people)).toList();
	}

	private static RevisionView view(Revision revision, Map<String, Member> people) {
		var by = Objects.requireNonNull(people.get(revision.replacedBy()), "Every author is a member");
		return new RevisionView(revision.version(), revision.content(), revision.html(), revision.until(), by.person());
	}

}
