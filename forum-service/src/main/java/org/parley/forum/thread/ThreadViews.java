package org.parley.forum.thread;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;

import org.springframework.stereotype.Component;

/** Threads with the names that belong to their ids. */
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
