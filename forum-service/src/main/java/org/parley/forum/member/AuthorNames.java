package org.parley.forum.member;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.readmodels.account.AccountClient;
import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.readmodels.account.PeopleByUsername;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds members by username, ignoring case, also those who have registered a moment ago.
 */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class AuthorNames implements InitializingBean {

	private static final String DISPLAY_NAME = "displayName";

	private static final Collation LETTERS = Collation.of("en").strength(Collation.ComparisonLevel.primary());

	private final MongoOperations mongo;

	private final PeopleByUsername<Member> byUsername;

	AuthorNames(MongoOperations mongo, AccountClient accounts, Members members) {
		this.mongo = mongo;
		this.byUsername = new PeopleByUsername<>(mongo, Member.class, Member::username, accounts, members::update);
	}

	@Override
	public void afterPropertiesSet() {
		this.byUsername.createIndex();
	}

	/**
	 * Finds the member with a username if it is known, or can be asked for at the moment;
	 * erased members are never found.
	 */
	public Optional<Member> find(String username) {
		return this.byUsername.findReachable(List.of(username)).values().stream().findFirst();
	}

	/**
	 * Finds members who may write and whose username begins with a text, by username;
	 * then those whose displayed name does, ignoring case and accents; then those with
	 * these words in it. One whose account has not arrived has to be named in full.
	 */
	public List<Member> beginningWith(String text, int limit) {
		var active = Criteria.where("status").is(AccountStatus.ACTIVE);
		var found = new LinkedHashSet<>(this.byUsername.findBeginningWith(text, active, limit));
		if (found.size() < limit) {
			found.addAll(displayedAs(text, limit));
		}
		if (found.size() < limit) {
			found.addAll(withWords(text, limit));
		}
		return found.isEmpty() ? find(text).filter(Member::isActive).stream().toList()
				: found.stream().limit(limit).toList();
	}

	/** Returns a page of the members who may write, those who registered last first. */
	public Paged<Member> newest(PageQuery page) {
		var shown = Criteria.where("status").is(AccountStatus.ACTIVE).and("username").ne(DeletedUser.USERNAME);
		return new NewestFirst(page).find(this.mongo, new Query(shown), Member.class, Member::id);
	}

	private List<Member> withWords(String text, int limit) {
		return NameTerms.beginningWith(text)
			.map((words) -> new Query(words).addCriteria(Criteria.where("status").is(AccountStatus.ACTIVE))
				.addCriteria(Criteria.where("username").ne(DeletedUser.USERNAME))
				.limit(limit))
			.map((query) -> this.mongo.find(query, Member.class))
			.orElseGet(List::of);
	}

	private List<Member> displayedAs(String text, int limit) {
		var names = Criteria.where(DISPLAY_NAME).gte(text).lt(text + PeopleByUsername.AFTER_ALL);
		var query = new Query(names.and("status").is(AccountStatus.ACTIVE).and("username").ne(DeletedUser.USERNAME))
			.collation(LETTERS)
			.with(Sort.by(DISPLAY_NAME))
			.limit(limit);
		return this.mongo.find(query, Member.class);
	}

	/**
	 * Returns the member with a username.
	 * @throws RefusalException 404 {@code member.not-found}; 503
	 * {@code service.unavailable} if the member cannot be asked for
	 */
	public Member require(String username) {
		return this.byUsername.find(username)
			.orElseThrow(() -> RefusalException.notFound("member.not-found", "There is no member with this username."));
	}

}
