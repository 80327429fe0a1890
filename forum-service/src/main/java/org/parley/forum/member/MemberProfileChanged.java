package org.parley.forum.member;

/** The name or the picture of a member has changed. */
public record MemberProfileChanged(String id) {
}
