package org.parley.notification.mailinglist;

import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;

import org.parley.notification.mail.Mails;

import org.springframework.stereotype.Component;

/** Knows which posts people get as mails of their own. */
@Component
public class MailedPosts {

	private final Mails mails;

	MailedPosts(Mails mails) {
		this.mails = mails;
	}

	/** The key of the mail that has a post. */
	static String key(String postId, String userId) {
		return keyOfAll(postId) + userId;
	}

	/** What the keys of all mails that have a post begin with. */
	static String keyOfAll(String postId) {
		return "list:" + postId + ":";
	}

	/** The posts, among some, that a person has got by mail, or will. */
	public Set<String> findMailedTo(String userId, Collection<String> postIds) {
		var byKey = new HashMap<String, String>();
		postIds.forEach((id) -> byKey.put(key(id, userId), id));
		return this.mails.findLively(byKey.keySet()).stream().map(byKey::get).collect(Collectors.toSet());
	}

}
