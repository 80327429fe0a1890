package org.parley.auth.account.admin;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists accounts in the order of their usernames or mail addresses. */
@Component
class UserDirectory {

	private final MongoOperations mongo;

	UserDirectory(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Reads one page of accounts. */
	Paged<UserAdminView> list(UserQuery query) {
		var page = new OrderedPage(query, query.sort(), Direction.ASC, query.sort());
		var found = this.mongo.find(page.of(matching(query)), User.class).stream().map(UserAdminView::of).toList();
		return page.page(found, (user) -> sortKey(user, query));
	}

	private static Query matching(UserQuery query) {
		var criteria = new ArrayList<Criteria>();
		if (query.role() != null) {
			criteria.add(Criteria.where("role").is(Role.of(query.role())));
		}
		if (query.status() != null) {
			criteria.add(Criteria.where("awaitsApproval").is(true));
		}
		if (query.q() != null) {
			var start = Users.loginKeyOf(query.q().strip());
			criteria.add(Criteria.where(query.searched()).gte(start).lt(start + '\uffff'));
		}
		if (query.ids() != null) {
			criteria.add(Criteria.where("_id").in(List.of(query.ids().split(","))));
		}
		return criteria.isEmpty() ? new Query() : new Query(new Criteria().andOperator(criteria));
	}

	private static String sortKey(UserAdminView user, UserQuery query) {
		return (query.ids() != null) ? user.id()
				: Users.loginKeyOf(query.isByAddress() ? user.email() : user.username());
	}

	/**
	 * Selects accounts.
	 *
	 * @param q a prefix of the username or, if it contains {@code @}, of the mail address
	 * @param status {@code pending} for accounts that await approval
	 * @param ids up to 100 ids, separated by commas; the accounts are in their order
	 */
	record UserQuery(
			@Parameter(example = "ali") @Size(min = 1, max = 254) @StorableText(max = 254,
					directions = true) @Nullable String q,
			@Parameter(example = "moderator") @Pattern(regexp = "user|moderator|admin",
					message = "must be user, moderator or admin") @Nullable String role,
			@Parameter(example = "pending") @Pattern(regexp = "pending",
					message = "must be pending") @Nullable String status,
			@Parameter(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB,01KAG6C7D8E9F0G1H2J3K4M5N6") @Pattern(
					regexp = "[0-9A-Z]{26}(?:,[0-9A-Z]{26}){0,99}",
					message = "must be 1 to 100 ids, separated by commas") @Nullable String ids,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {

		/** The field by which the list is sorted. */
		String sort() {
			return (this.ids != null) ? "_id" : searched();
		}

		/** The field by which the list is searched. */
		String searched() {
			return isByAddress() ? "emailKey" : "usernameKey";
		}

		boolean isByAddress() {
			return this.q != null && Users.loginKeyOf(this.q.strip()).contains("@");
		}

	}

}
