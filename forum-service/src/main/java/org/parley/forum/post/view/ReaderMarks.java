package org.parley.forum.post.view;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.parley.forum.bookmark.Bookmarks;
import org.parley.forum.vote.Votes;

import org.springframework.stereotype.Component;

/** Reads the marks that a member has left on posts: votes and bookmarks. */
@Component
public class ReaderMarks {

	private final Votes votes;

	private final Bookmarks bookmarks;

	ReaderMarks(Votes votes, Bookmarks bookmarks) {
		this.votes = votes;
		this.bookmarks = bookmarks;
	}

	public Marks of(String memberId, Collection<String> postIds) {
		return new Marks(this.votes.values(memberId, postIds), this.bookmarks.among(memberId, postIds));
	}

	/**
	 * The marks of one member.
	 *
	 * @param votes the votes by the post's id; posts without a vote are absent
	 * @param bookmarked the ids of bookmarked posts
	 */
	public record Marks(Map<String, Integer> votes, Set<String> bookmarked) {

		/** Returns the vote on a post: 1, 0 or -1. */
		public int vote(String postId) {
			return this.votes.getOrDefault(postId, 0);
		}

		public boolean isBookmarked(String postId) {
			return this.bookmarked.contains(postId);
		}

		/** Whether the member has marked none of the posts. */
		public boolean isEmpty() {
			return this.votes.isEmpty() && this.bookmarked.isEmpty();
		}

	}

}
