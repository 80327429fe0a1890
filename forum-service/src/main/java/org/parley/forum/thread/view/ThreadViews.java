package org.parley.forum.thread.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;

import org.springframework.stereotype.Component;

/** Builds views of threads with the names for their ids. */
@Component
public class ThreadViews {

	private final ThreadAccess access;

	private final Members members;

	ThreadViews(ThreadAccess access, Members members) {
		this.access = access;
		this.members = members;
	}

	public ThreadView of(ForumThread thread) {
		var people = this.members.byId(List.of(thread.authorId(), thread.counters().lastPostBy()));
		return ThreadView.of(thread, this.access.categoryOf(thread).slug(), person(people, thread.authorId()),
				person(people, thread.counters().lastPostBy()));
	}

	private static PersonView person(Map<String, Member> people, String id) {
		return Objects.requireNonNull(people.get(id), "Every author is a member").person();
	}

}
